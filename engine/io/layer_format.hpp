#pragma once

#include "io/output_file.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace regio::io {

/// A form in which layers are written. GeoJson is in the working CRS; GeoJsonRfc7946 in degrees of
/// WGS 84, the only ones that RFC 7946 knows.
enum class LayerFormat : std::uint8_t {
    GeoPackage,
    GeoJson,
    GeoJsonRfc7946,
    FlatGeobuf,
    Shapefile
};

/// The format of this name (gpkg, geojson, fgb, shp), or when there is none, of the ending of the
/// file (those, and .json); in either case of letters. Throws UsageError with those there are, and
/// for a Shapefile that would go to standard output or under another ending: it is several files,
/// and programs find them by their endings.
[[nodiscard]] LayerFormat layer_format(const std::string& format, const std::string& file);

/// Whether a file of the format can hold several layers beside each other.
[[nodiscard]] bool holds_several_layers(LayerFormat format);

/// The files that are written: one, or of a Shapefile FILE.dbf, .shx, .prj and .cpg before FILE.shp
/// itself, in capitals where ".SHP" is.
[[nodiscard]] std::vector<std::string> output_files(LayerFormat format, const std::string& file);

/// What other programs keep beside a Shapefile and is wrong beside a new one: indexes, by which
/// features would be missed, and notes on CRS and encoding that go before .prj and .cpg.
[[nodiscard]] std::vector<std::string> obsolete_files(LayerFormat format, const std::string& file);

/// Throws InputError when one of those files is a folder, or is there and may not be overwritten.
void refuse_target(LayerFormat format, const std::string& file, Overwrite overwrite);

} // namespace regio::io
