#pragma once

#include "kernel/area_sum.hpp"
#include "kernel/wide.hpp"

#include <compare>
#include <cstdint>

namespace regio::nesting {

/// A share from which something counts, in millionths: the fractions that people write, of which
/// 0.95 has no exact double.
struct ShareThreshold {
    std::uint32_t millionths = 0;

    friend auto operator<=>(const ShareThreshold&, const ShareThreshold&) = default;
};

/// Whether a part is this share of a whole or more. Both are twice an area in square units.
/// Exact: no area is rounded to be compared. Preconditions: the whole is 0 or more and below 2⁶⁴;
/// the part is below 2⁶⁴.
/// Law: is_at_least(part, whole, t) holds for every smaller t.
[[nodiscard]] bool is_at_least(kernel::AreaSum part, kernel::Wide whole, ShareThreshold threshold);

} // namespace regio::nesting
