#pragma once

#include "map/label_costs.hpp"
#include "map/label_site.hpp"

#include <optional>
#include <span>

namespace regio::map {

/// The place of least cost around an area for a name that is tied to it by a leader line: the box
/// clear of `others`, and the leader clear of them, of their leaders and of obstacles. Free
/// ground is better than an area of `sites` whose name must be read too.
[[nodiscard]] std::optional<LabelPlace> best_place_with_leader(const LabelSite& site,
                                                               const LabelSheet& sheet,
                                                               std::span<const LabelPlace> others,
                                                               std::span<const LabelSite> sites,
                                                               const LabelCosts& costs);

} // namespace regio::map
