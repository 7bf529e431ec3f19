#pragma once

#include "tests/support/geometry.hpp"

#include <cstdint>
#include <utility>

namespace regio::test {

/// How two random layers that overlap are made.
struct OverlapWorld {
    int features = 3;    ///< Of each layer.
    int most_points = 7; ///< Of a ring; three at least.
    int size = 4;        ///< Knots lie on a grid from 0 to this in both directions.
    int step = 1;        ///< Units between knots.
    int jitter = 0;      ///< How far half of the points may be moved from their knot.
    kernel::Point corner{0, 0};
};

/// Worlds of all kinds, by seed: a tiny one, where nearly everything touches and runs together, a
/// small one, one at the ends of the lattice whose points are at most three units from a knot, and
/// one as wide with points anywhere.
[[nodiscard]] OverlapWorld overlap_world(std::uint32_t seed);

/// Two layers whose features overlap others of their own and of the other layer, repeat them, with
/// other vertices on the same lines, and touch them. Each feature by itself has simple rings that
/// do not cross: now and then a hole, or a second part, which may touch the first in points. Shells
/// run counter-clockwise, holes clockwise.
[[nodiscard]] std::pair<Shapes, Shapes> random_overlaps(std::uint32_t seed,
                                                        const OverlapWorld& world);
[[nodiscard]] std::pair<Shapes, Shapes> random_overlaps(std::uint32_t seed);

/// Whether the rings of the polygons neither cross nor run over each other or themselves, and
/// enclose the area that their own areas add up to.
[[nodiscard]] bool is_sound(const kernel::MultiPolygon& polygons);

/// The same area with more vertices: lattice points of its edges.
[[nodiscard]] kernel::MultiPolygon with_straight_vertices(kernel::MultiPolygon polygons);

} // namespace regio::test
