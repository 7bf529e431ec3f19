#pragma once

#include "nesting/verdict.hpp"
#include "registry/municipality.hpp"
#include "registry/region.hpp"

#include <span>
#include <string>
#include <vector>

namespace regio::nesting {

/// "Lendelede (34025) 43.2 %, Wingene (37024) 6.0 %".
[[nodiscard]] std::string shares_text(std::span<const CoveredShare> shares,
                                      const registry::MunicipalityTable& municipalities);

/// What has to be said of a drawn area beside its verdict, put behind its findings: partial members
/// decide (R328); the shape verdict is fragile (R329) or cannot be given (R330); and set and shape
/// contradict each other (R331, R332).
void report_drawing(const registry::RegionPartition& regions,
                    const registry::MunicipalityTable& municipalities, Assessment& assessment);

/// A working area that a list gives and a drawing gives too: how their members differ (R333), and
/// that their verdicts do (R334), put behind the findings of the drawing. Nothing is said when one
/// of them is unresolved.
void report_list_against_drawing(const Assessment& listed,
                                 const registry::MunicipalityTable& municipalities,
                                 Assessment& drawn);

} // namespace regio::nesting
