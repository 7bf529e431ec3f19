#pragma once

#include "report/check_report.hpp"

#include <nlohmann/json_fwd.hpp>

namespace regio::report {

/// What JSON says of a drawn area, as regio-check(1) has it; null for one that a list gives.
[[nodiscard]] nlohmann::ordered_json drawing_object(const CheckReport& report,
                                                    const nesting::Assessment& assessment);

} // namespace regio::report
