#pragma once

#include "kernel/point.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace regio::kernel {

/// A closed rectangle of the lattice; empty at first.
struct Box {
    Point min{std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max()};
    Point max{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min()};

    [[nodiscard]] constexpr bool is_empty() const noexcept { return min.x > max.x; }

    constexpr void include(Point point) {
        min = {std::min(min.x, point.x), std::min(min.y, point.y)};
        max = {std::max(max.x, point.x), std::max(max.y, point.y)};
    }

    constexpr void include(const Box& other) {
        min = {std::min(min.x, other.min.x), std::min(min.y, other.min.y)};
        max = {std::max(max.x, other.max.x), std::max(max.y, other.max.y)};
    }

    friend constexpr bool operator==(const Box&, const Box&) = default;
};

/// Whether two boxes share a point; an empty box shares none.
[[nodiscard]] constexpr bool meets(const Box& one, const Box& other) {
    return !one.is_empty() && !other.is_empty() && one.min.x <= other.max.x &&
           other.min.x <= one.max.x && one.min.y <= other.max.y && other.min.y <= one.max.y;
}

[[nodiscard]] constexpr bool contains(const Box& box, Point point) {
    return box.min.x <= point.x && point.x <= box.max.x && box.min.y <= point.y &&
           point.y <= box.max.y;
}

[[nodiscard]] constexpr Box box_of(std::span<const Point> points) {
    Box box;
    for (const Point point : points)
        box.include(point);
    return box;
}

} // namespace regio::kernel
