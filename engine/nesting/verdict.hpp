#pragma once

#include "nesting/boundaries.hpp"
#include "nesting/drawing.hpp"
#include "nesting/near_miss.hpp"
#include "nesting/relation.hpp"
#include "registry/area.hpp"
#include "registry/region.hpp"
#include "registry/resolution.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace regio::nesting {

/// What a partnership has in one region.
struct RegionShare {
    registry::RegionIndex region{};
    std::size_t members = 0;
    std::size_t of = 0;        ///< Municipalities of the region.
    std::size_t in_part = 0;   ///< Of the members, those that a drawn area covers in part only.
    registry::Figures figures; ///< Of these members, as they are counted.
};

/// The answer for one partnership.
struct Verdict {
    Relation relation = Relation::Unresolved;
    std::vector<RegionShare> regions; ///< Those with a member, in order of code.
    registry::Figures figures;        ///< Of all members.
    /// The region with most members; of equals the one with most inhabitants, then the first code.
    std::optional<registry::RegionIndex> main_region;
    std::vector<registry::MunicipalityIndex> outsiders; ///< Members outside it, by code.
    std::optional<NearMiss> near_miss; ///< When the answer is known and does not conform.

    /// Whether the area may stay as it is.
    [[nodiscard]] bool conforms() const noexcept {
        return relation != Relation::Unresolved && relation != Relation::Crosses && !near_miss;
    }
};

/// Judges the members that were found; the answer is Unresolved when some were not.
/// Law: nothing but the set of members, the regions and the figures decides.
[[nodiscard]] Verdict judge(const registry::ResolvedPartnership& partnership,
                            const registry::RegionPartition& regions,
                            const registry::MunicipalityTable& municipalities);

/// A partnership with its answer.
struct Assessment {
    registry::ResolvedPartnership partnership;
    Verdict verdict;
    /// Where boundaries are known of all members, and they make the area: not of a drawn one.
    std::optional<WorkingArea> area;
    std::optional<Drawing> drawing; ///< Of a working area that is given by polygons.
};

/// Judges a partnership; one that is supraregional and may not be gets finding R319.
[[nodiscard]] Assessment assess(registry::ResolvedPartnership partnership,
                                const registry::RegionPartition& regions,
                                const registry::MunicipalityTable& municipalities);

} // namespace regio::nesting
