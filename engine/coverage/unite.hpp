#pragma once

#include "layer/layer.hpp"
#include "layer/regroup.hpp"
#include "topology/chains.hpp"

#include <span>
#include <vector>

namespace regio::coverage {

/// A layer with one feature for each group of features of another: their union.
struct United {
    layer::Layer layer;
    /// Of each feature: whether members overlap, so that borders cross inside it and what they
    /// enclose together had to be rounded to the lattice.
    std::vector<bool> is_rounded;
};

/// The unions of groups of features. Where no two members of a group overlap, its feature has their
/// parts as they are (layer::regroup()), and its area is exactly the sum of theirs. Else it is what
/// the members cover together: the faces of their arrangement that lie in one of them or more, so
/// that a hole of one takes nothing from another. Crossings are rounded to the lattice there.
/// Precondition: no feature crosses itself or has a ring where it should not lie.
[[nodiscard]] United unite(const layer::Layer& layer, std::span<const layer::Regrouping> groups);

/// Whether two features of a layer overlap. Precondition: as of unite().
[[nodiscard]] bool features_overlap(const layer::Layer& layer, const topology::Chains& chains);

/// What features cover together, as unite() makes it of those that overlap. Precondition: as above.
[[nodiscard]] kernel::MultiPolygon area_under(const topology::Chains& features);

} // namespace regio::coverage
