#pragma once

#include "base/finding.hpp"
#include "layer/layer.hpp"
#include "nesting/share_threshold.hpp"
#include "project/drawn_sources.hpp"
#include "project/municipality_side.hpp"
#include "registry/partition_regions.hpp"
#include "registry/territory.hpp"

#include <vector>

namespace regio::project {

/// The list that drawn regions amount to on the day of the territory: each municipality lies in the
/// region that covers the greatest share of it, unless that is a sliver: then it lies in none.
/// Features with one code are one region. Finding R207 names those of which less than the share of
/// a member lies in their region, or more than a sliver in another one too; R419 counts features
/// without a code.
[[nodiscard]] registry::RegionList
list_regions(const DrawnRegionSource& source, const layer::Layer& layer,
             const MunicipalitySide& municipalities, const registry::Territory& territory,
             const nesting::ShareTerms& terms, std::vector<Finding>& findings);

} // namespace regio::project
