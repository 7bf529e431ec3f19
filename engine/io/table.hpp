#pragma once

#include "base/source_ref.hpp"
#include "io/field_names.hpp"
#include "io/row_reader.hpp"
#include "io/source.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regio::io {

/// A table with the rows of it that are meant.
struct TableSource {
    Source source;
    std::vector<RowFilter> where; ///< All must hold.
};

/// Whether the name is that of delimited text: .csv .tsv .tab .txt, or "-" for standard input.
[[nodiscard]] bool is_delimited_text(const std::string& file);

/// A table that is read row by row: delimited text (.csv .tsv .tab .txt and standard input), a
/// spreadsheet, or the attributes of a layer. Cells are UTF-8 text, codes keep their zeros.
///
/// Where the format has no field names, the header is the first row with two filled cells or more,
/// so that empty rows and a title above it do no harm; in a table of one column it is the first
/// row.
class Table {
public:
    /// Throws InputError when the source cannot be read (see RowReader's implementations) or lacks
    /// a field of a filter.
    explicit Table(const TableSource& source);

    [[nodiscard]] const FieldNames& fields() const noexcept { return fields_; }

    /// Goes to the next filled row that passes the filters; false at the end. Throws InputError for
    /// a row of delimited text that has filled cells behind the last field: a separator inside a
    /// text that is not quoted.
    bool next();

    /// A cell of the row; empty where the row is shorter. Valid until next().
    [[nodiscard]] std::string_view cell(std::size_t field) const;

    /// The row, as in RowReader.
    [[nodiscard]] std::int64_t row() const noexcept { return row_; }

    /// The table as a whole, for messages.
    [[nodiscard]] const SourceRef& source() const noexcept { return fields_.source(); }

private:
    [[nodiscard]] std::vector<std::string> find_header(const SourceRef& place);
    bool read();
    void check_width() const;
    [[nodiscard]] bool passes() const;

    std::unique_ptr<RowReader> reader_;
    FieldNames fields_;
    std::vector<std::pair<std::size_t, RowFilter>> filters_; ///< Each with its field.
    bool is_delimited_;
    std::vector<std::string> cells_;
    std::int64_t row_ = 0;
    /// Rows read while looking for the header, when they turn out to be data.
    std::deque<std::pair<std::int64_t, std::vector<std::string>>> pending_;
};

} // namespace regio::io
