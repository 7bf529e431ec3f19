#include "report/csv_row.hpp"

#include <fmt/format.h>

namespace regio::report {

namespace {

char separator(CsvDialect dialect) {
    return dialect == CsvDialect::ExcelNl ? ';' : ',';
}

std::string_view line_end(CsvDialect dialect) {
    return dialect == CsvDialect::ExcelNl ? "\r\n" : "\n";
}

} // namespace

std::string csv_text(std::string_view text, CsvDialect dialect) {
    std::string cell(text);
    if (!cell.empty() && std::string_view("=+-@\t").find(cell.front()) != std::string_view::npos)
        cell.insert(cell.begin(), '\'');
    const char special[] = {separator(dialect), '"', '\n', '\r'};
    if (cell.find_first_of(std::string_view(special, sizeof special)) == std::string::npos)
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
    add(csv_text(text, dialect_));
}

void CsvRow::add_count(std::size_t count) {
    add(fmt::to_string(count));
}

void CsvRow::add_empty() {
    add({});
}

void CsvRow::add_number(std::string number) {
    if (const auto point = number.find('.'); point != std::string::npos)
        number[point] = dialect_ == CsvDialect::ExcelNl ? ',' : '.';
    add(number);
}

void CsvRow::add_decimal(double value, int decimals) {
    add_number(fmt::format("{:.{}f}", value, decimals));
}

std::string CsvRow::line() const {
    return row_ + std::string(line_end(dialect_));
}

void CsvRow::add(std::string_view cell) {
    if (!is_first_)
        row_ += separator(dialect_);
    is_first_ = false;
    row_ += cell;
}

} // namespace regio::report
