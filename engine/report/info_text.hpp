#pragma once

#include "report/layer_info.hpp"
#include "report/sink.hpp"

namespace regio::report {

/// For each layer what it is, its fields, how well its features fit together, and for what it can
/// serve.
void write_info_text(const InfoReport& report, const Sink& sink);

} // namespace regio::report
