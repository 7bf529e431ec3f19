#pragma once

#include "layer/raw_layer.hpp"

#include <ogr_api.h>

#include <cstddef>
#include <optional>
#include <set>
#include <string>

namespace regio::io {

/// What to do with the coordinates of a source.
struct CoordinateTerms {
    bool north_first = false;      ///< The first coordinate of a point is the northing.
    double curve_tolerance = 0.01; ///< Of straight lines for an arc, in units of the coordinates.
};

/// What was met in one geometry.
struct GeometryReading {
    std::size_t parts = 0;                 ///< Polygons that were added.
    bool has_curves = false;               ///< They had arcs, which became straight lines.
    std::set<std::string> other_kinds;     ///< "POINT": parts without area, left out.
    std::optional<std::string> not_finite; ///< A coordinate that is no number.
};

/// Whether a layer or geometry of this type may have polygons in it.
[[nodiscard]] bool is_polygon_type(OGRwkbGeometryType type);

/// Adds the polygons of a geometry to the last feature of `layer`: all that are in it, at whatever
/// depth, of every kind of surface; Z and M are dropped. When a coordinate is not finite nothing is
/// added. Empty polygons and rings are passed over. What is no polygon is left out, and its place
/// kept; so is that the geometry is a collection. Preconditions: the layer has a feature; the
/// handle may be null.
GeometryReading add_polygons(OGRGeometryH geometry, const CoordinateTerms& terms,
                             layer::RawLayer& layer);

} // namespace regio::io
