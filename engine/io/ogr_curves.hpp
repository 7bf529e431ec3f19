#pragma once

#include "kernel/position.hpp"

#include <ogr_api.h>

#include <vector>

namespace regio::io {

/// Appends the points of a line string or ring.
void append_points(OGRGeometryH line, std::vector<kernel::Position>& positions);

/// Appends a curve (circular string, compound curve, line string) as straight lines that lie no
/// further than `tolerance` from it, in units of the coordinates. Each arc is divided by itself,
/// alike in both directions, so that two features that share it keep a border in common.
void append_linearised(OGRGeometryH curve, double tolerance,
                       std::vector<kernel::Position>& positions);

} // namespace regio::io
