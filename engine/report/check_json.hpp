#pragma once

#include "report/check_report.hpp"
#include "report/sink.hpp"

namespace regio::report {

/// The document "regio.check/1": summary, lists, partnerships in order of id, findings. Shares are
/// by number of municipalities. Keys always stand there; null is "not known" or "none".
void write_check_json(const CheckReport& report, const Sink& sink);

/// The document "regio.explain/1": like a partnership of regio.check/1, each with its explanation
/// in words and all its member municipalities.
void write_explain_json(const CheckReport& report, const Sink& sink);

} // namespace regio::report
