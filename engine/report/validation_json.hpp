#pragma once

#include "report/sink.hpp"
#include "report/validation_report.hpp"

namespace regio::report {

/// Schema "regio.validate/1". Keys are always there, null where nothing is known; defects are worst
/// first, and what else was found on reading stands apart.
void write_validation_json(const ValidationReport& report, const Sink& sink);

} // namespace regio::report
