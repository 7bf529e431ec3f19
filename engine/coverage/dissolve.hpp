#pragma once

#include "kernel/polygon.hpp"
#include "layer/layer.hpp"

#include <span>
#include <vector>

namespace regio::coverage {

/// Features of one layer, each once.
using FeatureList = std::vector<layer::FeatureId>;

/// What the members of a group cover together.
struct Dissolved {
    kernel::MultiPolygon area;
    FeatureList overlapping;       ///< The members that overlap another one, ascending.
    kernel::Wide twice_shared = 0; ///< Twice the area that lies in two members or more.
};

/// Dissolves groups of features: the borders inside a group fall away, what is left is what its
/// members cover together. Groups come back in their order; they may overlap each other, and a
/// feature may be in several.
///
/// Where no two members of a group overlap, chains of borders are dropped and nothing moves
/// (Outliner); a border of which the sides have different vertices goes all the same. As soon as
/// members of one group do, all groups are unions of faces of one arrangement of their features, so
/// that the borders that groups share stay the same on both sides, also where they were cut.
///
/// Laws: 1. without members that overlap, an area is the sum of those of its members, exactly;
/// 2. else it is that of their union, up to the rounding of crossings to the lattice (half a unit
/// in x and in y along borders that are crossed), and what several members share counts once; 3. no
/// gap is filled; 4. areas are valid by the rules of OGC, and groups of a coverage that partition
/// it are a coverage; 5. no order of features, members or groups changes an area.
/// Precondition: no feature crosses itself or has a ring where it should not lie.
[[nodiscard]] std::vector<Dissolved> dissolve(const layer::Layer& layer,
                                              std::span<const FeatureList> groups);

} // namespace regio::coverage
