#pragma once

#include "kernel/ring.hpp"
#include "topology/chains.hpp"

#include <vector>

namespace regio::coverage {

/// Puts behind `points` those of a line that are needed to stay within `tolerance` units of all of
/// them, its ends among them (Douglas and Peucker, Algorithms for the reduction of the number of
/// points required to represent a digitized line or its caricature, 1973). A line that ends where
/// it begins keeps its farthest point too, and the one farthest from the line between the two, so
/// that what it encloses does not vanish. Precondition: two points or more.
void simplify(kernel::RingView line, double tolerance, std::vector<kernel::Point>& points);

/// A layer whose borders are simplified, each once, so that neighbours share them still. Ends of
/// chains stay where they are. For drawing: borders that lie closer together than the tolerance can
/// cross or meet, and what lies between two such chains can vanish.
/// Laws: 1. no point of the layer is farther than the tolerance from the chain drawn instead of its
/// own; 2. tolerance 0 leaves out nothing but points on a straight line,
/// as far as doubles tell.
[[nodiscard]] topology::Chains simplified(const topology::Chains& chains, double tolerance);

} // namespace regio::coverage
