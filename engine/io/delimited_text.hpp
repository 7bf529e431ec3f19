#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regio::io {

/// Splits delimited text (RFC 4180, with comma, semicolon, tab or bar) into rows of cells.
///
/// A quote opens a quoted cell only as its first character; elsewhere it is a character like any
/// other, so `5" pijp` is a name. The separator is the one by which most of the first rows, the
/// header among them, agree on the number of cells; of equals the one that makes most. Rows are
/// counted as a spreadsheet counts them: a line break inside quotes does not start one, an empty
/// line does.
class DelimitedText {
public:
    /// `text` must outlive the object; `file` is for messages.
    DelimitedText(std::string_view text, std::string file);

    /// The next row that is not empty; false at the end. `cells` keeps its strings' memory from row
    /// to row. Throws InputError with the line for a quote that is never closed, or that is closed
    /// and followed by other text.
    bool next(std::vector<std::string>& cells);

    /// The row that next() gave last, counted from 1.
    [[nodiscard]] std::int64_t row() const noexcept { return row_; }

private:
    void read_cell(std::string& cell);
    void read_quoted_cell(std::string& cell);
    bool end_of_row();
    [[noreturn]] void throw_at(std::size_t line, const char* what, const char* hint) const;

    std::string_view text_;
    std::string file_;
    char separator_ = ',';
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::int64_t row_ = 0;
};

/// The separator that suits the first rows of `text` best: comma when none splits them.
[[nodiscard]] char detect_separator(std::string_view text);

} // namespace regio::io
