#pragma once

#include "kernel/polygon.hpp"
#include "kernel/predicates.hpp"

#include <vector>

namespace regio::test {

/// Where the shells of a feature cross themselves, by its drawing alone. Crossings of one ring with
/// another, and edges that run over each other, are not looked for.

[[nodiscard]] double length_of(const kernel::Segment& segment); ///< In units.

/// The edges of shells that cross another of the same shell.
[[nodiscard]] std::vector<kernel::Segment> crossed_edges(const kernel::MultiPolygon& feature);

/// The same feature with a vertex more at the lattice point next to each crossing, in both edges.
[[nodiscard]] kernel::MultiPolygon through_crossings(kernel::MultiPolygon feature);

/// What a shell that comes back to points winds around twice or the wrong way round. Cut where it
/// comes back, it is loops; the widest is taken for what was meant.
struct Loops {
    kernel::MultiPolygon wound_twice; ///< Within the widest: they count twice when rings add up.
    kernel::MultiPolygon wound_back;  ///< Beside it: they count against the rest.
};

/// Precondition: one shell without holes; its loops meet in points, and none but the widest has
/// others within.
[[nodiscard]] Loops loops_of(const kernel::MultiPolygon& feature);

} // namespace regio::test
