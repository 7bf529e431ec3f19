#pragma once

#include "arrangement/arrangement.hpp"
#include "kernel/polygon.hpp"
#include "topology/chains.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::coverage {

/// Which pieces of several layers are asked for.
enum class PartitionKind : std::uint8_t {
    Intersection, ///< What lies in all layers, by the features that it lies in.
    Union,        ///< What lies in any layer, likewise.
    Difference,   ///< Of each feature of the first layer what lies in none of the others.
    Clip,         ///< Of each feature of the first layer what lies in one of the others or more.
};

struct Piece {
    /// In order, one at least: of a difference or a clip the feature of the first layer alone.
    std::vector<arrangement::Member> features;
    kernel::MultiPolygon polygons; ///< One at least.
};

/// Pieces of the arrangement of layers (arrangement/arrangement.hpp), by their features. Borders
/// that cross are cut there, and the crossing is rounded to the lattice; nothing else moves.
///
/// Laws: 1. pieces of an intersection or a union share no area; those of a difference and of a clip
/// do where features of the first layer do; 2. polygons are valid by the rules of OGC, and
/// neighbours have their borders in common point by point; 3. the area of all pieces of a union in
/// a feature, and of its difference and its clip, is its own up to the rounding of its borders, and
/// exactly that where they are crossed by none; 4. the order of features and of all layers but the
/// first changes no area.
/// Preconditions: one layer at least, all on one lattice; no feature crosses itself or has a ring
/// where it should not lie.
[[nodiscard]] std::vector<Piece> partition(std::span<const topology::Chains* const> layers,
                                           PartitionKind kind);

} // namespace regio::coverage
