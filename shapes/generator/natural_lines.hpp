#pragma once

#include "generator/border_net.hpp"

#include <cstdint>
#include <span>

namespace regio::schematic {

/// How borders are bent; why the numbers are these is in README.md.
struct BendingTerms {
    std::int32_t longest_m = 800;     ///< Segments that are longer are halved.
    std::int32_t bend_percent = 26;   ///< How far a middle may move, of the length that is halved.
    std::int32_t most_m = 600;        ///< And how far at most.
    std::int32_t outer_percent = 12;  ///< Instead, of the outline, which has bends of its own.
    std::int32_t coast_percent = 1;   ///< On the coast, which is part of it.
    std::int32_t coast_reach_m = 250; ///< What is as near the coast lies on it.
};

/// Halves long segments again and again and moves each middle to a side (midpoint displacement:
/// Fournier, Fussell and Carpenter, Computer Rendering of Stochastic Models, 1982), then smooths
/// the lines once. How far a middle moves is a hash of where it lies: the same on every machine,
/// and no other border changes it. A move that the laws of the net forbid is tried at half the
/// length, and at last not made.
void bend(BorderNet& net, std::span<const kernel::Point> coast, const BendingTerms& terms);

/// Moves each vertex that is no node half-way to the middle of its neighbours.
void smooth(BorderNet& net);

/// A number from -1000 to 1000 that a point always gets, evenly spread over points.
[[nodiscard]] std::int32_t noise(kernel::Point point);

} // namespace regio::schematic
