#include "project/drawn_shapes.hpp"

#include "arrangement/repair.hpp"
#include "base/contract.hpp"
#include "coverage/dissolve.hpp"
#include "project/drawn_area.hpp"

#include <array>
#include <utility>

namespace regio::project {

namespace {

using layer::FeatureId;
using nesting::Container;

/// The container as it was judged against: faulty polygons in it are mended.
Container made_container(const Project& project, const nesting::Drawing& drawing) {
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

kernel::MultiPolygon DrawnShapes::excess_of(const nesting::Drawing& drawing) {
    if (!drawing.shape || drawing.shape->parts.empty())
        return {};
    return container_of(drawing).excess(judged_area(drawing), FeatureId(0));
}

/// The drawing as the one feature of a layer, as it was held against its container.
layer::Layer DrawnShapes::judged_area(const nesting::Drawing& drawing) const {
    const layer::Layer& source = project_.drawn_areas.at(drawing.layer);
    layer::Layer area(source.source(), source.lattice(), source.provenance());
    area.add_feature({});
    add_area(source, drawing.features, area);
    return area;
}

const Container& DrawnShapes::container_of(const nesting::Drawing& drawing) {
    auto known = containers_.find(drawing.container);
    if (known == containers_.end())
        known = containers_.emplace(drawing.container, made_container(project_, drawing)).first;
    return known->second;
}

} // namespace regio::project
