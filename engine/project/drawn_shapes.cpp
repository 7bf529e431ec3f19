#include "project/drawn_shapes.hpp"

#include "arrangement/repair.hpp"
#include "base/contract.hpp"
#include "base/parallel.hpp"
#include "coverage/dissolve.hpp"
#include "nesting/container.hpp"
#include "project/drawn_area.hpp"

#include <array>
#include <map>
#include <utility>

namespace regio::project {

namespace {

using layer::FeatureId;
using nesting::Container;

bool reaches_out(const nesting::Drawing& drawing) {
    return drawing.shape && !drawing.shape->parts.empty();
}

/// The container as it was judged against: faulty polygons in it are mended.
Container container_of(const Project& project, const nesting::Drawing& drawing) {
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

} // namespace

kernel::MultiPolygon DrawnShapes::outline_of(const nesting::Drawing& drawing) const {
    const std::array<coverage::FeatureList, 1> all{{{FeatureId(0)}}};
    return std::move(coverage::dissolve(judged_area(drawing), all).front().area);
}

std::vector<kernel::MultiPolygon>
DrawnShapes::excesses_of(std::span<const nesting::Drawing* const> drawings) const {
    std::map<std::vector<registry::RegionIndex>, Container> containers;
    for (const nesting::Drawing* const drawing : drawings)
        if (reaches_out(*drawing) && !containers.contains(drawing->container))
            containers.emplace(drawing->container, container_of(project_, *drawing));
    std::vector<kernel::MultiPolygon> excesses(drawings.size());
    for_each_in_parallel(drawings.size(), [&](std::size_t i) {
        if (reaches_out(*drawings[i]))
            excesses[i] = containers.at(drawings[i]->container)
                              .excess(judged_area(*drawings[i]), FeatureId(0));
    });
    return excesses;
}

/// The drawing as the one feature of a layer, as it was held against its container.
layer::Layer DrawnShapes::judged_area(const nesting::Drawing& drawing) const {
    const layer::Layer& source = project_.drawn_areas.at(drawing.layer);
    layer::Layer area(source.source(), source.lattice(), source.provenance());
    area.add_feature({});
    add_area(source, drawing.features, area);
    return area;
}

} // namespace regio::project
