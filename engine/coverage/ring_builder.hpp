#pragma once

#include "kernel/polygon.hpp"
#include "kernel/ring.hpp"

#include <vector>

namespace regio::coverage {

/// A piece of a boundary: two points or more, with the interior on its left. Closed when it ends
/// where it begins.
using Line = std::vector<kernel::Point>;

/// Joins lines end to end to rings. Where several go on, the one furthest to the left does, so that
/// a ring goes around one face; then a ring that meets itself in a point is split there. Lines that
/// do not close are left out; boundaries of areas always close.
[[nodiscard]] std::vector<kernel::Ring> join_rings(const std::vector<Line>& lines);

/// Makes polygons of rings: counter-clockwise ones are shells, each clockwise one a hole of the
/// smallest shell around it. A hole without one is left out: then rings cross.
/// Law: the area left of a hole's edge is inside its shell, so no tie is left to chance.
[[nodiscard]] kernel::MultiPolygon assemble(std::vector<kernel::Ring> rings);

} // namespace regio::coverage
