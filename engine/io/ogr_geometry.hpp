#pragma once

#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"

#include <ogr_api.h>

#include <memory>

namespace regio::io {

struct OgrGeometryDestroyer {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using OgrGeometry = std::unique_ptr<void, OgrGeometryDestroyer>;

/// A multipolygon of GDAL's at the positions of the points; parts and rings in their order and
/// direction, rings closed. Precondition: each ring has three points or more.
[[nodiscard]] OgrGeometry ogr_geometry(const kernel::MultiPolygon& polygons,
                                       const kernel::Lattice& lattice);

} // namespace regio::io
