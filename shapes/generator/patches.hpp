#pragma once

#include "generator/cell_grid.hpp"

#include <cstddef>
#include <vector>

namespace regio::schematic {

/// The places of cells that hang together by sides, ascending.
using Patch = std::vector<std::size_t>;

/// The patches of one owner, the largest first, equals by their first place.
[[nodiscard]] std::vector<Patch> find_patches(const CellGrid& grid, Owner owner);

/// Makes the cells of each owner hang together by sides, and lets neither an owner nor the outside
/// meet itself in a corner only. Spurs one cell wide are cut off, patches but the largest of each
/// owner go to who has most sides along them, and where corners touch one cell changes hands. A
/// patch that only the outside surrounds stays.
///
/// Law: afterwards each owner that others border has one patch, and no block of two by two cells
/// has equal owners in opposite corners and others in the other two. Precondition: no cell is free.
void mend_patches(CellGrid& grid, std::size_t owners);

} // namespace regio::schematic
