#pragma once

#include "map/label_costs.hpp"
#include "map/label_site.hpp"

#include <optional>
#include <span>

namespace regio::map {

/// The place of least cost inside an area that is clear of `others`: the middle of the box in the
/// area, and the whole box for a name that may be left out. Of equal ones the first in order of
/// blocks and distance.
[[nodiscard]] std::optional<LabelPlace> best_place_inside(const LabelSite& site,
                                                          const LabelSheet& sheet,
                                                          std::span<const LabelPlace> others,
                                                          const LabelCosts& costs);

/// What the size and the breaks of a block cost.
[[nodiscard]] double cost_of_block(const LabelSite& site, const TextBlock& block,
                                   const LabelCosts& costs);

} // namespace regio::map
