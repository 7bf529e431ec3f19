#pragma once

#include "report/sink.hpp"
#include "report/validation_report.hpp"

namespace regio::report {

/// A table for people: what the layer is, how much is wrong in all, and for each kind and weight,
/// worst first, a line with how many, how much and how wide, and the worst of them with their
/// places. What is not shown is counted.
void write_validation_text(const ValidationReport& report, const Sink& sink);

} // namespace regio::report
