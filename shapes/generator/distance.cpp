#include "generator/distance.hpp"

#include "kernel/wide.hpp"

#include <cmath>

namespace regio::schematic {

namespace {

/// (point - a) · (b - a): how far along the segment the point lies, times its length.
std::int64_t along(kernel::Point point, const kernel::Segment& segment) {
    return (std::int64_t{point.x} - segment.a.x) * (std::int64_t{segment.b.x} - segment.a.x) +
           (std::int64_t{point.y} - segment.a.y) * (std::int64_t{segment.b.y} - segment.a.y);
}

} // namespace

bool is_apart(kernel::Point point, const kernel::Segment& segment, std::int32_t least_m) {
    const std::int64_t least2 = std::int64_t{least_m} * least_m;
    const std::int64_t length2 = squared_distance(segment.a, segment.b);
    const std::int64_t place = along(point, segment);
    if (place <= 0)
        return squared_distance(point, segment.a) >= least2;
    if (place >= length2)
        return squared_distance(point, segment.b) >= least2;
    const kernel::Wide twice = kernel::orientation(segment.a, segment.b, point);
    return twice * twice >= kernel::Wide{least2} * length2;
}

bool are_apart(const kernel::Segment& one, const kernel::Segment& other, std::int32_t least_m) {
    return is_apart(one.a, other, least_m) && is_apart(one.b, other, least_m) &&
           is_apart(other.a, one, least_m) && is_apart(other.b, one, least_m);
}

std::int64_t squared_distance(kernel::Point a, kernel::Point b) {
    const std::int64_t dx = std::int64_t{a.x} - b.x;
    const std::int64_t dy = std::int64_t{a.y} - b.y;
    return dx * dx + dy * dy;
}

kernel::Point nearest_on(const kernel::Segment& segment, kernel::Point point) {
    const std::int64_t length2 = squared_distance(segment.a, segment.b);
    const std::int64_t place = along(point, segment);
    if (place <= 0 || length2 == 0)
        return segment.a;
    if (place >= length2)
        return segment.b;
    const double part = static_cast<double>(place) / static_cast<double>(length2);
    return {
        segment.a.x + static_cast<std::int32_t>(std::lround(part * (segment.b.x - segment.a.x))),
        segment.a.y + static_cast<std::int32_t>(std::lround(part * (segment.b.y - segment.a.y)))};
}

} // namespace regio::schematic
