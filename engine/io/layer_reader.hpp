#pragma once

#include "base/finding.hpp"
#include "io/crs.hpp"
#include "io/layer_source.hpp"
#include "layer/raw_layer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regio::io {

/// The polygons of a layer in its own coordinate reference system, x to the east, y to the north.
struct ReadLayer {
    layer::RawLayer polygons;
    Crs crs;
    std::string format; ///< As GDAL calls it: "ESRI Shapefile".
};

/// Whether GDAL opens the file and the layer may hold polygons; false for tables, and for layers of
/// points and lines. Throws InputError as open_dataset() and find_layer() do.
[[nodiscard]] bool may_hold_polygons(const Source& source);

/// What a layer holds in the place of areas: "points", "lines" or nothing, as a table does. Throws
/// as may_hold_polygons() does.
[[nodiscard]] std::string_view points_or_lines(const Source& source);

/// Reads all features; those without a usable polygon keep their place, without parts. Findings:
/// R401, R402, R403, R409, R426. Throws InputError as open_dataset(), find_layer() and Crs::parse()
/// do, and for a layer without features, without polygons, without CRS, or damaged on the way.
[[nodiscard]] ReadLayer read_layer(const LayerSource& source, std::vector<Finding>& findings);

} // namespace regio::io
