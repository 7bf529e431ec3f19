#pragma once

#include "report/check_report.hpp"
#include "report/sink.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace regio::report {

/// Standard: comma, decimal point, line feed. ExcelNl: what a Dutch or Flemish Excel opens with a
/// double click: byte order mark, semicolon, decimal comma, carriage return and line feed.
enum class CsvDialect : std::uint8_t { Standard, ExcelNl };

enum class CsvRows : std::uint8_t { PerPartnership, PerRegion };

/// One row per partnership in order of id, or one per partnership and region. When boundaries are
/// schematic there is one column more at the end, "boundaries", which says so in every row.
///
/// Texts from the data that begin with = + - @ or a tab get an apostrophe before them, so that no
/// spreadsheet runs them as a formula; everything else is as given, quoted where needed.
void write_check_csv(const CheckReport& report, CsvDialect dialect, CsvRows rows, const Sink& sink);

/// A text from the data as one cell of the dialect.
[[nodiscard]] std::string csv_text(std::string_view text, CsvDialect dialect);

} // namespace regio::report
