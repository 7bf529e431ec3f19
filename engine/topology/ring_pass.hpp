#pragma once

#include "kernel/point.hpp"

namespace regio::topology {

/// A ring on its way through a point: where it comes from and where it goes to.
struct Pass {
    kernel::Point from;
    kernel::Point to;
};

/// Whether one pass changes from one side of another to its other side. Passes that run over each
/// other do not count, nor does one that goes back where it comes from: it has one side.
[[nodiscard]] bool cross_in(kernel::Point point, const Pass& one, const Pass& other);

/// Whether a point lies on the ray from an apex through another point.
[[nodiscard]] bool is_on_ray(kernel::Point point, kernel::Point apex, kernel::Point through);

} // namespace regio::topology
