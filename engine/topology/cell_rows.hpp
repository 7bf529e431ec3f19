#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace regio::topology {

/// A straight line between two places of a grid, in cells.
struct CellLine {
    double x1, y1, x2, y2;
};

/// The cells of a row from `first` up to and with `last`.
struct CellRun {
    std::int32_t row, first, last;
};

/// Calls with all cells of a grid that the line meets or misses by less than the margin (in cells),
/// row by row; others may be among them.
template <typename Visit>
void for_each_run(const CellLine& line, double margin, std::int32_t columns, std::int32_t rows,
                  const Visit& visit) {
    const auto cell = [](double place, std::int32_t count) {
        return static_cast<std::int32_t>(std::clamp(place, 0.0, count - 1.0));
    };
    const auto [low, high] = std::minmax(line.y1, line.y2);
    const auto [left, right] = std::minmax(line.x1, line.x2);
    const std::int32_t first_row = cell(low - margin, rows);
    const std::int32_t last_row = cell(high + margin, rows);
    if (first_row == last_row || low == high) {
        for (std::int32_t row = first_row; row <= last_row; ++row)
            visit(CellRun{row, cell(left - margin, columns), cell(right + margin, columns)});
        return;
    }
    const double slope = (line.x2 - line.x1) / (line.y2 - line.y1);
    for (std::int32_t row = first_row; row <= last_row; ++row) {
        const double a = line.x1 + (std::clamp(row - margin, low, high) - line.y1) * slope;
        const double b = line.x1 + (std::clamp(row + 1 + margin, low, high) - line.y1) * slope;
        const double from = std::max(std::min(a, b), left);
        const double to = std::min(std::max(a, b), right);
        visit(CellRun{row, cell(from - margin, columns), cell(to + margin, columns)});
    }
}

} // namespace regio::topology
