#pragma once

#include "kernel/area_sum.hpp"
#include "kernel/wide.hpp"

#include <compare>
#include <cstdint>
#include <optional>

namespace regio::nesting {

/// A share from which something counts, in millionths: the fractions that people write, of which
/// 0.95 has no exact double.
struct ShareThreshold {
    std::uint32_t millionths = 0;

    [[nodiscard]] double fraction() const { return millionths / 1e6; }

    friend auto operator<=>(const ShareThreshold&, const ShareThreshold&) = default;
};

/// Whether a threshold of 0 means something: below it lies nothing.
enum class ZeroShare : std::uint8_t { Refused, Taken };

/// The threshold that a fraction means, to the nearest millionth; nothing for one that is not above
/// 0 (or not 0 either) and at most 1.
[[nodiscard]] std::optional<ShareThreshold> share_threshold(double fraction,
                                                            ZeroShare zero = ZeroShare::Refused);

/// Whether a part is this share of a whole or more. Both are twice an area in square units.
/// Exact: no area is rounded to be compared. Preconditions: the whole is 0 or more and below 2⁶⁴;
/// the part is below 2⁶⁴.
/// Law: is_at_least(part, whole, t) holds for every smaller t.
[[nodiscard]] bool is_at_least(kernel::AreaSum part, kernel::Wide whole, ShareThreshold threshold);

} // namespace regio::nesting
