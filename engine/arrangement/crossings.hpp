#pragma once

#include "kernel/predicates.hpp"

#include <span>
#include <vector>

namespace regio::arrangement {

/// The crossings of segments, each rounded to its lattice point; in order, each point once.
/// Segments that follow each other end to end are cut into runs that rise or fall in both
/// coordinates, which cannot cross themselves; an index of their boxes finds those that can meet
/// (monotone chains, as in JTS), and a pair of runs is halved until boxes part or segments are
/// left. Precondition: every segment is longer than a point.
[[nodiscard]] std::vector<kernel::Point>
rounded_crossings(std::span<const kernel::Segment> segments);

} // namespace regio::arrangement
