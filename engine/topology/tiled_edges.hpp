#pragma once

#include "layer/layer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

/// Edges of a ring that follow each other. An edge is the place in layer.points() where it begins.
struct EdgeRun {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// All edges of a layer in order, as runs of a few thousand edges at most.
[[nodiscard]] std::vector<EdgeRun> runs_of(const layer::Layer& layer);

/// How many edges runs have together.
[[nodiscard]] std::size_t edge_count(std::span<const EdgeRun> runs);

/// Runs of edges divided among square tiles, by the middles of edges: most lie in the tile of the
/// edge before them, so that the runs stay long.
///
/// Laws: 1. every edge is in one tile; 2. edges with the same ends are in the same; 3. the edges of
/// a tile are in the order in which they came, whatever the number of threads. A tile holds about
/// five hundred edges where they are spread evenly; nothing is promised where they are not.
class TiledEdges {
public:
    /// Sorts by counting, blocks of runs on all cores. Time is linear; 8 bytes a run.
    TiledEdges(std::span<const kernel::Point> points, std::span<const EdgeRun> runs);

    [[nodiscard]] std::size_t tile_count() const noexcept { return first_.size() - 1; }

    [[nodiscard]] std::span<const EdgeRun> tile(std::size_t tile) const {
        return std::span(runs_).subspan(first_[tile], first_[tile + 1] - first_[tile]);
    }

private:
    std::vector<EdgeRun> runs_;
    std::vector<std::uint32_t> first_; ///< Of each tile.
};

} // namespace regio::topology
