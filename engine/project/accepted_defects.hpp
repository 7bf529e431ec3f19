#pragma once

#include "validation/acceptance.hpp"

#include <string>
#include <vector>

namespace regio::project {

/// Reads which defects of a layer are accepted: a table with the fields `number` (as R417), `x` and
/// `y` in the coordinates in which defects are told, and perhaps `radius_m` and `why`; the CSV of a
/// validation is one. A row without x and y is about defects without a place, of its `codes`, or of
/// its `fids` where these are empty. Numbers may have a decimal comma. Throws InputError as
/// io::Table does, for a number that validation does not give, for an x, y or radius that is no
/// number, and for a row that has none of x, y, codes and fids.
[[nodiscard]] std::vector<validation::Acceptance> read_accepted(const std::string& file);

} // namespace regio::project
