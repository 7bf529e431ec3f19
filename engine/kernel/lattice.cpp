#include "kernel/lattice.hpp"

#include "base/contract.hpp"

#include <cmath>

namespace regio::kernel {

namespace {

/// The nearest whole number, ties to even, of one up to 2⁵¹: above 2⁵² doubles are whole, so that
/// the first sum is rounded and the difference exact. Larger ones stay as large. A fifth of what
/// std::nearbyint() takes, which is a function call on processors before SSE4.1.
double nearest_whole(double value) {
    constexpr double kWhole = 0x1.8p52;
    return (value + kWhole) - kWhole;
}

std::int32_t offset(double coordinate, double units_per_metre, std::int64_t origin) {
    const auto units = static_cast<std::int64_t>(nearest_whole(coordinate * units_per_metre));
    const std::int64_t from_origin = units - origin;
    REGIO_EXPECTS(-kFarthest <= from_origin && from_origin <= kFarthest);
    return static_cast<std::int32_t>(from_origin);
}

/// The middle of an interval, in whole units; nothing when the interval is too long or too far.
std::optional<std::int64_t> middle(double least, double greatest, double units_per_metre) {
    // A position and its units are rounded once each: together by less than half a unit, up to
    // here.
    constexpr double kRoom = 0x1p51;
    const double low = std::nearbyint(least * units_per_metre);
    const double high = std::nearbyint(greatest * units_per_metre);
    if (!(low >= -kRoom && high <= kRoom && high - low < 2.0 * kFarthest))
        return std::nullopt;
    return static_cast<std::int64_t>(low + std::ceil((high - low) / 2));
}

} // namespace

double units_per_metre(double unit_m) {
    REGIO_EXPECTS(is_lattice_unit(unit_m));
    const double inverse = 1 / unit_m;
    const double whole = std::nearbyint(inverse);
    return std::abs(inverse - whole) < 1e-9 * whole ? whole : inverse;
}

Point Lattice::nearest(Position position) const {
    return {offset(position.x, units_per_metre, origin_x),
            offset(position.y, units_per_metre, origin_y)};
}

Position Lattice::position(Point point) const {
    return {static_cast<double>(origin_x + point.x) / units_per_metre,
            static_cast<double>(origin_y + point.y) / units_per_metre};
}

Position Lattice::position(Position units) const {
    return {(static_cast<double>(origin_x) + units.x) / units_per_metre,
            (static_cast<double>(origin_y) + units.y) / units_per_metre};
}

double Lattice::square_metres(Wide twice_area) const {
    return square_metres(static_cast<double>(twice_area));
}

double Lattice::square_metres(double twice_area) const {
    return twice_area / (2 * units_per_metre * units_per_metre);
}

std::optional<Lattice> lattice_over(const Extent& extent, double unit_m) {
    REGIO_EXPECTS(!extent.is_empty());
    const double scale = units_per_metre(unit_m);
    const auto x = middle(extent.min_x, extent.max_x, scale);
    const auto y = middle(extent.min_y, extent.max_y, scale);
    if (!x || !y)
        return std::nullopt;
    return Lattice{.units_per_metre = scale, .origin_x = *x, .origin_y = *y};
}

} // namespace regio::kernel
