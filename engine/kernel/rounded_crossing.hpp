#pragma once

#include "kernel/predicates.hpp"

namespace regio::kernel {

/// The lattice point nearest to where two segments cross, each coordinate rounded by itself; half a
/// unit goes to the greater coordinate, so that a translation by a lattice vector commutes with it.
/// Precondition: contact() of the two is Cross. Laws: 1. no order and no direction of the two
/// changes it; 2. a crossing on a lattice point is that point.
[[nodiscard]] Point rounded_crossing(const Segment& one, const Segment& other);

} // namespace regio::kernel
