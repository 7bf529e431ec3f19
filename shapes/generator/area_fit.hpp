#pragma once

#include "generator/border_net.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::schematic {

/// How borders are shifted; why the numbers are these is in README.md.
struct FitTerms {
    int rounds = 60;
    double enough = 0.002;    ///< The share of its area that a municipality may be off.
    double most_shift_m = 60; ///< In one round.
};

/// Twice the area of each owner, in m²: what its borders enclose.
[[nodiscard]] std::vector<std::int64_t> twice_areas(const BorderNet& net, std::size_t owners);

/// Shifts borders sideways until areas are as wanted, as far as the laws of the net allow; nodes
/// stay. What each border hands over is the flow from who has too much to who has too little that
/// costs least (a potential on the graph of neighbours, by Gauss and Seidel's iteration), and is
/// spread over its length. The outline stays, but for owners that border nobody. Areas are scaled
/// to what those that border others have together.
///
/// Returns the greatest share by which an owner is off in the end.
double fit_areas(BorderNet& net, std::span<const std::int64_t> wanted_m2, const FitTerms& terms);

} // namespace regio::schematic
