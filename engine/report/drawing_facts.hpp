#pragma once

#include "report/check_report.hpp"

#include <string>
#include <vector>

namespace regio::report {

/// What a sheet says of a drawn area first: "Getekend gebied van 812,3 km²: 11 gemeenten, waarvan 3
/// voor een deel". Precondition (all): the area is drawn.
[[nodiscard]] std::string drawn_area_line(const CheckReport& report,
                                          const nesting::Assessment& assessment);

/// What lies outside its container, how wide the largest part of that is, how far it reaches, for
/// which tolerances that answer holds, and whether it is fragile: a line or two, none when the
/// container is not known.
[[nodiscard]] std::vector<std::string> excess_lines(const CheckReport& report,
                                                    const nesting::Assessment& assessment);

/// From which share on a municipality is a member, what is noise, and the greatest noise there is.
[[nodiscard]] std::string threshold_line(const CheckReport& report,
                                         const nesting::Assessment& assessment);

} // namespace regio::report
