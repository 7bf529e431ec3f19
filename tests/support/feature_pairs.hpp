#pragma once

#include "layer/layer.hpp"
#include "layer/regroup.hpp"
#include "tests/support/geos_oracle.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace regio::test {

/// Around all parts of a feature.
[[nodiscard]] kernel::Box box_of(const layer::Layer& layer, layer::FeatureId feature);

/// Pairs of features, one < other, in order.
using FeaturePairs = std::vector<std::pair<layer::FeatureId, layer::FeatureId>>;

/// The insides of two features share points.
inline constexpr std::string_view kInsidesMeet = "2********";
/// The boundaries of two features have a line in common.
inline constexpr std::string_view kBoundariesShareALine = "****1****";

/// The pairs that are not apart whose DE-9IM by GEOS is that of a pattern; * stands for anything.
[[nodiscard]] FeaturePairs pairs_by_geos(const GeosOracle& geos, const layer::Layer& layer,
                                         std::string_view pattern);

/// All features that have polygons, as one group.
layer::Regrouping all_features(const layer::Layer& layer);

} // namespace regio::test
