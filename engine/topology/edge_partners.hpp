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
/// partner as far as there are: an edge takes the latest before it that walks the other way and has
/// none yet. Along a border the choice is the same everywhere.
///
/// Laws: 1. partners are mutual and have the same ends, exchanged; 2. of the edges between two
/// points, as many are without a partner as there are more walks one way than the other; 3. no
/// number of threads changes the answer.
///
/// Edges are divided among tiles, each of which is matched by itself, in the cache and on all
/// cores. In a tile, edges are counted in cells that their ends choose, and a cell keeps the
/// exclusive or of its edges (as an invertible Bloom filter does; Eppstein and Goodrich 2011):
/// where it has two, each names the other, without a search. A hash table decides the rest, which
/// keeps to the order above. Tiles that are crowded are divided again, and then by hash. Time is
/// linear wherever the edges lie; on the way it takes 8 bytes for every run of edges in one tile.
///
/// Precondition: fewer than 2³² - 1 points.
[[nodiscard]] std::vector<std::uint32_t> match_edges(const layer::Layer& layer);

} // namespace regio::topology
