#include "project/drawing_map.hpp"

#include "arrangement/repair.hpp"
#include "base/contract.hpp"
#include "nesting/container.hpp"
#include "project/drawn_area.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace regio::project {

namespace {

using layer::FeatureId;

std::string names_of(const std::vector<registry::RegionIndex>& regions,
                     const registry::RegionPartition& partition) {
    std::vector<std::string> names;
    for (const auto region : regions)
        names.push_back(partition[region].name);
    return fmt::format("{}", fmt::join(names, " + "));
}

/// The container as it was judged against: faulty polygons in it are mended.
nesting::Container container_of(const Project& project, const nesting::Drawing& drawing) {
    const auto features =
        container_features(drawing.container, project.regions, *project.boundaries);
    REGIO_EXPECTS(features.has_value());
    std::vector<Finding> known; // since the project was opened
    const auto layer = arrangement::mended(select(project.boundaries->layer(), *features), known);
    std::vector<FeatureId> all;
    for (std::size_t i = 0; i < features->size(); ++i)
        all.push_back(FeatureId(i));
    return {layer, all};
}

std::vector<map::DrawnArea::Excess>
excess_of(const Project& project, const nesting::Drawing& drawing, const layer::Layer& area) {
    std::vector<map::DrawnArea::Excess> excess;
    if (!drawing.shape || drawing.shape->parts.empty())
        return excess;
    auto polygons = container_of(project, drawing).excess(area, FeatureId(0));
    for (const nesting::ExcessPart& part : drawing.shape->parts)
        excess.push_back(
            {.polygon = std::move(polygons.at(part.place)),
             .width_m = part.greatest_width.least_m,
             .is_trespass = std::max(part.depth.greatest_m, part.greatest_width.greatest_m) >
                            drawing.terms.tolerance_m});
    return excess;
}

} // namespace

map::DrawnArea drawing_of(const Project& project, const nesting::Drawing& drawing) {
    const layer::Layer& source = project.drawn_areas.at(drawing.layer);
    layer::Layer area(source.source(), source.lattice(), source.provenance());
    area.add_feature({});
    add_area(source, drawing.features, area);
    auto excess = excess_of(project, drawing, area);
    return {.layer = std::move(area),
            .container = names_of(drawing.container, project.regions),
            .excess = std::move(excess)};
}

} // namespace regio::project
