#pragma once

#include "layer/layer.hpp"
#include "nesting/boundaries.hpp"
#include "registry/region.hpp"

#include <optional>
#include <span>
#include <vector>

namespace regio::project {

/// Gives the feature that a layer got last what some features of another cover together: the parts
/// of one as they are, else their union (coverage::unite()).
/// Preconditions: both lie on one lattice; none of them crosses itself or has a ring where it
/// should not lie.
void add_area(const layer::Layer& layer, std::span<const layer::FeatureId> features,
              layer::Layer& to);

/// The features of all municipalities of some regions, which a drawn area is held against; nothing
/// when one of the municipalities is not known or has no polygons.
[[nodiscard]] std::optional<std::vector<layer::FeatureId>>
container_features(std::span<const registry::RegionIndex> container,
                   const registry::RegionPartition& regions, const nesting::Boundaries& boundaries);

} // namespace regio::project
