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

    friend auto operator<=>(const SourceRef&, const SourceRef&) = default;
};

/// "leden.xlsx|Blad1:12": file, layer and row, without the parts that are not known.
[[nodiscard]] std::string to_text(const SourceRef& source);

} // namespace regio
