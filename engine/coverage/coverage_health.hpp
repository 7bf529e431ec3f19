#pragma once

#include "kernel/polygon.hpp"
#include "layer/layer.hpp"
#include "topology/adjacency.hpp"
#include "topology/chains.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace regio::coverage {

/// How well the features of a layer fit together, from its one-sided borders. In a coverage they
/// are its outer border and those of holes that are meant, and nothing else.
struct CoverageHealth {
    std::size_t edges = 0;           ///< Each border once.
    std::size_t one_sided_edges = 0; ///< Those that only one feature walks.
    topology::Length one_sided;
    topology::Length inside_other; ///< Of which the other side lies in another feature.

    /// Areas without a feature that borders enclose, in order of their least point. Where borders
    /// cross they enclose nothing by themselves, and what lies there is not among these.
    kernel::MultiPolygon gaps;

    /// Features that overlap: of each of these pairs one has a one-sided border inside the other,
    /// or on the same side in common with it. One < other, in order.
    std::vector<std::pair<layer::FeatureId, layer::FeatureId>> overlaps;
};

/// The overlaps alone, for less work. Of features that repeat a whole part of the layer some pairs
/// can be missing, because the copies find partners among themselves; that there is a pair at all
/// is sure. Ask a layer of the features in question to be sure of them.
[[nodiscard]] std::vector<std::pair<layer::FeatureId, layer::FeatureId>>
find_overlaps(const layer::Layer& layer, const topology::Chains& chains);

/// CoverageHealth::inside_other alone, for less work.
[[nodiscard]] topology::Length length_inside_others(const layer::Layer& layer,
                                                    const topology::Chains& chains);

/// Laws, in a layer without self contacts: 1. every pair overlaps, and where there is no pair there
/// is no overlap; 2. the gaps of a layer without overlaps are all that its union encloses, by
/// borders or in corners, whether borders have the same vertices on both sides or not.
[[nodiscard]] CoverageHealth coverage_health(const layer::Layer& layer,
                                             const topology::Chains& chains);

} // namespace regio::coverage
