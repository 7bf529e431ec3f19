#include "topology/tiled_edges.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Point;
using layer::RingId;

/// A tile per about so many edges.
constexpr std::size_t kEdgesPerTile = 512;

/// Blocks of runs that are sorted side by side, at most, and the edges that make one worth while.
constexpr std::size_t kMostBlocks = 16;
constexpr std::size_t kEdgesPerBlock = 4096;

/// Runs whose box one thread takes together.
constexpr std::size_t kRunsAtOnce = 256;

Box box_of(std::span<const Point> points, std::span<const EdgeRun> runs) {
    return tbb::parallel_reduce(
        tbb::blocked_range<std::size_t>(0, runs.size(), kRunsAtOnce), Box{},
        [&](const auto& range, Box box) {
            for (const EdgeRun& run : runs.subspan(range.begin(), range.size()))
                box.include(kernel::box_of(points.subspan(run.first, run.count + 1)));
            return box;
        },
        [](Box one, const Box& other) {
            one.include(other);
            return one;
        });
}

/// Squares that divide the box of all points. A place is twice the middle of an edge, which needs
/// no order of its ends.
class Tiles {
public:
    Tiles(const Box& box, std::size_t edges)
        : origin_x_(2 * std::int64_t{box.min.x}), origin_y_(2 * std::int64_t{box.min.y}) {
        if (box.is_empty())
            return;
        const double width = 2.0 * box.max.x - 2.0 * box.min.x + 1;
        const double height = 2.0 * box.max.y - 2.0 * box.min.y + 1;
        const auto wanted = static_cast<double>(edges / kEdgesPerTile + 1);
        const double side =
            std::max({1.0, std::sqrt(width * height / wanted), width / wanted, height / wanted});
        scale_ = static_cast<std::uint64_t>(0x1p32 / side);
        columns_ = along(static_cast<std::uint64_t>(width)) + 1;
        count_ = columns_ * (along(static_cast<std::uint64_t>(height)) + 1);
    }

    [[nodiscard]] std::size_t count() const { return count_; }

    [[nodiscard]] std::size_t of(Point a, Point b) const {
        const auto x = static_cast<std::uint64_t>(std::int64_t{a.x} + b.x - origin_x_);
        const auto y = static_cast<std::uint64_t>(std::int64_t{a.y} + b.y - origin_y_);
        return along(y) * columns_ + along(x);
    }

private:
    /// How many sides of tiles a distance takes. It is at most 2³², where the scale is at most a
    /// tile for each unit of a box that is no longer than the number of tiles.
    [[nodiscard]] std::size_t along(std::uint64_t distance) const {
        return static_cast<std::size_t>((distance * scale_) >> 32);
    }

    std::int64_t origin_x_;
    std::int64_t origin_y_;
    std::uint64_t scale_ = 0; ///< Tiles for a unit, times 2³².
    std::size_t columns_ = 1;
    std::size_t count_ = 1;
};

/// Runs of edges, in blocks of about as many, divided where the tile changes.
class RunBlocks {
public:
    RunBlocks(std::span<const Point> points, std::span<const EdgeRun> runs, const Tiles& tiles,
              std::size_t edges)
        : points_(points), runs_(runs), tiles_(tiles),
          count_(std::min(edges / kEdgesPerBlock + 1, kMostBlocks)) {}

    [[nodiscard]] std::size_t count() const { return count_; }

    /// Calls with the number of a block, a tile and a run, of each block in order, one block beside
    /// another.
    template <typename Visit>
    void for_each_run(const Visit& visit) const {
        tbb::parallel_for(std::size_t{0}, count_, [&](std::size_t block) {
            const std::size_t end = runs_.size() * (block + 1) / count_;
            for (std::size_t i = runs_.size() * block / count_; i < end; ++i)
                divide(runs_[i], [&](std::size_t tile, EdgeRun run) { visit(block, tile, run); });
        });
    }

private:
    [[nodiscard]] std::size_t tile_of(std::uint32_t e) const {
        return tiles_.of(points_[e], points_[e + 1]);
    }

    /// Calls with the runs of a run that are each in one tile.
    template <typename Visit>
    void divide(const EdgeRun& run, const Visit& visit) const {
        const std::uint32_t end = run.first + run.count;
        for (std::uint32_t first = run.first; first < end;) {
            const std::size_t tile = tile_of(first);
            std::uint32_t next = first + 1;
            while (next < end && tile_of(next) == tile)
                ++next;
            visit(tile, EdgeRun{.first = first, .count = next - first});
            first = next;
        }
    }

    std::span<const Point> points_;
    std::span<const EdgeRun> runs_;
    const Tiles& tiles_;
    std::size_t count_;
};

/// Turns the numbers of runs, tile by tile within each block, into the places where they go, tile
/// by tile and in each by block.
std::vector<std::uint32_t> to_places(std::vector<std::uint32_t>& numbers, std::size_t tiles) {
    std::vector<std::uint32_t> first(tiles + 1);
    std::uint32_t place = 0;
    for (std::size_t t = 0; t < tiles; ++t) {
        first[t] = place;
        for (std::size_t i = t; i < numbers.size(); i += tiles)
            place += std::exchange(numbers[i], place);
    }
    first[tiles] = place;
    return first;
}

} // namespace

std::vector<EdgeRun> runs_of(const layer::Layer& layer) {
    std::vector<EdgeRun> runs;
    runs.reserve(layer.ring_count() + layer.edge_count() / kEdgesPerBlock);
    for (std::size_t ring = 0; ring < layer.ring_count(); ++ring) {
        // The last stored point of a ring begins no edge.
        const std::size_t end = layer.first_point(RingId(ring + 1)) - 1;
        for (std::size_t first = layer.first_point(RingId(ring)); first < end;
             first += kEdgesPerBlock)
            runs.push_back(
                {.first = static_cast<std::uint32_t>(first),
                 .count = static_cast<std::uint32_t>(std::min(end - first, kEdgesPerBlock))});
    }
    return runs;
}

std::size_t edge_count(std::span<const EdgeRun> runs) {
    std::size_t count = 0;
    for (const EdgeRun& run : runs)
        count += run.count;
    return count;
}

TiledEdges::TiledEdges(std::span<const Point> points, std::span<const EdgeRun> runs) {
    const std::size_t edges = edge_count(runs);
    const Tiles tiles(box_of(points, runs), edges);
    const RunBlocks blocks(points, runs, tiles, edges);
    std::vector<std::uint32_t> next(blocks.count() * tiles.count());
    blocks.for_each_run([&](std::size_t block, std::size_t tile, EdgeRun /*run*/) {
        ++next[block * tiles.count() + tile];
    });
    first_ = to_places(next, tiles.count());
    runs_.resize(first_.back());
    blocks.for_each_run([&](std::size_t block, std::size_t tile, EdgeRun run) {
        runs_[next[block * tiles.count() + tile]++] = run;
    });
}

} // namespace regio::topology
