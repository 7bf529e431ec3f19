#pragma once

#include "generator/cell_grid.hpp"

#include <string>
#include <string_view>

namespace regio::test {

/// A grid as a map of letters, a line for each row from north to south: "a" is owner 0, "." the
/// outside, "?" free. Cells are 100 m wide, and the lower left corner is at 0 0.
schematic::CellGrid grid_of(std::string_view map);

/// The same form.
std::string to_text(const schematic::CellGrid& grid);

} // namespace regio::test
