#include "project/drawing_map.hpp"

#include "project/drawn_shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace regio::project {

namespace {

std::string names_of(const std::vector<registry::RegionIndex>& regions,
                     const registry::RegionPartition& partition) {
    std::vector<std::string> names;
    for (const auto region : regions)
        names.push_back(partition[region].name);
    return fmt::format("{}", fmt::join(names, " + "));
}

std::vector<map::DrawnArea::Excess> excess_of(const nesting::Drawing& drawing,
                                              kernel::MultiPolygon polygons) {
    std::vector<map::DrawnArea::Excess> excess;
    if (!drawing.shape)
        return excess;
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
    const DrawnShapes shapes(project);
    const layer::Layer& source = project.drawn_areas.at(drawing.layer);
    layer::Layer area(source.source(), source.lattice(), source.provenance());
    area.add_feature({});
    add_parts(shapes.outline_of(drawing), area);
    auto excess = excess_of(drawing, std::move(shapes.excesses_of(std::array{&drawing}).front()));
    return {.layer = std::move(area),
            .container = names_of(drawing.container, project.regions),
            .excess = std::move(excess)};
}

} // namespace regio::project
