#pragma once

#include "layer/layer.hpp"

#include <span>
#include <vector>

namespace regio::layer {

/// Features of a layer that become one feature of another.
struct Regrouping {
    Feature feature;
    std::vector<FeatureId> members; ///< Each once.
};

/// A layer with a feature for each group, in their order, on the same lattice and of the same
/// provenance. It has the parts of all members as they are; a member of several groups is in each.
///
/// Laws, where no two members of a group overlap: 1. the area of a feature is the sum of those of
/// its members, exactly; 2. borders between members of one group are walked both ways by its
/// feature, so that they cancel in every sum over borders.
[[nodiscard]] Layer regroup(const Layer& layer, std::span<const Regrouping> groups);

} // namespace regio::layer
