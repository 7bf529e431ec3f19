#include "arrangement/hot_pixel.hpp"

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

} // namespace

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
