#pragma once

#include "kernel/predicates.hpp"

namespace regio::arrangement {

/// Snap rounding in exact integers (Hobby, Practical segment intersection with finite precision
/// output, 1999). The pixel of a lattice point c is the half-open square of the positions that
/// round to c: from c - ½ up to and without c + ½ in x and in y. A pixel is hot when a segment ends
/// in it or two cross in it.

/// Whether a segment has a point in the pixel of a lattice point.
/// Laws: 1. the direction of the segment does not change it; 2. a segment passes through the pixels
/// of its ends, of the lattice points on it, and of its rounded crossings
/// (kernel::rounded_crossing()).
[[nodiscard]] bool passes_through(const kernel::Segment& segment, kernel::Point pixel);

} // namespace regio::arrangement
