#pragma once

#include "report/check_report.hpp"
#include "report/csv_row.hpp"
#include "report/sink.hpp"

#include <cstdint>

namespace regio::report {

enum class CsvRows : std::uint8_t { PerPartnership, PerRegion };

/// One row per partnership in order of id, or one per partnership and region. When boundaries are
/// schematic there is one column more at the end, "boundaries", which says so in every row.
void write_check_csv(const CheckReport& report, CsvDialect dialect, CsvRows rows, const Sink& sink);

} // namespace regio::report
