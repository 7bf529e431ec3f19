#pragma once

#include "generator/border_net.hpp"
#include "kernel/ring.hpp"

#include <span>

namespace regio::schematic {

/// Takes out the vertices that lie within the tolerance of the line without them (Douglas and
/// Peucker, Algorithms for the Reduction of the Number of Points, 1973), as far as the laws of the
/// net allow: the steps of the grid become straight lines. Nodes stay where they are.
void straighten(BorderNet& net, std::int32_t tolerance_m);

/// Which outer borders: those between nodes, of land that borders other land, or those of land that
/// borders nobody.
enum class OuterBorders : std::uint8_t { Open, Closed };

/// Moves the vertices and nodes of such outer borders onto a ring of border points, to one of them
/// where there is one so near, else to the nearest point between, as far as the laws of the net
/// allow. Those that are further than `reach_m` from the ring stay.
void follow(BorderNet& net, kernel::RingView ring, OuterBorders which, std::int32_t reach_m);

} // namespace regio::schematic
