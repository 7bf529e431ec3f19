#pragma once

#include "kernel/ring.hpp"

#include <vector>

namespace regio::kernel {

/// An area in one piece: a counter-clockwise shell without its clockwise holes.
struct Polygon {
    Ring shell;
    std::vector<Ring> holes;

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// Polygons whose interiors share no point.
using MultiPolygon = std::vector<Polygon>;

/// Of all rings together.
[[nodiscard]] Moments moments(const Polygon& polygon);
[[nodiscard]] Moments moments(const MultiPolygon& polygons);

} // namespace regio::kernel
