#pragma once

#include "kernel/polygon.hpp"
#include "kernel/wide.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <span>

namespace regio::test {

/// A number of any size, without rounding.
using Rational = boost::multiprecision::cpp_rational;

[[nodiscard]] Rational rational(kernel::Wide value);

/// Exact areas in square units of features that may be faulty: a ring encloses the points of odd
/// winding, a part is its shell without the union of its holes, a feature the union of its parts.
///
/// The plane is cut into vertical slabs at every vertex and every crossing of edges. No edges cross
/// within a slab, so what lies inside is trapezoids: their area is the width of the slab times
/// their length on its midline. Slow, for second opinions.
[[nodiscard]] Rational covered_area(const kernel::MultiPolygon& feature);
[[nodiscard]] Rational overlap_area(const kernel::MultiPolygon& one,
                                    const kernel::MultiPolygon& other);

/// Of the points of the feature that lie in none of the others.
[[nodiscard]] Rational area_under_none(const kernel::MultiPolygon& feature,
                                       std::span<const kernel::MultiPolygon> others);

} // namespace regio::test
