#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace regio::report {

/// Standard: comma, decimal point, line feed. ExcelNl: what a Dutch or Flemish Excel opens with a
/// double click: byte order mark, semicolon, decimal comma, carriage return and line feed.
enum class CsvDialect : std::uint8_t { Standard, ExcelNl };

/// A text from the data as one cell of the dialect. One that begins with = + - @ or a tab gets an
/// apostrophe before it, so that no spreadsheet runs it as a formula; everything else is as given,
/// quoted where needed (RFC 4180).
[[nodiscard]] std::string csv_text(std::string_view text, CsvDialect dialect);

/// A number with a decimal point as the dialect has it, without quotes.
[[nodiscard]] std::string csv_number(std::string_view number, CsvDialect dialect);

/// The first line: names of fields, given with commas between.
[[nodiscard]] std::string csv_heading(std::string_view fields, CsvDialect dialect);

/// Puts the cells of a row together; texts from the data are escaped, figures are not.
class CsvRow {
public:
    explicit CsvRow(CsvDialect dialect) : dialect_(dialect) {}

    void add_text(std::string_view text);
    void add_count(std::size_t count);
    void add_empty();

    /// A number with a decimal point, which becomes that of the dialect.
    void add_number(std::string_view number);

    /// The same, with a fixed number of decimals: 200 at most.
    void add_decimal(double value, int decimals);

    /// The row with its line end.
    [[nodiscard]] std::string line() const;

private:
    void add(std::string_view cell);

    CsvDialect dialect_;
    bool is_first_ = true;
    std::string row_;
};

} // namespace regio::report
