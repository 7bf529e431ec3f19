#pragma once

#include "nesting/near_miss.hpp"
#include "registry/region.hpp"
#include "registry/resolution.hpp"

#include <cstdint>
#include <tuple>

namespace regio::test {

/// What a change costs: municipalities moved, inhabitants moved, joins. Compared in that order.
using ChangeCost = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

/// The cost of a change that the program proposes.
ChangeCost cost_of(const nesting::NearMiss& change,
                   const registry::ResolvedPartnership& partnership,
                   const registry::MunicipalityTable& municipalities);

/// The least cost over every set of municipalities that conforms: for small worlds.
/// Precondition: at most 20 municipalities.
ChangeCost least_cost_of_all_sets(const registry::ResolvedPartnership& partnership,
                                  const registry::RegionPartition& regions,
                                  const registry::MunicipalityTable& municipalities);

/// The least cost over every choice per touched region (all leave, all join) and every single
/// region that keeps what it has: for worlds of any size with at most 20 touched regions.
ChangeCost least_cost_of_all_choices(const registry::ResolvedPartnership& partnership,
                                     const registry::RegionPartition& regions,
                                     const registry::MunicipalityTable& municipalities);

} // namespace regio::test
