#pragma once

#include "kernel/polygon.hpp"
#include "layer/layer.hpp"

namespace regio::layer {

/// The polygons of a feature as its layer has them, one for each part.
[[nodiscard]] kernel::MultiPolygon polygons_of(const Layer& layer, FeatureId feature);

} // namespace regio::layer
