#pragma once

#include "arrangement/contacts.hpp"

#include <vector>

namespace regio::arrangement {

/// A lattice point through which an edge is led, not one of its ends.
struct Stop {
    std::uint32_t edge = 0;
    kernel::Point point;

    friend constexpr bool operator==(const Stop&, const Stop&) = default;
};

/// How edges are led, and where lines are cut besides: what node() makes its arcs of.
struct Routes {
    std::vector<Stop> stops;         ///< By edge, in the order in which it passes them; once each.
    std::vector<std::uint32_t> cuts; ///< Points within lines that become nodes; ascending.
};

/// Which edges have to be led through which points: see node(). Preconditions: the contacts are
/// those of the lines, and the grid too.
[[nodiscard]] Routes find_routes(const Lines& lines, const topology::EdgeGrid& grid,
                                 const Contacts& contacts);

} // namespace regio::arrangement
