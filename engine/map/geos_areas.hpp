#pragma once

#include "map/geos_handles.hpp"
#include "map/paper_areas.hpp"

namespace regio::map {

/// A valid area of GEOS from rings of the even-odd rule. Rings that touch or cross, as those that
/// were cut at a frame do, are repaired.
[[nodiscard]] GeosGeometry to_geos(const GeosContext& context, const Rings& rings);

/// The rings of all polygons of a geometry; lines and points in it are left aside.
[[nodiscard]] Rings to_rings(const GeosContext& context, const GEOSGeometry* geometry);

} // namespace regio::map
