#pragma once

#include "kernel/point.hpp"
#include "kernel/position.hpp"
#include "kernel/wide.hpp"

#include <cstdint>
#include <optional>

namespace regio::kernel {

/// The grid on which all layers of a job lie: positions in the working CRS are rounded to it once,
/// at loading, and all arithmetic afterwards is in whole units.
///
/// The origin is a whole number of units, so lattices of one unit have the same points whatever
/// their origins. Layers on different lattices don't meet.
///
/// Laws: 1. a lattice point goes to a position and back unchanged; 2. equal positions give equal
/// points; 3. rounding moves a coordinate by half a unit at most (ties to even).
struct Lattice {
    double units_per_metre = 1000;
    std::int64_t origin_x = 0; ///< In units.
    std::int64_t origin_y = 0;

    /// The nearest lattice point. Precondition: the position lies within the extent that the
    /// lattice was chosen for.
    [[nodiscard]] Point nearest(Position position) const;

    [[nodiscard]] Position position(Point point) const;
    /// Of a place between lattice points, in units.
    [[nodiscard]] Position position(Position units) const;

    /// The length of one unit.
    [[nodiscard]] double unit_m() const { return 1 / units_per_metre; }

    /// An area in m² from twice the area in square units.
    [[nodiscard]] double square_metres(Wide twice_area) const;
    [[nodiscard]] double square_metres(double twice_area) const;

    friend bool operator==(const Lattice&, const Lattice&) = default;
};

/// Whether a length in metres can be the unit of a lattice: from a nanometre to a thousand
/// kilometres.
[[nodiscard]] constexpr bool is_lattice_unit(double unit_m) {
    return unit_m >= 1e-9 && unit_m <= 1e6;
}

/// The scale of a lattice with this unit: a whole number where that is meant (0.001 has no exact
/// double, 1000 has). Precondition: is_lattice_unit().
[[nodiscard]] double units_per_metre(double unit_m);

/// The lattice of this unit with its origin in the middle of the extent (metres). Nothing when the
/// extent is 2³¹ units or more in a direction, or lies more than 2⁵¹ units from zero, where a
/// position cannot tell every unit from the next. Preconditions: the extent is not empty and
/// finite, the unit positive.
[[nodiscard]] std::optional<Lattice> lattice_over(const Extent& extent, double unit_m);

} // namespace regio::kernel
