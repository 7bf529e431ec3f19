#pragma once

#include "kernel/area_sum.hpp"
#include "topology/walk.hpp"

#include <cstdint>

namespace regio::topology {

/// What a feature of one layer shares with a feature of another.
struct OverlapPair {
    kernel::AreaSum area; ///< Twice the area in square units.
    layer::FeatureId a{};
    layer::FeatureId b{};
    std::uint32_t roundings = 0; ///< Crossings that are no lattice points: twice each at most.

    friend bool operator==(const OverlapPair&, const OverlapPair&) = default;
};

} // namespace regio::topology
