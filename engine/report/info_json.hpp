#pragma once

#include "report/layer_info.hpp"
#include "report/sink.hpp"

namespace regio::report {

/// Everything, as regio-info(1) describes it (schema "regio.info/1").
void write_info_json(const InfoReport& report, const Sink& sink);

} // namespace regio::report
