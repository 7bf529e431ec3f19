#include "tests/support/cell_map.hpp"

#include <algorithm>

namespace regio::test {

using schematic::Cell;
using schematic::CellGrid;
using schematic::Owner;

namespace {

Owner owner_of(char letter) {
    if (letter == '.')
        return schematic::kOutside;
    return letter == '?' ? schematic::kFree : Owner(static_cast<std::uint16_t>(letter - 'a'));
}

char letter_of(Owner owner) {
    if (owner == schematic::kOutside)
        return '.';
    return owner == schematic::kFree ? '?' : static_cast<char>('a' + static_cast<char>(owner));
}

} // namespace

CellGrid grid_of(std::string_view map) {
    const auto columns = static_cast<std::int32_t>(map.find('\n'));
    const auto rows = static_cast<std::int32_t>(std::ranges::count(map, '\n'));
    CellGrid grid({0, 0}, 100, columns, rows);
    for (std::int32_t row = 0; row < rows; ++row)
        for (std::int32_t column = 0; column < columns; ++column) {
            const auto place = static_cast<std::size_t>((rows - 1 - row) * (columns + 1) + column);
            grid.give(grid.place({column, row}), owner_of(map[place]));
        }
    return grid;
}

std::string to_text(const CellGrid& grid) {
    std::string text;
    for (std::int32_t row = grid.rows(); row-- > 0;) {
        for (std::int32_t column = 0; column < grid.columns(); ++column)
            text += letter_of(grid.owner(Cell{column, row}));
        text += '\n';
    }
    return text;
}

} // namespace regio::test
