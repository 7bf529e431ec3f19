#pragma once

#include "layer/layer.hpp"

#include <cstdint>
#include <vector>

namespace regio::topology {

/// Where an edge has no partner, or there is no edge: the last stored point of a ring.
inline constexpr std::uint32_t kNoPartner = 0xffffffff;

/// For every edge of a layer (the edge that starts at that place of layer.points()) the edge that
/// walks it the other way, or kNoPartner.
///
/// Where several features walk one edge in one direction (they overlap there), each takes another
/// partner as far as there are, by the order of edges; the same everywhere along a border.
///
/// Laws: 1. partners are mutual and have the same ends, exchanged; 2. of the edges between two
/// points, as many are without a partner as there are more walks one way than the other.
///
/// Edges are sorted into tiles first, so that the hash table of one tile stays in the cache: one
/// table for all is about six times slower. Tiles are matched on all cores, each by itself, so that
/// no number of threads changes the answer. Time is linear, 8 bytes an edge.
/// Precondition: fewer than 2³² - 1 points.
[[nodiscard]] std::vector<std::uint32_t> match_edges(const layer::Layer& layer);

} // namespace regio::topology
