#pragma once

#include "kernel/shift.hpp"
#include "topology/edge_grid.hpp"
#include "topology/hubs.hpp"
#include "topology/walk.hpp"

#include <cstdint>
#include <vector>

namespace regio::topology {

/// An edge of a walk that crosses an edge of another walk.
class Crossing {
public:
    Crossing() = default;
    /// Precondition: the other edge has a number below 2³¹.
    Crossing(std::uint32_t edge, std::uint32_t other, bool goes_right)
        : edge_(edge), other_(other << 1 | (goes_right ? 1U : 0U)) {}

    [[nodiscard]] std::uint32_t edge() const noexcept { return edge_; }
    [[nodiscard]] std::uint32_t other() const noexcept { return other_ >> 1; }

    /// From the left of the other edge to its right.
    [[nodiscard]] bool goes_right() const noexcept { return (other_ & 1) != 0; }

    friend constexpr auto operator<=>(const Crossing&, const Crossing&) = default;

private:
    std::uint32_t edge_ = 0;
    std::uint32_t other_ = 0;
};

/// All crossings of edges of two walks, the edges of the second counting as moved; in order, each
/// once. Bridges count as edges; those of one walk with those of the other are left out, and so are
/// edges that end in a common hub.
/// Precondition: the grid is that of the edges of `other`, over a box that holds both walks.
[[nodiscard]] std::vector<Crossing> find_crossings(const Walk& walk, const Walk& other,
                                                   const EdgeGrid& grid_of_other, const Hubs& hubs);

/// The same crossings as the other walk sees them, in the order of its edges.
[[nodiscard]] std::vector<Crossing> seen_from_other(const std::vector<Crossing>& crossings,
                                                    const Walk& other);

} // namespace regio::topology
