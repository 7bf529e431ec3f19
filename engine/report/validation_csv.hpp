#pragma once

#include "report/csv_row.hpp"
#include "report/sink.hpp"
#include "report/validation_report.hpp"

namespace regio::report {

/// One row per defect, worst first: number and kind, weight, place, the features concerned (their
/// codes, names and fids, each joined by " | "), sizes, and the message in the language of the
/// report. Places and sizes are in metres with three decimals, areas with six; what a defect has
/// not is empty.
void write_validation_csv(const ValidationReport& report, CsvDialect dialect, const Sink& sink);

} // namespace regio::report
