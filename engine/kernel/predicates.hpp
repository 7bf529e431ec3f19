#pragma once

#include "kernel/point.hpp"

#include <cstdint>

namespace regio::kernel {

/// Exact questions about lattice points, in 64-bit integers. Nothing rounds, so nothing has a
/// tolerance.
///
/// Precondition of all: coordinates within ±kFarthest. Then a difference is at most 2³¹, a product
/// 2⁶², and twice the area of a triangle in that square 2⁶².
///
/// Laws, each with a test:
/// 1. orientation(a, b, c) = orientation(b, c, a) = -orientation(b, a, c);
/// 2. it is 0 exactly when the three lie on one line, equal points included;
/// 3. it does not change when all three are moved by one lattice vector;
/// 4. contact(pq, rs) = contact(rs, pq) = contact(qp, rs);
/// 5. contact is None exactly when the closed segments share no point.

/// x₁y₂ - x₂y₁: twice the signed area of the triangle with the origin.
[[nodiscard]] constexpr std::int64_t cross(Point p, Point q) {
    return std::int64_t{p.x} * q.y - std::int64_t{q.x} * p.y;
}

/// Twice the signed area of the triangle abc: positive when c lies left of the line from a to b.
[[nodiscard]] constexpr std::int64_t orientation(Point a, Point b, Point c) {
    return (std::int64_t{b.x} - a.x) * (std::int64_t{c.y} - a.y) -
           (std::int64_t{b.y} - a.y) * (std::int64_t{c.x} - a.x);
}

/// Whether one point comes before another when one turns counter-clockwise around a centre, from
/// the east on. Points in one direction come neither before nor after each other.
/// Precondition: neither is the centre.
[[nodiscard]] constexpr bool comes_before_around(Point centre, Point one, Point other) {
    const auto is_in_first_half = [&](Point point) {
        return point.y != centre.y ? point.y > centre.y : point.x > centre.x;
    };
    if (is_in_first_half(one) != is_in_first_half(other))
        return is_in_first_half(one);
    return orientation(centre, one, other) > 0;
}

[[nodiscard]] constexpr int sign(std::int64_t value) {
    return (value > 0) - (value < 0);
}

/// The straight line between two points; a point when they are equal.
struct Segment {
    Point a;
    Point b;

    friend constexpr bool operator==(const Segment&, const Segment&) = default;
};

/// Whether the point lies on the closed segment.
[[nodiscard]] bool lies_on(Point point, const Segment& segment);

/// What two closed segments have in common.
enum class Contact : std::uint8_t {
    None,
    Touch,   ///< One point, an end of at least one of them.
    Cross,   ///< One point, an end of neither.
    Overlap, ///< More than one point.
};

[[nodiscard]] Contact contact(const Segment& one, const Segment& other);

} // namespace regio::kernel
