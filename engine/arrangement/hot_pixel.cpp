#include "arrangement/hot_pixel.hpp"

#include "base/contract.hpp"
#include "kernel/wide.hpp"

#include <algorithm>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Segment;
using kernel::Wide;

bool is_between(std::int32_t value, std::int32_t one, std::int32_t other) {
    return std::min(one, other) <= value && value <= std::max(one, other);
}

/// n/d to the nearest whole number, a half upwards. Precondition: d is positive.
std::int32_t rounded(Wide n, Wide d) {
    const Wide twice = 2 * n + d;
    const Wide whole = twice / (2 * d);
    return static_cast<std::int32_t>(twice % (2 * d) < 0 ? whole - 1 : whole);
}

} // namespace

Point rounded_crossing(const Segment& one, const Segment& other) {
    const Wide from = orientation(other.a, other.b, one.a);
    const Wide to = orientation(other.a, other.b, one.b);
    REGIO_EXPECTS(from != to);
    const Wide before = from < to ? -from : from;
    const Wide whole = from < to ? to - from : from - to;
    return {one.a.x + rounded((Wide{one.b.x} - one.a.x) * before, whole),
            one.a.y + rounded((Wide{one.b.y} - one.a.y) * before, whole)};
}

bool passes_through(const Segment& segment, Point pixel) {
    const auto [a, b] = std::minmax(segment.a, segment.b);
    if (!is_between(pixel.x, a.x, b.x) || !is_between(pixel.y, a.y, b.y))
        return false;
    if (pixel == a)
        return true;
    // The ends are lattice points, so where the line passes through, the segment does. Of the
    // corners only the lower left one is of the pixel; a falling line can touch it there.
    const Wide twice = 2 * Wide{orientation(a, b, pixel)};
    const Wide rise = Wide{b.y} - a.y;
    const Wide reach = Wide{b.x} - a.x + (rise < 0 ? -rise : rise);
    return -reach < twice && (twice < reach || (rise < 0 && twice == reach));
}

} // namespace regio::arrangement
