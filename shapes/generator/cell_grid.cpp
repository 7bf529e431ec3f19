#include "generator/cell_grid.hpp"

#include "base/contract.hpp"

namespace regio::schematic {

CellGrid::CellGrid(kernel::Point origin, std::int32_t cell_m, std::int32_t columns,
                   std::int32_t rows)
    : origin_(origin), cell_m_(cell_m), columns_(columns), rows_(rows) {
    REGIO_EXPECTS(cell_m > 0 && columns > 0 && rows > 0);
    owners_.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), kOutside);
}

bool CellGrid::holds(Cell cell) const {
    return cell.column >= 0 && cell.column < columns_ && cell.row >= 0 && cell.row < rows_;
}

std::size_t CellGrid::place(Cell cell) const {
    return static_cast<std::size_t>(cell.row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(cell.column);
}

Cell CellGrid::cell(std::size_t place) const {
    const auto columns = static_cast<std::size_t>(columns_);
    return {static_cast<std::int32_t>(place % columns), static_cast<std::int32_t>(place / columns)};
}

Owner CellGrid::owner(Cell cell) const {
    return holds(cell) ? owners_[place(cell)] : kOutside;
}

kernel::Point CellGrid::corner(Cell cell) const {
    return {origin_.x + cell.column * cell_m_, origin_.y + cell.row * cell_m_};
}

kernel::Point CellGrid::middle(Cell cell) const {
    const kernel::Point low = corner(cell);
    return {low.x + cell_m_ / 2, low.y + cell_m_ / 2};
}

} // namespace regio::schematic
