#pragma once

#include "generator/border_net.hpp"
#include "generator/cell_grid.hpp"

namespace regio::schematic {

/// The borders between the owners of a grid, along the sides of its cells: each once, from node to
/// node, with a vertex wherever it turns. A node is a corner where three borders or four meet.
/// Precondition: no block of two by two cells has equal owners in opposite corners and others in
/// the other two.
[[nodiscard]] BorderNet trace_borders(const CellGrid& grid, std::int32_t clearance_m);

} // namespace regio::schematic
