#pragma once

#include "kernel/polygon.hpp"
#include "kernel/predicates.hpp"

#include <cstdint>
#include <vector>

namespace regio::kernel {

/// What lies of a polygon between two of its edges from x = left to x = right.
struct Trapezoid {
    std::int32_t left = 0;
    std::int32_t right = 0; ///< Greater than `left`.
    Segment below;          ///< From west to east; it reaches from `left` to `right` at least.
    Segment above;          ///< Likewise; it may meet `below` in an end.

    friend bool operator==(const Trapezoid&, const Trapezoid&) = default;
};

/// A polygon as trapezoids with vertical sides: a line sweeps over it from west to east, and each
/// vertex cuts what lies inside just above and below it (de Berg, Cheong, van Kreveld and Overmars,
/// Computational Geometry, 2008, ch. 6). At most three for each vertex, in n log n, exactly.
///
/// Laws: 1. the trapezoids cover the polygon and share no area; 2. neither the order of rings nor
/// their start changes anything.
/// Preconditions: the shell runs counter-clockwise and holes clockwise; no rings cross, and they
/// touch in points only.
[[nodiscard]] std::vector<Trapezoid> trapezoids(const Polygon& polygon);

} // namespace regio::kernel
