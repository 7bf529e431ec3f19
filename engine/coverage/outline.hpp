#pragma once

#include "kernel/polygon.hpp"
#include "layer/feature.hpp"
#include "topology/chains.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::coverage {

/// Dissolves groups of features of a layer: the borders inside a group fall away, what is left is
/// joined to rings. Vertices on straight lines stay, so that outlines of neighbouring groups share
/// their borders point by point.
///
/// Laws, in a layer without overlaps: 1. the edges of an outline are those that the group walks
/// more often one way than the other; 2. its area is the sum of the areas of the features,
/// exactly; 3. the outline of one feature of a clean layer is that feature; 4. groups may overlap;
/// no order of features, and no repetition, changes an outline; 5. polygons are in order of their
/// least point, rings begin at it, and holes are in that order too; 6. shells and holes of a clean
/// layer touch themselves nowhere: a ring that would is split there.
///
/// Features that overlap each other or cross themselves give rings that cross; find_self_contacts()
/// and coverage_health() say so beforehand.
class Outliner {
public:
    /// The chains must outlive it.
    explicit Outliner(const topology::Chains& chains);

    [[nodiscard]] kernel::MultiPolygon outline(std::span<const layer::FeatureId> group) const;

private:
    const topology::Chains& chains_;
    std::vector<std::uint32_t> first_;  ///< Of each feature, in places_.
    std::vector<std::uint32_t> places_; ///< Chains that have the feature on one side.
};

} // namespace regio::coverage
