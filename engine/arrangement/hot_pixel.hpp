#pragma once

#include "kernel/predicates.hpp"

namespace regio::arrangement {

/// Snap rounding in exact integers (Hobby, Practical segment intersection with finite precision
/// output, 1999). The pixel of a lattice point c is the half-open square of the positions that
/// round to c: from c - ½ up to and without c + ½ in x and in y. A pixel is hot when a segment ends
/// in it or two cross in it.

/// The lattice point nearest to where two segments cross, each coordinate rounded by itself; half a
/// unit goes to the greater coordinate, so that a translation by a lattice vector commutes with it.
/// Precondition: contact() of the two is Cross. Laws: 1. no order and no direction of the two
/// changes it; 2. a crossing on a lattice point is that point.
[[nodiscard]] kernel::Point rounded_crossing(const kernel::Segment& one,
                                             const kernel::Segment& other);

/// Whether a segment has a point in the pixel of a lattice point.
/// Laws: 1. the direction of the segment does not change it; 2. a segment passes through the pixels
/// of its ends, of the lattice points on it, and of its rounded crossings.
[[nodiscard]] bool passes_through(const kernel::Segment& segment, kernel::Point pixel);

} // namespace regio::arrangement
