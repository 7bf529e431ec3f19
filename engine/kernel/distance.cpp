#include "kernel/distance.hpp"

#include <cmath>
#include <cstdint>
#include <utility>

namespace regio::kernel {

namespace {

/// From a place to a point.
Position difference(Point to, const Place& place) {
    return {static_cast<double>(std::int64_t{to.x} - place.from.x) - place.offset.x,
            static_cast<double>(std::int64_t{to.y} - place.from.y) - place.offset.y};
}

double length(Position vector) {
    return std::sqrt(vector.x * vector.x + vector.y * vector.y);
}

} // namespace

double distance(const Place& place, const Segment& segment) {
    const auto [first, last] = std::minmax(segment.a, segment.b);
    const Position to_first = difference(first, place);
    const auto dx = static_cast<double>(std::int64_t{last.x} - first.x);
    const auto dy = static_cast<double>(std::int64_t{last.y} - first.y);
    const double along = -(to_first.x * dx + to_first.y * dy);
    if (along <= 0)
        return length(to_first);
    const double square = dx * dx + dy * dy;
    if (along >= square)
        return length(difference(last, place));
    return std::abs(to_first.x * dy - to_first.y * dx) / std::sqrt(square);
}

} // namespace regio::kernel
