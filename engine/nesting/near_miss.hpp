#pragma once

#include "nesting/relation.hpp"
#include "registry/region.hpp"
#include "registry/resolution.hpp"

#include <span>
#include <vector>

namespace regio::nesting {

/// The smallest change that makes a partnership conform.
struct NearMiss {
    Relation relation{};                        ///< Afterwards: Within, Coincides or Supraregional.
    std::vector<registry::RegionIndex> regions; ///< Touched afterwards; in order of code.
    std::vector<registry::MunicipalityIndex> leave; ///< Ascending.
    /// Ascending; the whole of a member among them that a drawing covers in part.
    std::vector<registry::MunicipalityIndex> join;
};

/// The change with the fewest municipalities that makes the members conform. Closed form: either
/// all leave that lie outside one region; or every touched region is made whole or left, whichever
/// moves fewer, and at least one is made whole. A partnership that may not be supraregional is only
/// offered the first.
///
/// Between changes of the same size: the one that moves fewer inhabitants (when the inhabitants of
/// all municipalities involved are known), then the one with fewer joins, then the one whose
/// regions afterwards come first by code.
///
/// Laws: applied, the change gives `relation`; no other set that conforms is nearer (symmetric
/// difference with the members), be it inside the touched regions or not.
/// Preconditions: the partnership touches a region; every member lies in one.
[[nodiscard]] NearMiss find_near_miss(const registry::ResolvedPartnership& partnership,
                                      const registry::RegionPartition& regions,
                                      const registry::MunicipalityTable& municipalities);

} // namespace regio::nesting
