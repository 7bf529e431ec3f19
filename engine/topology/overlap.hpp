#pragma once

#include "kernel/wide.hpp"
#include "topology/chains.hpp"
#include "topology/overlap_pair.hpp"
#include "topology/overlap_sums.hpp"

#include <vector>

namespace regio::topology {

/// What changes the time that an overlay takes, and never a bit of its answer.
struct OverlapTerms {
    unsigned threads = 0;        ///< 0: as many as the machine has.
    double cells_per_edge = 2.0; ///< How fine the grid is.
};

/// The areas that features of two layers share, without the shapes: pairs that share area, by a,
/// then b. Features of one layer may overlap each other, repeat, touch and leave gaps.
///
/// Area a ∩ b is a sum over pieces of borders (border_sums.hpp; Franklin 1990), whose ends are
/// crossings of borders (crossings.hpp), found in a grid (edge_grid.hpp). One layer counts as moved
/// by an infinitesimal vector (kernel/shift.hpp; Edelsbrunner and Mücke 1990), so that crossings
/// are the only contacts. Nothing is constructed: an area up to a crossing is rounded once, and all
/// else is whole numbers (kernel/area_sum.hpp).
///
/// Laws: 1. (conservation) for each feature, its overlaps with a layer that covers it once add up
/// to its own area exactly; 2. (transpose) overlap(b, a) has the same pairs, exchanged; 3.
/// (indifference) threads, cells, the order of features, rings and vertices, and the direction of
/// chains change no bit; 4. (identity) a partition overlaps itself in its diagonal alone; 5.
/// (lattice motions) moving and turning data with the origin changes no bit; 6. (certified error)
/// each area is within error_bound() of the true one of the polygons on the lattice; 7. (parts add)
/// see border_sums().
/// Preconditions: both lie on one lattice; no ring crosses itself, and rings of one feature neither
/// cross nor lie in each other but as holes in their shell and parts in holes.
[[nodiscard]] std::vector<OverlapPair> overlap(const Chains& a, const Chains& b,
                                               const OverlapTerms& terms = {});

/// A share of the sums of overlap(); the fine layer comes first: `a` unless b has more features.
[[nodiscard]] OverlapSums overlap_sums(const Chains& a, const Chains& b, const OverlapTerms& terms,
                                       Share share);

/// How far the area of a pair can be from the true one, in square units.
[[nodiscard]] double error_bound(const OverlapPair& pair);

/// Twice the areas of the features by themselves, in square units.
[[nodiscard]] std::vector<kernel::Wide> twice_areas(const Chains& chains);

} // namespace regio::topology
