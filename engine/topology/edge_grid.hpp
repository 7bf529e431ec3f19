#pragma once

#include "kernel/box.hpp"
#include "topology/cell_rows.hpp"
#include "topology/edge_crowd.hpp"
#include "topology/edges.hpp"

#include <bit>
#include <cstdint>
#include <vector>

namespace regio::topology {

/// Finds the edges near a segment: a uniform grid whose cells list the edges that pass through them
/// (Franklin, Adaptive Grids for Geometric Operations, 1983). Cells are as wide and high as the
/// edges are: narrow where they stand upright, and so large that lists stay within four entries an
/// edge. Cells in which many edges crowd are divided further (EdgeCrowd), so that no way in which
/// data are distributed costs more than a few times that of even ones.
///
/// About 4 bytes a cell and 6 bytes an edge. Safe to ask from several threads.
class EdgeGrid {
public:
    /// Edges of no length are left out. Preconditions: the box holds all edges; `edges` outlives
    /// the grid; fewer than 2³¹ edges.
    EdgeGrid(const Edges& edges, const kernel::Box& box, double cells_per_edge);

    /// Whether it takes a look to see that no edge is near: the box keeps to a few rows of cells,
    /// all of them empty. Most of a layer that is finer than the other is passed over so.
    [[nodiscard]] bool is_plainly_empty(const kernel::Box& box) const {
        constexpr std::uint32_t kFewRows = 4;
        constexpr std::uint32_t kFewColumns = 32;
        const std::uint32_t first_column = column_of(box.min.x);
        const std::uint32_t columns = column_of(box.max.x) - first_column + 1;
        const std::uint32_t first_row = row_of(box.min.y);
        const std::uint32_t end_row = row_of(box.max.y) + 1;
        if (columns > kFewColumns || end_row - first_row > kFewRows)
            return false;
        std::uint64_t occupied = 0;
        for (std::uint32_t row = first_row; row < end_row; ++row)
            occupied |= occupied_from(std::size_t{row} * columns_ + first_column);
        return (occupied & ((std::uint64_t{1} << columns) - 1)) == 0;
    }

    /// Points in which many edges end, ascending.
    [[nodiscard]] std::vector<kernel::Point> hubs() const;

    /// Calls with the number of every edge that has a point within half a unit of a lattice point
    /// in x and in y, those that end in a hub included; with others, and with some more than once.
    /// Precondition: the box reaches a unit further than the point to the left and below.
    template <typename Visit>
    void for_each_passing(kernel::Point pixel, const Visit& visit) const {
        for (std::uint32_t row = row_of(pixel.y - 1); row <= row_of(pixel.y); ++row)
            for (std::uint32_t column = column_of(pixel.x - 1); column <= column_of(pixel.x);
                 ++column)
                visit_cell_around(std::size_t{row} * columns_ + column, pixel, visit);
    }

    /// Whether for_each_near() of an edge that ends in the point also calls with all that
    /// for_each_passing() would find there.
    [[nodiscard]] bool is_within_cell(kernel::Point point) const {
        return column_of(point.x - 1) == column_of(point.x) &&
               row_of(point.y - 1) == row_of(point.y) && !is_crowded(point);
    }

    /// Calls with the number of every edge that meets the segment, but some of those that end in a
    /// hub in which it ends too; with others, and with some more than once.
    /// Precondition: the segment lies in the box.
    template <typename Visit>
    void for_each_near(const kernel::Segment& segment, const Visit& visit) const {
        const std::uint32_t left = std::min(column_of(segment.a.x), column_of(segment.b.x));
        const std::uint32_t right = std::max(column_of(segment.a.x), column_of(segment.b.x));
        const std::uint32_t bottom = std::min(row_of(segment.a.y), row_of(segment.b.y));
        const std::uint32_t top = std::max(row_of(segment.a.y), row_of(segment.b.y));
        if (are_few(right - left, top - bottom)) [[likely]] {
            for (std::uint32_t row = bottom; row <= top; ++row)
                for (std::uint32_t column = left; column <= right; ++column)
                    visit_cell(std::size_t{row} * columns_ + column, segment, visit);
            return;
        }
        for_each_run_of(segment, [&](const CellRun& run) { visit_run(run, segment, visit); });
    }

private:
    class Builder;

    [[nodiscard]] std::uint32_t column_of(std::int32_t x) const {
        return (static_cast<std::uint32_t>(x) - static_cast<std::uint32_t>(origin_.x)) >> shift_x_;
    }
    [[nodiscard]] std::uint32_t row_of(std::int32_t y) const {
        return (static_cast<std::uint32_t>(y) - static_cast<std::uint32_t>(origin_.y)) >> shift_y_;
    }

    [[nodiscard]] std::size_t cell_of(kernel::Point point) const {
        return std::size_t{row_of(point.y)} * columns_ + column_of(point.x);
    }

    [[nodiscard]] bool is_occupied(std::size_t cell) const {
        return (occupied_[cell / 64] >> cell % 64 & 1) != 0;
    }

    /// The bits of 32 cells or more, from that one on.
    [[nodiscard]] std::uint64_t occupied_from(std::size_t cell) const {
        const std::uint64_t low = occupied_[cell / 64] >> cell % 64;
        return low | occupied_[cell / 64 + 1] << 1 << (63 - cell % 64);
    }

    /// Whether a segment that passes so many columns and rows is taken to be in all their cells.
    static constexpr bool are_few(std::uint32_t columns, std::uint32_t rows) {
        return columns <= 2 && rows <= 2;
    }

    /// Whether two points lie in one cell.
    [[nodiscard]] bool are_together(kernel::Point one, kernel::Point other) const {
        return column_of(one.x) == column_of(other.x) && row_of(one.y) == row_of(other.y);
    }

    /// Calls with the cells that a segment passes, and some beside it.
    template <typename Visit>
    void for_each_run_of(const kernel::Segment& segment, const Visit& visit) const;

    template <typename Visit>
    void visit_run(const CellRun& run, const kernel::Segment& segment, const Visit& visit) const;

    template <typename Visit>
    void visit_cell(std::size_t cell, const kernel::Segment& segment, const Visit& visit) const {
        if (!is_occupied(cell))
            return;
        const std::uint32_t first = first_[cell];
        const std::uint32_t end = first_[cell + 1];
        if (end - first > kCrowded) [[unlikely]] {
            crowd_of(cell).for_each_near(segment, visit);
            return;
        }
        for (std::uint32_t i = first; i < end; ++i)
            visit(listed_[i]);
    }

    /// An edge between lattice points that comes so near meets a diagonal of the square from -1 to
    /// +1 around the pixel. One that is left out of a diagonal, because it ends in a hub in which
    /// that ends too, meets the other one.
    template <typename Visit>
    void visit_cell_around(std::size_t cell, kernel::Point pixel, const Visit& visit) const {
        if (!is_occupied(cell))
            return;
        const std::uint32_t first = first_[cell];
        const std::uint32_t end = first_[cell + 1];
        if (end - first > kCrowded) [[unlikely]] {
            const EdgeCrowd& crowd = crowd_of(cell);
            crowd.for_each_near({{pixel.x - 1, pixel.y - 1}, {pixel.x + 1, pixel.y + 1}}, visit);
            crowd.for_each_near({{pixel.x - 1, pixel.y + 1}, {pixel.x + 1, pixel.y - 1}}, visit);
            return;
        }
        for (std::uint32_t i = first; i < end; ++i)
            visit(listed_[i]);
    }

    /// Whether the cell of a point is divided further.
    [[nodiscard]] bool is_crowded(kernel::Point point) const {
        const std::size_t cell = cell_of(point);
        return first_[cell + 1] - first_[cell] > kCrowded;
    }

    [[nodiscard]] const EdgeCrowd& crowd_of(std::size_t cell) const;

    /// Entries in a cell from which on it is divided further.
    static constexpr std::uint32_t kCrowded = 48;

    kernel::Point origin_;
    int shift_x_ = 0;
    int shift_y_ = 0;
    std::uint32_t columns_ = 1;
    std::uint32_t rows_ = 1;
    std::vector<std::uint32_t> first_;    ///< Of each cell in listed_, row by row, and the end.
    std::vector<std::uint32_t> listed_;   ///< Edges.
    std::vector<std::uint64_t> occupied_; ///< A bit for each cell, and a word more.
    std::vector<std::size_t> crowded_;    ///< Cells, ascending,
    std::vector<EdgeCrowd> crowds_;       ///< and what is in them.
};

template <typename Visit>
void EdgeGrid::for_each_run_of(const kernel::Segment& segment, const Visit& visit) const {
    const std::uint32_t column_a = column_of(segment.a.x);
    const std::uint32_t column_b = column_of(segment.b.x);
    const std::uint32_t row_a = row_of(segment.a.y);
    const std::uint32_t row_b = row_of(segment.b.y);
    const auto [left, right] = std::minmax(column_a, column_b);
    const auto [bottom, top] = std::minmax(row_a, row_b);
    if (are_few(right - left, top - bottom)) {
        for (std::uint32_t row = bottom; row <= top; ++row)
            visit(CellRun{static_cast<std::int32_t>(row), static_cast<std::int32_t>(left),
                          static_cast<std::int32_t>(right)});
        return;
    }
    const auto in_cells = [](std::int32_t place, std::int32_t origin, int shift) {
        return (static_cast<double>(place) - origin) /
               static_cast<double>(std::int64_t{1} << shift);
    };
    // Within a row, a place in doubles is off by far less than a thousandth of a cell.
    constexpr double kMargin = 1e-3;
    for_each_run(CellLine{in_cells(segment.a.x, origin_.x, shift_x_),
                          in_cells(segment.a.y, origin_.y, shift_y_),
                          in_cells(segment.b.x, origin_.x, shift_x_),
                          in_cells(segment.b.y, origin_.y, shift_y_)},
                 kMargin, static_cast<std::int32_t>(columns_), static_cast<std::int32_t>(rows_),
                 visit);
}

template <typename Visit>
void EdgeGrid::visit_run(const CellRun& run, const kernel::Segment& segment,
                         const Visit& visit) const {
    const std::size_t row = static_cast<std::size_t>(run.row) * columns_;
    const std::size_t end = row + static_cast<std::size_t>(run.last) + 1;
    std::size_t cell = row + static_cast<std::size_t>(run.first);
    while (cell < end) {
        const std::uint64_t ahead = occupied_[cell / 64] >> cell % 64;
        if (ahead == 0) {
            cell = (cell / 64 + 1) * 64;
            continue;
        }
        cell += static_cast<std::size_t>(std::countr_zero(ahead));
        if (cell < end)
            visit_cell(cell, segment, visit);
        ++cell;
    }
}

} // namespace regio::topology
