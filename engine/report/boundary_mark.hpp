#pragma once

#include "base/language.hpp"
#include "report/check_report.hpp"

#include <string>
#include <string_view>

namespace regio::report {

/// "schematische grenzen".
[[nodiscard]] std::string_view schematic_boundaries(Language language);

/// Whether a report rests on polygons whose boundaries are schematic.
[[nodiscard]] bool is_schematic(const CheckReport& report);

/// " (schematische grenzen)", to stand behind what such polygons say; nothing for other reports.
[[nodiscard]] std::string schematic_mark(const CheckReport& report);

} // namespace regio::report
