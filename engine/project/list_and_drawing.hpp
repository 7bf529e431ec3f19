#pragma once

#include "nesting/verdict.hpp"
#include "registry/municipality.hpp"

#include <vector>

namespace regio::project {

/// Looks for the list of each drawn partnership and says how they differ (R333, R334). They are one
/// partnership when they have the same id, in whatever spelling, and stand under one list name or
/// are called the same; failing that, when no other one is called the same. An id alone is not
/// enough: every delimitation has a "1".
void compare_lists_and_drawings(const registry::MunicipalityTable& municipalities,
                                std::vector<nesting::Assessment>& assessments);

/// Throws InputError when two drawings are of one partnership of one list: which of them counts
/// cannot be known.
void refuse_drawn_twice(const std::vector<nesting::Assessment>& assessments);

} // namespace regio::project
