#pragma once

#include "nesting/drawn_members.hpp"
#include "nesting/relation.hpp"
#include "registry/municipality.hpp"
#include "registry/partnership_list.hpp"
#include "registry/region.hpp"
#include "registry/resolution.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace regio::nesting {

/// What is said of a partnership besides its drawing.
struct DrawnTerms {
    std::string list; ///< The name within which its id is unique.
    bool may_be_supraregional = true;
};

/// The partnership that a drawing gives, to be judged like one that a list gives. Its members are
/// those of the drawing and the partial ones, which have a `drawn_share`; figures of a partial
/// member are those of the whole, for nobody counts the inhabitants of a part. Slivers are noise.
///
/// A member in no region is unmatched (R311), and one without members unresolved (R307).
[[nodiscard]] registry::ResolvedPartnership
resolve_drawn(registry::Partnership partnership, const DrawnMembers& drawn, const DrawnTerms& terms,
              const registry::RegionPartition& regions,
              const registry::MunicipalityTable& municipalities);

/// What the answer would be if municipalities that are covered in part were not.
struct PartialWeight {
    Relation without = Relation::Unresolved;    ///< If none of them belonged to the area.
    Relation with_whole = Relation::Unresolved; ///< If all of them belonged to it whole.
    Relation as_drawn = Relation::Unresolved;

    /// Whether the answer hangs on them: then it has to be said with it.
    [[nodiscard]] bool decides() const noexcept {
        return without != as_drawn || with_whole != as_drawn;
    }
};

/// Preconditions: every member lies in a region.
[[nodiscard]] PartialWeight weigh_partial(const registry::ResolvedPartnership& partnership,
                                          const registry::RegionPartition& regions);

/// How the list of a partnership and its drawing differ. Each list is in order of code.
struct ListAgainstDrawing {
    std::size_t listed = 0; ///< Members of the list,
    std::size_t drawn = 0;  ///< and of the drawing, partial ones left out.
    std::vector<registry::MunicipalityIndex> only_listed; ///< Not drawn, or as a sliver.
    std::vector<registry::MunicipalityIndex> only_drawn;  ///< Members of the drawing alone.
    std::vector<CoveredShare> listed_in_part;             ///< On the list, and drawn in part.
    std::vector<CoveredShare> drawn_in_part;              ///< Not on the list, and drawn in part.

    [[nodiscard]] bool agree() const noexcept {
        return only_listed.empty() && only_drawn.empty() && listed_in_part.empty() &&
               drawn_in_part.empty();
    }
};

/// Law: every municipality of either stands in one of the four lists, or is a member of both.
[[nodiscard]] ListAgainstDrawing compare(const registry::ResolvedPartnership& listed,
                                         const DrawnMembers& drawn);

} // namespace regio::nesting
