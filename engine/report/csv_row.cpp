#include "report/csv_row.hpp"

#include "base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace regio::report {

namespace {

char separator(CsvDialect dialect) {
    return dialect == CsvDialect::ExcelNl ? ';' : ',';
}

std::string_view line_end(CsvDialect dialect) {
    return dialect == CsvDialect::ExcelNl ? "\r\n" : "\n";
}

bool is_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos;
}

bool needs_quotes(std::string_view text, CsvDialect dialect) {
    return std::any_of(text.begin(), text.end(), [&](char c) {
        return c == separator(dialect) || c == '"' || c == '\n' || c == '\r';
    });
}

} // namespace

std::string csv_text(std::string_view text, CsvDialect dialect) {
    const std::string cell = is_like_formula(text) ? "'" + std::string(text) : std::string(text);
    if (!needs_quotes(cell, dialect))
        return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_heading(std::string_view fields, CsvDialect dialect) {
    std::string line(dialect == CsvDialect::ExcelNl ? "\xEF\xBB\xBF" : "");
    for (const char c : fields)
        line += c == ',' ? separator(dialect) : c;
    return line.append(line_end(dialect));
}

void CsvRow::add_text(std::string_view text) {
    if (is_like_formula(text) || needs_quotes(text, dialect_))
        add(csv_text(text, dialect_));
    else
        add(text);
}

void CsvRow::add_count(std::size_t count) {
    add(fmt::to_string(count));
}

void CsvRow::add_empty() {
    add({});
}

std::string csv_number(std::string_view number, CsvDialect dialect) {
    std::string text(number);
    if (dialect == CsvDialect::ExcelNl)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

void CsvRow::add_number(std::string_view number) {
    if (dialect_ == CsvDialect::ExcelNl)
        add(csv_number(number, dialect_));
    else
        add(number);
}

void CsvRow::add_decimal(double value, int decimals) {
    // Twice as fast as a format, and most of a table is such figures.
    std::array<char, 512> digits{}; // 309 before the point at most.
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                            std::chars_format::fixed, decimals);
    REGIO_EXPECTS(error == std::errc());
    add_number({digits.data(), end});
}

std::string CsvRow::line() const {
    std::string line = row_;
    return line.append(line_end(dialect_));
}

void CsvRow::add(std::string_view cell) {
    if (!is_first_)
        row_ += separator(dialect_);
    is_first_ = false;
    row_ += cell;
}

} // namespace regio::report
