#pragma once

#include "report/overlap_report.hpp"
#include "report/sink.hpp"

namespace regio::report {

/// Schema "regio.overlap/1". Keys are always there, null where nothing is known; pairs are in order
/// of code.
void write_overlap_json(const OverlapReport& report, const Sink& sink);

} // namespace regio::report
