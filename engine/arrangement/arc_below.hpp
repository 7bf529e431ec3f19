#pragma once

#include "arrangement/arc_graph.hpp"

#include <optional>
#include <span>
#include <vector>

namespace regio::arrangement {

/// For each of some points what one meets who looks straight down from it: the half-arc that has
/// the place just above where it is met on its left; nothing where no arc lies below. It has a
/// lesser point than the one that one looks from. Exact. Edges over whose breadth no point lies are
/// put aside first, the others come into a grid that is searched downwards, in steps that grow.
/// Preconditions: arcs are noded; the points are in order, lie on no edge but such as begin or end
/// there, and no arc comes to them from below.
[[nodiscard]] std::vector<std::optional<HalfArcId>>
half_arcs_below(const Arcs& arcs, std::span<const kernel::Point> points);

} // namespace regio::arrangement
