#pragma once

#include "io/output_file.hpp"
#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace regio::io {

enum class LayerFormat : std::uint8_t { GeoPackage, GeoJson };

/// The format of this name (gpkg, geojson), or when there is none, of the ending of the file
/// (.gpkg, .geojson, .json); in either case of letters. Throws UsageError with those there are.
[[nodiscard]] LayerFormat layer_format(const std::string& format, const std::string& file);

struct OutputField {
    enum class Type : std::uint8_t { Text, Integer, Real };

    std::string name;
    Type type = Type::Text;
};

/// Nothing, or a text in UTF-8, or a number.
using OutputValue = std::variant<std::monostate, std::string, std::int64_t, double>;

struct OutputFeature {
    kernel::MultiPolygon geometry;
    std::vector<OutputValue> values; ///< One for each field, in their order.
};

struct OutputLayer {
    std::string name;
    std::string crs_wkt; ///< Of the positions on the lattice: WKT2 of the working CRS.
    kernel::Lattice lattice;
    std::vector<OutputField> fields;
    std::vector<OutputFeature> features;
};

/// Writes a layer as a file that appears whole or not at all; "-" is standard output. The file is
/// built in memory and needs as much of it as it is large.
///
/// Features are multipolygons in the order given, their rings as they come, closed. A GeoPackage
/// has them in "geom", numbered from 1 in "fid" (with "_" behind it where a field has that name),
/// with a spatial index. GeoJSON is in the working CRS, named in its "crs" member, and so not of
/// RFC 7946, which knows only degrees of WGS 84. A number that is not finite is written as null. In
/// GeoJSON a text that is itself a JSON array or object is written as such: GDAL leaves no choice.
///
/// Laws: 1. what is read back and rounded to the same lattice are the same points; 2. the same
/// layer gives the same bytes under any name: the date in a GeoPackage is SOURCE_DATE_EPOCH, and
/// 1970-01-01 without; 3. a target that exists without `overwrite`, or lies in no folder, is
/// refused before any work, and is as it was after any failure.
///
/// Throws InputError when the target cannot be written, when a name or a text is not UTF-8 or holds
/// a NUL, when names of fields differ in nothing but case, when GeoJSON is asked for in a CRS
/// without a code, which it cannot name, and when GDAL fails. Preconditions: the layer has a name;
/// each feature has one value for each field, which is nothing or of the field's type; each ring
/// has three points or more.
void write_layer(const OutputLayer& layer, LayerFormat format, const std::string& file,
                 Overwrite overwrite);

} // namespace regio::io
