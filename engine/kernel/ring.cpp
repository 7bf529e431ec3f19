#include "kernel/ring.hpp"

#include "base/contract.hpp"
#include "kernel/beside.hpp"

#include <algorithm>

namespace regio::kernel {

namespace {

/// n/d as a double: the whole part apart, so that the quotient is good to the last bits.
double quotient(Wide n, Wide d) {
    const Wide whole = n / d;
    return static_cast<double>(whole) + static_cast<double>(n - whole * d) / static_cast<double>(d);
}

} // namespace

Wide twice_area(RingView ring) {
    Wide sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment e = edge(ring, i);
        sum += cross(e.a, e.b);
    }
    return sum;
}

Moments& Moments::operator+=(const Moments& other) {
    twice_area += other.twice_area;
    x += other.x;
    y += other.y;
    return *this;
}

Moments moments(RingView ring) {
    Moments sum;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment e = edge(ring, i);
        const Wide weight = cross(e.a, e.b);
        sum.twice_area += weight;
        sum.x += weight * (std::int64_t{e.a.x} + e.b.x);
        sum.y += weight * (std::int64_t{e.a.y} + e.b.y);
    }
    return sum;
}

Position centroid(const Moments& moments) {
    REGIO_EXPECTS(moments.twice_area != 0);
    return {quotient(moments.x, 3 * moments.twice_area),
            quotient(moments.y, 3 * moments.twice_area)};
}

Location locate(Point point, RingView ring) {
    bool is_inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment e = edge(ring, i);
        if (lies_on(point, e))
            return ring.size() < 3 ? Location::Outside : Location::Boundary;
        if ((e.a.y <= point.y) == (e.b.y <= point.y))
            continue;
        const bool goes_up = e.a.y <= point.y;
        is_inside ^= (orientation(e.a, e.b, point) > 0) == goes_up;
    }
    return is_inside ? Location::Inside : Location::Outside;
}

bool is_left_inside(const Segment& segment, RingView ring) {
    REGIO_EXPECTS(segment.a != segment.b);
    const Beside point(segment);
    bool is_inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i)
        is_inside ^= point.is_passed_by(edge(ring, i));
    return is_inside;
}

Ring canonical(Ring ring) {
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    if (!ring.empty())
        std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
    return ring;
}

} // namespace regio::kernel
