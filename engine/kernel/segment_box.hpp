#pragma once

#include "kernel/box.hpp"
#include "kernel/predicates.hpp"

#include <algorithm>

namespace regio::kernel {

[[nodiscard]] constexpr Box box_of(const Segment& segment) {
    const auto& [a, b] = segment;
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

/// Whether one box lies beside, above or below another. Without branches: nobody can foresee on
/// which side. Precondition: neither is empty.
[[nodiscard]] constexpr bool is_apart(const Box& one, const Box& other) {
    const auto are_any = [](auto... cases) { return (static_cast<int>(cases) | ...) != 0; };
    return are_any(other.max.x<one.min.x, other.min.x> one.max.x,
                   other.max.y<one.min.y, other.min.y> one.max.y);
}

/// The same of a segment.
[[nodiscard]] constexpr bool is_apart(const Box& box, const Segment& segment) {
    return is_apart(box, box_of(segment));
}

} // namespace regio::kernel
