#pragma once

#include "report/check_report.hpp"
#include "report/sink.hpp"

namespace regio::report {

/// For each partnership its explanation, then the members by region with inhabitants and area,
/// partial and other members, and what was found on the way.
void write_explain_text(const CheckReport& report, const Sink& sink);

} // namespace regio::report
