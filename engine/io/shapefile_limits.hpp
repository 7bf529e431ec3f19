#pragma once

#include "io/ogr_layer.hpp"
#include "io/output_layer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regio::io {

/// What a field of a Shapefile has room for, in characters of its file or bytes.
inline constexpr std::size_t kShapefileNameBytes = 10;
inline constexpr std::size_t kShapefileTextBytes = 254;
inline constexpr std::size_t kShapefileIntegerWidth = 18;
inline constexpr std::size_t kShapefileRealWidth = 24;

/// The greatest size of .shp and .dbf: beyond it programs count bytes wrong.
inline constexpr std::uint64_t kShapefileBytes = (std::uint64_t{1} << 31) - 1;

/// The names that fields get. One that has room stays; a longer one is cut to ten bytes, between
/// two characters, and where that name is taken it is cut further and numbered: "refreg_cod",
/// "refreg_c_1". Laws: 1. no two are alike, in whatever case of letters; 2. the same fields give
/// the same names.
[[nodiscard]] std::vector<std::string> shapefile_names(const std::vector<OutputField>& fields);

/// The fields of a layer as wide as their values need. Throws InputError "FILE: …" with the place
/// of a value for which there is no room: a text of more than 254 bytes, an integer of more than
/// 18 characters, a number of more than 22 digits before the point.
[[nodiscard]] std::vector<OgrField> shapefile_fields(const OutputLayer& layer,
                                                     const std::string& file);

/// The sizes of the two files that grow, in bytes.
struct ShapefileSizes {
    std::uint64_t shp = 0;
    std::uint64_t dbf = 0;
};

[[nodiscard]] ShapefileSizes shapefile_sizes(const OutputLayer& layer,
                                             const std::vector<OgrField>& fields);

/// Throws InputError "FILE: …" when a file would be larger than kShapefileBytes.
void refuse_large_shapefile(const ShapefileSizes& sizes, const std::string& file);

} // namespace regio::io
