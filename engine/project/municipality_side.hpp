#pragma once

#include "base/finding.hpp"
#include "coverage/overlap_table.hpp"
#include "nesting/boundaries.hpp"
#include "registry/municipality.hpp"

#include <optional>
#include <vector>

namespace regio::project {

/// The polygons of the municipalities, to be measured against what is drawn over them.
struct MunicipalitySide {
    coverage::OverlapSide side;
    /// By feature; nothing where it is no municipality of the day, or what it covers is not known.
    std::vector<std::optional<registry::MunicipalityIndex>> municipality_of;
};

/// Findings: R427.
[[nodiscard]] MunicipalitySide municipality_side(const nesting::Boundaries& boundaries,
                                                 std::size_t municipalities,
                                                 std::vector<Finding>& findings);

} // namespace regio::project
