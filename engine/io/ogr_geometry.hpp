#pragma once

#include "io/ogr_handles.hpp"
#include "io/output_layer.hpp"
#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"
#include "kernel/position.hpp"

#include <functional>
#include <span>
#include <vector>

namespace regio::io {

/// The positions of points in what is written, one for each: on their lattice, or elsewhere.
using Placement = std::function<std::vector<kernel::Position>(std::span<const kernel::Point>)>;

/// Points at their own positions.
[[nodiscard]] Placement on_lattice(const kernel::Lattice& lattice);

/// A multipolygon, a point or a line string of GDAL's; parts and rings in their order and
/// direction, rings closed. Precondition: each ring has three points or more, a line two.
[[nodiscard]] OgrGeometry ogr_geometry(const OutputGeometry& geometry, const Placement& place);

} // namespace regio::io
