#pragma once

#include "io/gdal_attempt.hpp"
#include "io/output_layer.hpp"

#include <gdal.h>

#include <span>
#include <string>
#include <string_view>

namespace regio::io {

/// The table of a GeoPackage in which QGIS keeps styles, and looks for that of a layer it opens. It
/// is no layer to anyone who looks for features.
inline constexpr std::string_view kStyleTable = "layer_styles";

/// The column of a GeoPackage in which the geometry of a layer lies: "geom", or that with "_"
/// behind it where a field has the name.
[[nodiscard]] std::string geometry_column(const OutputLayer& layer);

/// Adds the table with a row for each layer that has a style, as SLD and QML and as the default of
/// its layer; without such layers, no table. `moment` is when that was, as in
/// "2024-12-31T23:59:59.000Z". Throws InputError when GDAL fails.
void add_style_table(GDALDatasetH dataset, std::span<const OutputLayer> layers,
                     const std::string& moment, const GdalAttempt& attempt);

} // namespace regio::io
