#include "kernel/predicates.hpp"

#include <algorithm>

namespace regio::kernel {

namespace {

bool is_between(std::int32_t value, std::int32_t one, std::int32_t other) {
    return std::min(one, other) <= value && value <= std::max(one, other);
}

/// The common part of two segments on one line, both in order of their points.
Contact contact_on_line(const Segment& one, const Segment& other) {
    const Point from = std::max(std::min(one.a, one.b), std::min(other.a, other.b));
    const Point to = std::min(std::max(one.a, one.b), std::max(other.a, other.b));
    if (from > to)
        return Contact::None;
    return from == to ? Contact::Touch : Contact::Overlap;
}

} // namespace

bool lies_on(Point point, const Segment& segment) {
    return is_between(point.x, segment.a.x, segment.b.x) &&
           is_between(point.y, segment.a.y, segment.b.y) &&
           orientation(segment.a, segment.b, point) == 0;
}

Contact contact(const Segment& one, const Segment& other) {
    const int c = sign(orientation(one.a, one.b, other.a));
    const int d = sign(orientation(one.a, one.b, other.b));
    if (c * d > 0)
        return Contact::None;
    const int a = sign(orientation(other.a, other.b, one.a));
    const int b = sign(orientation(other.a, other.b, one.b));
    if (a * b > 0)
        return Contact::None;
    if (a == 0 && b == 0 && c == 0 && d == 0)
        return contact_on_line(one, other);
    if (a * b < 0 && c * d < 0)
        return Contact::Cross;
    if (lies_on(other.a, one) || lies_on(other.b, one) || lies_on(one.a, other) ||
        lies_on(one.b, other))
        return Contact::Touch;
    return Contact::None;
}

} // namespace regio::kernel
