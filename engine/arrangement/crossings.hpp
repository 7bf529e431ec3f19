#pragma once

#include "kernel/predicates.hpp"

#include <span>
#include <vector>

namespace regio::arrangement {

/// The crossings of segments, each rounded to its lattice point; in order, each point once.
/// A grid finds those that can meet. Segments that share an end do not cross, so that those which
/// it leaves out (topology/edge_grid.hpp) are none. Precondition: every segment is longer than a
/// point.
[[nodiscard]] std::vector<kernel::Point>
rounded_crossings(std::span<const kernel::Segment> segments);

} // namespace regio::arrangement
