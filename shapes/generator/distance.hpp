#pragma once

#include "kernel/predicates.hpp"

#include <cstdint>

namespace regio::schematic {

/// Whether the point lies at least so far from the closed segment. Exact.
[[nodiscard]] bool is_apart(kernel::Point point, const kernel::Segment& segment,
                            std::int32_t least_m);

/// The same of two segments that do not meet. Exact.
[[nodiscard]] bool are_apart(const kernel::Segment& one, const kernel::Segment& other,
                             std::int32_t least_m);

/// The square of the distance between two points.
[[nodiscard]] std::int64_t squared_distance(kernel::Point a, kernel::Point b);

/// The point of the segment that is nearest, to the metre.
[[nodiscard]] kernel::Point nearest_on(const kernel::Segment& segment, kernel::Point point);

} // namespace regio::schematic
