#pragma once

#include "kernel/polygon.hpp"

namespace regio::test {

/// The area that two valid areas share, by the overlay of Boost.Geometry in doubles.
[[nodiscard]] double boost_overlap_area(const kernel::MultiPolygon& one,
                                        const kernel::MultiPolygon& other);

} // namespace regio::test
