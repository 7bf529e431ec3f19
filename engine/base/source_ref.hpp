#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace regio {

/// Where a feature, a row or a fault comes from.
struct SourceRef {
    std::string file;  ///< As the user named it.
    std::string layer; ///< Layer or sheet; empty when the file has only one.
    /// Row as a spreadsheet counts it (the header of a table is row 1), or the feature id of a
    /// layer; negative when the whole file is meant.
    std::int64_t fid = -1;
    std::int32_t part =
        -1; ///< Polygon of the feature, from 1, empty ones not counted; negative: all.
    std::int32_t ring = -1; ///< Ring of the polygon: 0 is the shell, holes from 1; likewise.

    friend auto operator<=>(const SourceRef&, const SourceRef&) = default;
};

/// "leden.xlsx|Blad1:12", "zones.gpkg:7 polygon 2 hole 1": what is known of the place.
[[nodiscard]] std::string to_text(const SourceRef& source);

} // namespace regio
