#include "report/boundary_mark.hpp"

#include "report/words.hpp"

#include <fmt/format.h>

namespace regio::report {

std::string_view schematic_boundaries(Language language) {
    return in(language, layer::kSchematicBoundaries, "schematic boundaries");
}

bool is_schematic(const CheckReport& report) {
    return report.boundaries != nullptr && report.boundaries->layer().is_schematic();
}

std::string schematic_mark(const CheckReport& report) {
    return is_schematic(report) ? fmt::format(" ({})", schematic_boundaries(report.language))
                                : std::string();
}

} // namespace regio::report
