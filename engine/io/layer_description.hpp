#pragma once

#include "io/crs.hpp"
#include "io/fields.hpp"
#include "io/source.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regio::io {

/// What one field of a layer or table holds.
struct FieldDescription {
    std::string name;
    std::string type;       ///< As GDAL calls it: "String", "Integer64"; cells are "String".
    std::size_t filled = 0; ///< Rows in which it is.
    std::vector<std::string> samples; ///< The first three different values; long ones are cut.
    std::size_t nis_codes = 0;        ///< Rows in which it has the form of a municipality's code.
    /// A value stands in several rows. Only the first 50 000 different values are compared, so that
    /// memory is bounded.
    bool repeats = false;
};

enum class DescribedGeometry : std::uint8_t { None, Polygons, Other };

/// What a layer or table holds, without its geometry.
struct LayerDescription {
    Source source;      ///< With the layer where the file has several.
    std::string layer;  ///< Its name; empty for delimited text.
    std::string format; ///< As GDAL calls it, or "delimited text".
    std::size_t rows = 0;
    DescribedGeometry geometry = DescribedGeometry::None;
    std::string geometry_types; ///< As GDAL calls them: "Polygon, Multi Polygon"; empty for tables.
    std::optional<Crs> crs;     ///< That the layer carries.
    std::vector<FieldDescription> fields;
    std::map<FieldRole, std::size_t> roles; ///< The field that is guessed where none is named.
};

/// Describes the layer that is named, else each that has rows, in the order of the file. A role for
/// which several fields answer to the same guess has none. Throws InputError for a layer without
/// features, and as open_dataset(),
/// find_layers(), Table and Crs::parse() do.
[[nodiscard]] std::vector<LayerDescription> describe(const Source& source);

} // namespace regio::io
