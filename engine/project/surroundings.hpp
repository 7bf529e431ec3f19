#pragma once

#include "base/language.hpp"
#include "io/crs.hpp"
#include "kernel/position.hpp"
#include "map/area_map.hpp"

#include <vector>

namespace regio::project {

/// The sea, the countries and the regions around Flanders that travel with the program
/// (shapes/surroundings.csv): coarse, in a CRS of the user's, in the order of painting. They reach
/// under Flanders, and are only right around all of it. Nothing when `extent`, in that CRS, is
/// not that of all of Flanders, or PROJ cannot bring them there.
[[nodiscard]] std::vector<map::Zone> surroundings(const io::Crs& crs, const kernel::Extent& extent,
                                                  Language language);

} // namespace regio::project
