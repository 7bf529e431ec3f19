#pragma once

#include "kernel/point.hpp"
#include "kernel/position.hpp"
#include "kernel/predicates.hpp"

namespace regio::kernel {

/// A place in the plane that need not be a lattice point: so many units from one that is. What is
/// computed of places depends on differences alone, so that moving everything by a lattice vector
/// changes no bit.
struct Place {
    Point from;
    Position offset; ///< In units.
};

/// How far a distance computed here may be from the true one, in units. A difference of coordinates
/// is below 2³² and rounded to 2⁻²¹ at most, and a distance is off by less than sixteen of those.
inline constexpr double kDistanceError = 0x1p-16;

/// The distance of a place from a closed segment, in units, to within kDistanceError. The segment
/// may be a point. Laws: 1. the direction of the segment changes no bit; 2. no translation does.
/// Precondition: offsets below 2³¹.
[[nodiscard]] double distance(const Place& place, const Segment& segment);

} // namespace regio::kernel
