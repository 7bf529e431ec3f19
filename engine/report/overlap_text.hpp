#pragma once

#include "report/overlap_report.hpp"
#include "report/sink.hpp"

namespace regio::report {

/// A table for people: what the two layers are; the rows by the code of a, under each the largest
/// share first and what lies in no feature last; and the sums, those of rows that are not shown
/// too.
void write_overlap_text(const OverlapReport& report, const Sink& sink);

} // namespace regio::report
