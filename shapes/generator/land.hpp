#pragma once

#include "generator/cell_grid.hpp"
#include "generator/world.hpp"

namespace regio::schematic {

/// The grid over the whole outline: the cells whose middle lies on the mainland are free, those of
/// Voeren its own, and Baarle-Hertog's lie where claim_enclave() puts them. The mainland hangs
/// together: cells that only touch it by a corner, or not at all, are left outside.
[[nodiscard]] CellGrid lay_out(const World& world, std::int32_t cell_m);

/// Gives an owner as many cells outside as its area asks for: those nearest to the point three
/// radii (of a circle of that area) south of its centre that do not touch anybody else's land.
/// Where they hang together depends on the outline there; the caller sees to that.
void claim_enclave(CellGrid& grid, Owner owner, const Municipality& municipality);

} // namespace regio::schematic
