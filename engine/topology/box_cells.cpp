#include "topology/box_cells.hpp"

#include <algorithm>
#include <cmath>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Point;

constexpr std::size_t kEdgesPerCell = 16;
constexpr std::size_t kMostEntriesPerEdge = 4;

Box box_of_edge(std::span<const Point> points, std::uint32_t edge) {
    return box_of(points.subspan(edge, 2));
}

/// Where cells lie.
class Grid {
public:
    Grid(const Box& box, std::size_t cells) : origin_(box.min) {
        const double width = double(box.max.x) - box.min.x + 1;
        const double height = double(box.max.y) - box.min.y + 1;
        const auto wanted = static_cast<double>(cells);
        side_ = static_cast<std::int64_t>(std::max(
            {std::ceil(std::sqrt(width * height / wanted)), width / wanted, height / wanted}));
        columns_ = place(box.max.x, origin_.x) + 1;
        rows_ = place(box.max.y, origin_.y) + 1;
    }

    [[nodiscard]] std::size_t count() const { return columns_ * rows_; }

    template <typename Visit>
    void for_each_cell(const Box& box, const Visit& visit) const {
        const std::size_t left = place(box.min.x, origin_.x);
        const std::size_t right = place(box.max.x, origin_.x);
        const std::size_t top = place(box.max.y, origin_.y);
        for (std::size_t row = place(box.min.y, origin_.y); row <= top; ++row)
            for (std::size_t column = left; column <= right; ++column)
                visit(row * columns_ + column);
    }

    /// How many cells a box reaches.
    [[nodiscard]] std::size_t reach(const Box& box) const {
        return (place(box.max.x, origin_.x) - place(box.min.x, origin_.x) + 1) *
               (place(box.max.y, origin_.y) - place(box.min.y, origin_.y) + 1);
    }

private:
    [[nodiscard]] std::size_t place(std::int64_t at, std::int64_t origin) const {
        return static_cast<std::size_t>((at - origin) / side_);
    }

    Point origin_;
    std::int64_t side_ = 1;
    std::size_t columns_ = 1;
    std::size_t rows_ = 1;
};

} // namespace

bool BoxCells::divide(std::span<const Point> points, std::span<const std::uint32_t> edges) {
    first_.assign(1, 0);
    listed_.clear();
    Box box;
    for (const std::uint32_t e : edges)
        box.include(box_of_edge(points, e));
    if (box.is_empty())
        return false;
    const Grid grid(box, edges.size() / kEdgesPerCell + 1);
    std::size_t entries = 0;
    for (const std::uint32_t e : edges)
        entries += grid.reach(box_of_edge(points, e));
    if (entries > kMostEntriesPerEdge * edges.size())
        return false;
    first_.assign(grid.count() + 1, 0);
    for (const std::uint32_t e : edges)
        grid.for_each_cell(box_of_edge(points, e), [&](std::size_t cell) { ++first_[cell]; });
    for (std::size_t cell = 0; cell < grid.count(); ++cell)
        first_[cell + 1] += first_[cell];
    listed_.resize(entries);
    for (const std::uint32_t e : edges)
        grid.for_each_cell(box_of_edge(points, e),
                           [&](std::size_t cell) { listed_[--first_[cell]] = e; });
    return true;
}

} // namespace regio::topology
