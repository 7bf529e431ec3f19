#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regio::io {

/// A table or layer to read: a file ("-" is standard input) and, when the file has several, which.
struct Source {
    std::string file;
    std::string layer; ///< Empty: the only one.

    friend bool operator==(const Source&, const Source&) = default;
};

/// Keeps the rows in which `field` has one of the values.
struct RowFilter {
    std::string field;
    std::vector<std::string> values;
};

/// Whether a row with this value in the field of the filter is kept; blanks around it don't count.
[[nodiscard]] bool keeps(const RowFilter& filter, std::string_view value);

/// Reads "FILE" or "FILE|layername=NAME".
[[nodiscard]] Source parse_source(std::string_view text);

} // namespace regio::io
