#pragma once

#include "io/ogr_handles.hpp"
#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"

namespace regio::io {

/// A multipolygon of GDAL's at the positions of the points; parts and rings in their order and
/// direction, rings closed. Precondition: each ring has three points or more.
[[nodiscard]] OgrGeometry ogr_geometry(const kernel::MultiPolygon& polygons,
                                       const kernel::Lattice& lattice);

} // namespace regio::io
