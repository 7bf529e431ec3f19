#pragma once

#include "topology/crossings.hpp"
#include "topology/overlap_sums.hpp"
#include "topology/walk.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <span>
#include <vector>

namespace regio::topology {

/// Which layer of a pair comes first in the sums: the one with more features.
enum class Fine : bool { Walked, Other };

/// What a walk meets of another one, in the order of its edges.
struct Meetings {
    std::span<const Crossing> crossings;
    std::span<const HubStep> steps; ///< In place of crossings in hubs.
};

/// Sums that threads gather side by side, each its own.
using SumsOfThreads = tbb::enumerable_thread_specific<OverlapSums>;

/// Adds up what the borders of a walk contribute to the overlaps of their features with those of
/// another layer. The area of a in b is the sum of cross(p, q) over the pieces of a's border inside
/// b and of b's border inside a (Franklin, Calculating Map Overlay Polygons' Areas Without
/// Explicitly Calculating the Polygons, 1990): this is one of the two.
///
/// In additive form: where a border crosses an edge of the other layer, the sum from the beginning
/// of its chain up to there goes to the features that it leaves and is taken from those that it
/// enters; at the end of the chain its sum goes to the features in which the end lies. So crossings
/// need no order along an edge, and features of one layer may overlap each other.
///
/// Laws: 1. (closure) where the walk comes back outside, it lies in no feature; this is checked; 2.
/// (parts add) the sums of all shares are those of the whole.
/// Precondition: the meetings are all those of the walk.
void add_border_sums(const Walk& walk, const Walk& other, const Meetings& meetings,
                     kernel::Shift other_is, Fine fine, Share share, SumsOfThreads& sums);

} // namespace regio::topology
