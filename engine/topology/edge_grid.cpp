#include "topology/edge_grid.hpp"

#include "base/contract.hpp"
#include "base/sorted.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>
#include <tbb/task_arena.h>

#include <cmath>
#include <cstdlib>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Segment;

constexpr std::uint32_t kBlock = 256;

/// Entries an edge that the lists may have at most.
constexpr double kMostEntries = 4;

constexpr double kMostCells = 1U << 30;

/// How far edges reach together.
struct Reach {
    double along_x = 0;
    double along_y = 0;

    friend Reach operator+(Reach one, Reach other) {
        return {one.along_x + other.along_x, one.along_y + other.along_y};
    }
};

struct Rows {
    std::uint32_t low = 0xffffffff;
    std::uint32_t high = 0;
};

std::uint32_t block_count(const Edges& edges) {
    return (edges.count() + kBlock - 1) / kBlock;
}

template <typename Visit>
void for_each_edge(const Edges& edges, std::uint32_t block, const Visit& visit) {
    const std::uint32_t end = std::min(edges.count(), (block + 1) * kBlock);
    for (std::uint32_t edge = block * kBlock; edge < end; ++edge) {
        const Segment segment = edges[edge];
        if (segment.a != segment.b)
            visit(edge, segment);
    }
}

Reach reach_of(const Edges& edges) {
    return tbb::parallel_deterministic_reduce(
        tbb::blocked_range<std::uint32_t>(0, block_count(edges), 64), Reach(),
        [&](const auto& range, Reach reach) {
            for (std::uint32_t block = range.begin(); block != range.end(); ++block)
                for_each_edge(edges, block, [&](std::uint32_t /*edge*/, const Segment& s) {
                    reach.along_x += std::abs(static_cast<double>(s.b.x) - s.a.x);
                    reach.along_y += std::abs(static_cast<double>(s.b.y) - s.a.y);
                });
            return reach;
        },
        [](Reach one, Reach other) { return one + other; });
}

/// The power of two nearest to a length in units, as an exponent.
int shift_of(double length) {
    return std::clamp(static_cast<int>(std::lround(std::log2(length))), 0, 31);
}

} // namespace

/// Fills a grid: rows of cells are shared out, so that no two threads write to one list.
class EdgeGrid::Builder {
public:
    Builder(EdgeGrid& grid, const Edges& edges) : grid_(grid), edges_(edges) {}

    /// Cells of the wanted number, or fewer; their sides in the proportion of the edges' reach,
    /// which makes the entries fewest.
    void choose_cells(const Box& box, double cells_per_edge) {
        const Reach reach = reach_of(edges_);
        const double width = static_cast<double>(box.max.x) - box.min.x + 1;
        const double height = static_cast<double>(box.max.y) - box.min.y + 1;
        const double count = std::clamp(cells_per_edge * edges_.count(), 1.0, kMostCells);
        const double cell_area = width * height / count;
        const double ratio = (reach.along_x + 1) / (reach.along_y + 1);
        double cell_width = std::clamp(std::sqrt(cell_area * ratio), 1.0, width);
        const double cell_height = std::clamp(cell_area / cell_width, 1.0, height);
        cell_width = std::clamp(cell_area / cell_height, 1.0, width);
        const double entries = reach.along_x / cell_width + reach.along_y / cell_height;
        const double excess = std::max(1.0, entries / ((kMostEntries - 1) * edges_.count()));
        grid_.origin_ = box.min;
        grid_.shift_x_ = shift_of(cell_width * excess);
        grid_.shift_y_ = shift_of(cell_height * excess);
        grid_.columns_ = grid_.column_of(box.max.x) + 1;
        grid_.rows_ = grid_.row_of(box.max.y) + 1;
    }

    void list_edges() {
        const std::size_t cells = std::size_t{grid_.columns_} * grid_.rows_;
        grid_.first_.assign(cells + 1, 0);
        grid_.occupied_.assign(cells / 64 + 2, 0);
        find_rows_of_blocks();
        for_each_entry([&](std::size_t cell, std::uint32_t /*edge*/) { ++grid_.first_[cell]; });
        std::uint64_t total = 0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            if (grid_.first_[cell] > 0)
                grid_.occupied_[cell / 64] |= std::uint64_t{1} << cell % 64;
            if (grid_.first_[cell] > kCrowded)
                grid_.crowded_.push_back(cell);
            total += grid_.first_[cell];
            grid_.first_[cell] = static_cast<std::uint32_t>(total);
        }
        REGIO_EXPECTS(total < 0xffffffff);
        grid_.first_[cells] = static_cast<std::uint32_t>(total);
        grid_.listed_.resize(total);
        for_each_entry([&](std::size_t cell, std::uint32_t edge) {
            grid_.listed_[--grid_.first_[cell]] = edge;
        });
    }

    void divide_crowded_cells() {
        std::vector<std::vector<EdgeCrowd>> crowds(grid_.crowded_.size());
        tbb::parallel_for(std::size_t{0}, crowds.size(), [&](std::size_t i) {
            const std::size_t cell = grid_.crowded_[i];
            crowds[i].emplace_back(
                edges_,
                std::vector<std::uint32_t>(grid_.listed_.begin() + grid_.first_[cell],
                                           grid_.listed_.begin() + grid_.first_[cell + 1]),
                CommonEnds::LeftOut);
        });
        grid_.crowds_.reserve(crowds.size());
        for (auto& crowd : crowds)
            grid_.crowds_.push_back(std::move(crowd.front()));
    }

private:
    void find_rows_of_blocks() {
        rows_.assign(block_count(edges_), Rows());
        tbb::parallel_for(std::uint32_t{0}, block_count(edges_), [&](std::uint32_t block) {
            Rows& rows = rows_[block];
            for_each_edge(edges_, block, [&](std::uint32_t /*edge*/, const Segment& segment) {
                const auto [low, high] = std::minmax(segment.a.y, segment.b.y);
                rows.low = std::min(rows.low, grid_.row_of(low));
                rows.high = std::max(rows.high, grid_.row_of(high));
            });
        });
    }

    /// Calls with every edge in every cell that it passes. Each thread has rows of its own.
    template <typename Visit>
    void for_each_entry(const Visit& visit) const {
        const auto bands =
            static_cast<std::uint32_t>(2 * std::max(1, tbb::this_task_arena::max_concurrency()));
        tbb::parallel_for(std::uint32_t{0}, bands, [&](std::uint32_t band) {
            const auto row_at = [&](std::uint32_t i) {
                return static_cast<std::uint32_t>(std::uint64_t{grid_.rows_} * i / bands);
            };
            for_each_entry_in(row_at(band), row_at(band + 1), visit);
        });
    }

    template <typename Visit>
    void for_each_entry_in(std::uint32_t low, std::uint32_t end, const Visit& visit) const {
        const auto visit_run = [&](std::uint32_t edge, const CellRun& run) {
            const auto row = static_cast<std::uint32_t>(run.row);
            if (row < low || row >= end)
                return;
            for (std::int32_t column = run.first; column <= run.last; ++column)
                visit(std::size_t{row} * grid_.columns_ + static_cast<std::size_t>(column), edge);
        };
        for (std::uint32_t block = 0; block < rows_.size(); ++block) {
            if (rows_[block].high < low || rows_[block].low >= end)
                continue;
            for_each_edge(edges_, block, [&](std::uint32_t edge, const Segment& segment) {
                if (grid_.are_together(segment.a, segment.b)) {
                    if (const auto row = grid_.row_of(segment.a.y); low <= row && row < end)
                        visit(grid_.cell_of(segment.a), edge);
                    return;
                }
                grid_.for_each_run_of(segment, [&](const CellRun& run) { visit_run(edge, run); });
            });
        }
    }

    EdgeGrid& grid_;
    Edges edges_;
    std::vector<Rows> rows_; ///< In which the edges of a block lie.
};

EdgeGrid::EdgeGrid(const Edges& edges, const Box& box, double cells_per_edge) {
    Builder builder(*this, edges);
    builder.choose_cells(box, cells_per_edge);
    builder.list_edges();
    builder.divide_crowded_cells();
}

std::vector<kernel::Point> EdgeGrid::hubs() const {
    std::vector<kernel::Point> hubs;
    for (const EdgeCrowd& crowd : crowds_)
        crowd.add_hubs(hubs);
    sort_and_unite(hubs);
    return hubs;
}

const EdgeCrowd& EdgeGrid::crowd_of(std::size_t cell) const {
    const auto place = std::lower_bound(crowded_.begin(), crowded_.end(), cell);
    return crowds_[static_cast<std::size_t>(place - crowded_.begin())];
}

} // namespace regio::topology
