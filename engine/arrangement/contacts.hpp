#pragma once

#include "arrangement/lines.hpp"
#include "topology/edge_grid.hpp"

#include <cstdint>
#include <vector>

namespace regio::arrangement {

/// An edge that passes through the pixel (hot_pixel.hpp) of a point of a line and does not end
/// there. The point is named by its number.
struct Passage {
    std::uint32_t edge = 0;
    std::uint32_t point = 0;

    friend constexpr auto operator<=>(const Passage&, const Passage&) = default;
};

/// Where edges of lines come so near to each other that they meet, or could when they are moved to
/// lattice points.
struct Contacts {
    std::vector<kernel::Point> crossings; ///< Each rounded to the lattice; in order, once each.
    /// In order. Where many lines have one point, each of them names it, or one for all.
    std::vector<Passage> passages;
    /// The points within lines, ascending, in which other edges end too than the two on either
    /// side, or where these two are the same to and fro.
    std::vector<std::uint32_t> junctions;
};

/// All of them, found in a grid on all cores. Two edges with a common end do not cross; one that
/// runs along the other passes through its further end.
/// Preconditions: the grid is of the edges of the lines, and its box reaches a unit further than
/// them on all sides.
[[nodiscard]] Contacts find_contacts(const Lines& lines, const topology::EdgeGrid& grid);

} // namespace regio::arrangement
