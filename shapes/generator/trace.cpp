#include "generator/trace.hpp"

#include "base/contract.hpp"

#include <array>
#include <map>

namespace regio::schematic {

namespace {

/// A step along the sides of cells: from a corner east, north, west or south.
struct Step {
    Cell corner;
    int direction = 0;
};

class Tracer {
public:
    Tracer(const CellGrid& grid, std::int32_t clearance_m)
        : grid_(grid), columns_(static_cast<std::size_t>(grid.columns()) + 1),
          is_walked_(4 * columns_ * (static_cast<std::size_t>(grid.rows()) + 1)),
          net_(box(), clearance_m) {}

    BorderNet trace() {
        for_each_corner([&](Cell corner) {
            if (degree(corner) > 2)
                walk_from(corner);
        });
        for_each_corner([&](Cell corner) {
            if (degree(corner) == 2)
                walk_from(corner);
        });
        return std::move(net_);
    }

private:
    [[nodiscard]] kernel::Box box() const {
        kernel::Box box;
        box.include(grid_.corner({0, 0}));
        box.include(grid_.corner({grid_.columns(), grid_.rows()}));
        return box;
    }

    template <typename Visit>
    void for_each_corner(Visit visit) const {
        for (std::int32_t row = 0; row <= grid_.rows(); ++row)
            for (std::int32_t column = 0; column <= grid_.columns(); ++column)
                visit(Cell{column, row});
    }

    [[nodiscard]] Owner left_of(Step step) const {
        const auto [column, row] = step.corner;
        const std::array cells{Cell{column, row}, Cell{column - 1, row}, Cell{column - 1, row - 1},
                               Cell{column, row - 1}};
        return grid_.owner(cells[static_cast<std::size_t>(step.direction)]);
    }

    [[nodiscard]] Owner right_of(Step step) const {
        return left_of({step.corner, (step.direction + 3) % 4});
    }

    [[nodiscard]] bool is_border(Step step) const { return left_of(step) != right_of(step); }

    [[nodiscard]] int degree(Cell corner) const {
        int count = 0;
        for (int direction = 0; direction < 4; ++direction)
            count += is_border({corner, direction}) ? 1 : 0;
        return count;
    }

    [[nodiscard]] std::size_t place(Cell corner, int direction) const {
        return 4 * (static_cast<std::size_t>(corner.row) * columns_ +
                    static_cast<std::size_t>(corner.column)) +
               static_cast<std::size_t>(direction);
    }

    void walk_from(Cell corner) {
        for (int direction = 0; direction < 4; ++direction)
            if (is_border({corner, direction}) && !is_walked_[place(corner, direction)])
                walk({corner, direction});
    }

    /// Goes on until a node, or the beginning, and keeps the corners where the border turns.
    void walk(Step step) {
        const Owner left = left_of(step);
        const Owner right = right_of(step);
        const Cell first = step.corner;
        std::vector<VertexId> line{vertex(first)};
        for (;;) {
            is_walked_[place(step.corner, step.direction)] = true;
            step.corner = beside(step.corner, step.direction);
            is_walked_[place(step.corner, (step.direction + 2) % 4)] = true;
            if (step.corner == first || degree(step.corner) > 2)
                break;
            const int next = onward(step);
            if (next != step.direction)
                line.push_back(vertex(step.corner));
            step.direction = next;
        }
        line.push_back(vertex(step.corner));
        net_.add_border(left, right, std::move(line));
    }

    [[nodiscard]] int onward(Step step) const {
        int turn = 3;
        while (turn <= 5 && !is_border({step.corner, (step.direction + turn) % 4}))
            ++turn;
        REGIO_EXPECTS(turn <= 5); // a border ends nowhere but in a node
        return (step.direction + turn) % 4;
    }

    VertexId vertex(Cell corner) {
        const auto [found, is_new] = vertices_.try_emplace(place(corner, 0), VertexId{});
        if (is_new)
            found->second = net_.add_vertex(grid_.corner(corner));
        return found->second;
    }

    const CellGrid& grid_;
    std::size_t columns_;
    std::vector<bool> is_walked_; ///< Each corner and direction.
    BorderNet net_;
    std::map<std::size_t, VertexId> vertices_;
};

} // namespace

BorderNet trace_borders(const CellGrid& grid, std::int32_t clearance_m) {
    return Tracer(grid, clearance_m).trace();
}

} // namespace regio::schematic
