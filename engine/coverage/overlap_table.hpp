#pragma once

#include "kernel/area_sum.hpp"
#include "layer/layer.hpp"
#include "layer/regroup.hpp"
#include "topology/chains.hpp"
#include "topology/overlap.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regio::coverage {

/// One of the two layers of a table of overlaps.
struct OverlapSide {
    layer::Layer layer;
    topology::Chains chains; ///< Of the layer.
    /// What its features cover together, as one feature; nothing when no two of them overlap, for
    /// then they say so themselves.
    std::optional<topology::Chains> cover;
    /// Whether borders of features cross, so that the cover had to be rounded to the lattice.
    bool is_cover_rounded = false;
};

/// A layer as it is.
/// Precondition (both): no feature crosses itself or has a ring where it should not lie.
[[nodiscard]] OverlapSide overlap_side(layer::Layer layer);

/// A layer with a feature for each group: the union of its members, which it may share with other
/// groups. Members of no group are not part of it.
[[nodiscard]] OverlapSide overlap_side(const layer::Layer& layer,
                                       std::span<const layer::Regrouping> groups);

/// The part of a feature that lies in no feature of the other layer.
struct Uncovered {
    layer::FeatureId feature{};
    kernel::AreaSum area;
    std::uint32_t roundings = 0; ///< As in OverlapPair.
    bool is_rounded = false;     ///< It rests on a cover that was rounded, too.

    friend bool operator==(const Uncovered&, const Uncovered&) = default;
};

/// What the features of two layers share, and what of each lies in no feature of the other.
struct OverlapTable {
    std::vector<topology::OverlapPair> pairs; ///< By a, then b.
    std::vector<Uncovered> a_alone;           ///< By feature; those with an area.
    std::vector<Uncovered> b_alone;
    std::vector<kernel::Wide> twice_areas_a; ///< Of the features by themselves, whole numbers.
    std::vector<kernel::Wide> twice_areas_b;
};

/// Laws: 1. where no two features of one layer overlap, the pairs of a feature of the other and
/// what of it lies alone add up to its own area exactly; 2. the table of (b, a) is that of (a, b)
/// with the sides changed, bit for bit.
/// Precondition: both layers lie on one lattice.
[[nodiscard]] OverlapTable overlap_table(const OverlapSide& a, const OverlapSide& b,
                                         const topology::OverlapTerms& terms = {});

/// The greatest difference between the area of an uncovered part and the true one, in square units;
/// nothing when it rests on a rounded cover.
[[nodiscard]] std::optional<double> error_bound(const Uncovered& part);

} // namespace regio::coverage
