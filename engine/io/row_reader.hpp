#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace regio::io {

/// A source of rows of text: delimited text, or whatever GDAL opens.
class RowReader {
public:
    RowReader() = default;
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;
    virtual ~RowReader() = default;

    /// The names of the fields where the format has them; empty where a row of the table does.
    [[nodiscard]] virtual std::vector<std::string> field_names() const = 0;

    /// The next row in which a cell is filled; false at the end.
    virtual bool next(std::vector<std::string>& cells) = 0;

    /// The row that next() gave last: counted from 1 as a spreadsheet does, or a feature id.
    [[nodiscard]] virtual std::int64_t row() const = 0;

    /// The layer or sheet that is read; empty when the file has no such thing.
    [[nodiscard]] virtual std::string layer() const = 0;
};

} // namespace regio::io
