#pragma once

#include "kernel/distance.hpp"
#include "kernel/edge_index.hpp"
#include "kernel/polygon.hpp"

#include <cstddef>

namespace regio::nesting {

/// A place of an area that is as far from edges as any other, as far as could be told.
struct FarthestPlace {
    kernel::Place place;
    /// Between these lies the greatest distance of all places of the area from the edges, in units;
    /// that of `place` from its nearest edge is `least` at least.
    double least = 0;
    double greatest = 0;
};

/// How finely a greatest distance can be told, in units.
inline constexpr double kFinestResolution = 0x1p-12;

/// How often cells are halved at most. Of a strip that bends all along at one width, each bend may
/// hold the farthest place, and there can be millions of them. This many take a few seconds.
inline constexpr std::size_t kMostHalvings = 500'000;

/// The place of a polygon that is farthest from edges: from its own, the centre of its largest
/// circle; from those of another area, where it reaches out of that furthest.
///
/// Branch and bound (as Agafonkin's polylabel does for squares, 2016; the problem in
/// Garcia-Castellanos and Lombardo, Poles of Inaccessibility, 2007), over convex cells that the
/// trapezoids of the polygon are halved into. In a cell no place is farther from the edges than the
/// greatest of its corners' distances from any one edge, for the distance from a segment is convex;
/// nor, for the same reason, than the greatest of its corners' mean distances from any two. The
/// first bound tells at once how far a strip along an edge reaches, the second how wide a strip
/// between two edges is, where squares would have to be halved all along it.
///
/// Laws: 1. the true distance lies between `least` and `greatest`, which are apart by `resolution`
/// at most, or by kFinestResolution, unless `most_halvings` were not enough: then they are what is
/// certain until then; 2. moving both by a lattice vector moves the place and changes
/// nothing else; 3. neither the order nor the start of rings changes a bit.
/// Preconditions: the polygon is valid and has an area; there is an edge.
[[nodiscard]] FarthestPlace farthest_place(const kernel::Polygon& polygon,
                                           const kernel::EdgeIndex& edges, double resolution,
                                           std::size_t most_halvings = kMostHalvings);

} // namespace regio::nesting
