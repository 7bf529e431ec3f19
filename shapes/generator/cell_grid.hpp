#pragma once

#include "kernel/point.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace regio::schematic {

/// Who owns a cell of the grid or lies beside a border: the place of a municipality in its world.
enum class Owner : std::uint16_t {};

/// What belongs to no municipality: abroad, the sea, Wallonia, Brussels.
inline constexpr Owner kOutside{0xffff};

/// Land inside the outline that has not been given to anyone yet.
inline constexpr Owner kFree{0xfffe};

[[nodiscard]] constexpr std::size_t index(Owner owner) {
    return static_cast<std::size_t>(owner);
}

/// A column and a row of the grid, or the lower left corner of that cell.
struct Cell {
    std::int32_t column = 0;
    std::int32_t row = 0;

    friend constexpr bool operator==(const Cell&, const Cell&) = default;
};

/// Square cells, rows from south to north, each with its owner. Beyond the grid everything is
/// outside. Coordinates are metres of EPSG:31370.
class CellGrid {
public:
    /// All cells are outside at first.
    CellGrid(kernel::Point origin, std::int32_t cell_m, std::int32_t columns, std::int32_t rows);

    [[nodiscard]] std::int32_t cell_m() const noexcept { return cell_m_; }
    [[nodiscard]] std::int32_t columns() const noexcept { return columns_; }
    [[nodiscard]] std::int32_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t size() const noexcept { return owners_.size(); }

    [[nodiscard]] bool holds(Cell cell) const;
    /// Precondition: the grid holds the cell.
    [[nodiscard]] std::size_t place(Cell cell) const;
    [[nodiscard]] Cell cell(std::size_t place) const;

    [[nodiscard]] Owner owner(Cell cell) const;
    [[nodiscard]] Owner owner(std::size_t place) const { return owners_[place]; }
    void give(std::size_t place, Owner owner) { owners_[place] = owner; }

    [[nodiscard]] kernel::Point corner(Cell cell) const;
    [[nodiscard]] kernel::Point middle(Cell cell) const;
    [[nodiscard]] kernel::Point middle(std::size_t place) const { return middle(cell(place)); }

private:
    kernel::Point origin_;
    std::int32_t cell_m_;
    std::int32_t columns_;
    std::int32_t rows_;
    std::vector<Owner> owners_;
};

/// The four cells that share a side with this one: east, north, west, south.
[[nodiscard]] constexpr Cell beside(Cell cell, int direction) {
    const auto place = static_cast<std::size_t>(direction);
    constexpr std::array kColumn{1, 0, -1, 0};
    constexpr std::array kRow{0, 1, 0, -1};
    return {cell.column + kColumn[place], cell.row + kRow[place]};
}

} // namespace regio::schematic
