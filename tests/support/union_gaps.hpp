#pragma once

#include "kernel/polygon.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace regio::test {

/// A piece that the union of areas encloses and does not hold, by an overlay of GEOS in doubles.
struct UnionGap {
    double area = 0;                 ///< In square units.
    double border = 0;               ///< The length of all its lines, in units.
    std::vector<std::size_t> places; ///< Those that lie in it, or no further than a unit from it.

    [[nodiscard]] double mean_width() const { return 2 * area / border; }
};

/// All of them, with those of some places that lie in each.
[[nodiscard]] std::vector<UnionGap> union_gaps(std::span<const kernel::MultiPolygon> all,
                                               std::span<const kernel::Point> places);

} // namespace regio::test
