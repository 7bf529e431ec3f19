#include "layer/polygons_of.hpp"

namespace regio::layer {

kernel::MultiPolygon polygons_of(const Layer& layer, FeatureId feature) {
    kernel::MultiPolygon polygons;
    for (const Part& part : layer.parts_of(feature)) {
        const auto rings = rings_of(layer, part);
        kernel::Polygon& polygon = polygons.emplace_back();
        polygon.shell.assign(rings.front().begin(), rings.front().end());
        for (std::size_t i = 1; i < rings.size(); ++i)
            polygon.holes.emplace_back(rings[i].begin(), rings[i].end());
    }
    return polygons;
}

} // namespace regio::layer
