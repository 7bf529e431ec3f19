#pragma once

#include "kernel/position.hpp"

#include <ogr_api.h>

#include <vector>

namespace regio::io {

/// Appends the points of a line string or ring.
void append_points(OGRGeometryH line, std::vector<kernel::Position>& positions);

/// The straight lines that a whole circle becomes at most. One with a radius of more than 2.2·10⁸
/// tolerances (2 200 km at a centimetre) would need more, and no lattice of millimetres holds it.
/// Without a bound, 100 bytes of a faulty file ask for gigabytes.
inline constexpr int kMostLinesOfCircle = 1 << 15;

/// Appends a curve (circular string, compound curve, line string) as straight lines that lie no
/// further than `tolerance` from it, in units of the coordinates; see kMostLinesOfCircle. Each arc
/// is divided by itself, alike in both directions, so that two features that share it keep a border
/// in common.
void append_linearised(OGRGeometryH curve, double tolerance,
                       std::vector<kernel::Position>& positions);

} // namespace regio::io
