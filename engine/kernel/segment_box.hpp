#pragma once

#include "kernel/box.hpp"
#include "kernel/predicates.hpp"

#include <algorithm>

namespace regio::kernel {

[[nodiscard]] constexpr Box box_of(const Segment& segment) {
    const auto& [a, b] = segment;
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

/// Whether a segment lies beside, above or below a box. Without branches: nobody can foresee on
/// which side.
[[nodiscard]] constexpr bool is_apart(const Box& box, const Segment& segment) {
    const auto are_any = [](auto... cases) { return (static_cast<int>(cases) | ...) != 0; };
    const auto& [a, b] = segment;
    return are_any(std::max(a.x, b.x) < box.min.x, std::min(a.x, b.x) > box.max.x,
                   std::max(a.y, b.y) < box.min.y, std::min(a.y, b.y) > box.max.y);
}

} // namespace regio::kernel
