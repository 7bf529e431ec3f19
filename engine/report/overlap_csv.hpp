#pragma once

#include "report/csv_row.hpp"
#include "report/overlap_report.hpp"
#include "report/sink.hpp"

#include <cstdint>

namespace regio::report {

/// Whether CSV tells the places of features in their layers.
enum class CsvFids : std::uint8_t { LeftOut, Told };

/// One row per row of the report, in its order: codes and names, area with six decimals, shares
/// with as many. What lies in no feature has no code and no name; a feature with neither is named
/// by its place in the layer, "feature 12". More columns follow when they are asked for or needed:
/// the greatest error of the area, the places in the layers, and, when boundaries are schematic,
/// "boundaries", which says so in every row.
void write_overlap_csv(const OverlapReport& report, CsvDialect dialect, CsvFids fids,
                       const Sink& sink);

} // namespace regio::report
