#pragma once

#include <compare>
#include <cstdint>

namespace regio::kernel {

/// The greatest coordinate on the lattice, in units from its origin; -kFarthest is the least.
inline constexpr std::int32_t kFarthest = 1 << 30;

/// A point of the lattice, in units from its origin. Ordered by x, then y.
/// Within ±kFarthest every product of two differences fits 64 bits.
struct Point {
    std::int32_t x = 0;
    std::int32_t y = 0;

    friend constexpr auto operator<=>(const Point&, const Point&) = default;
};

} // namespace regio::kernel
