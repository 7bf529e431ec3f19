#pragma once

#include "base/finding.hpp"
#include "registry/partnership_list.hpp"
#include "registry/region.hpp"
#include "registry/territory.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::registry {

/// A municipality of which only some former parts were members of the partnership, or of which its
/// drawn working area covers a part.
struct PartialMember {
    MunicipalityIndex municipality{};
    std::vector<MergedPart> parts;   ///< Members before the merger.
    std::vector<MergedPart> missing; ///< The parts that were not.
    /// Of the area of the municipality, where the working area is a drawing and covers no more of
    /// it; there are no former parts then.
    std::optional<double> drawn_share;
    Figures figures; ///< Each of the parts where all of them have it, else of the whole.
    bool figures_of_parts = false; ///< Whether that is so for every figure that is known.
};

/// A member that could not be placed on the day that is asked about.
struct UnmatchedMember {
    FindingNumber reason{}; ///< R301-R304, R311 or R318.
    std::string code;
    std::string name;
    std::vector<std::string> nearest;
};

/// A partnership with its members on the day that is asked about.
struct ResolvedPartnership {
    std::string list;
    Partnership partnership;
    bool may_be_supraregional = true;
    /// Unresolved when a member could not be placed, there is none, or two listings contradict.
    bool is_resolved = true;
    std::vector<MunicipalityIndex> members;     ///< Partial ones included; ascending, each once.
    std::vector<PartialMember> partial_members; ///< In the order of `members`.
    std::vector<std::string> other_members;     ///< As the list names them, in its order.
    std::vector<UnmatchedMember> unmatched;
    std::vector<Finding> findings;
};

/// All partnerships of all lists on territory.as_of(), in order of id, then list.
///
/// A list's codes are read as of the partnership's day, else the list's, else the day that the
/// codes themselves point to (R317), and carried over by the mergers; memberships that do not hold
/// on territory.as_of() are left out. One partnership that stands twice under one list name, in two
/// spellings of its identifier, in two sources, or in two runs of rows of which the second
/// repeats the first, is reported (R308), and is unresolved when the members differ (R309).
///
/// Laws: no member is dropped without an entry in `unmatched` or `other_members`; nothing depends
/// on the order of lists or partnerships but the place that a finding names.
[[nodiscard]] std::vector<ResolvedPartnership>
resolve_partnerships(const std::vector<PartnershipList>& lists, const Territory& territory,
                     const RegionPartition& regions, std::vector<Finding>& findings);

/// The partial membership of a municipality; null when it is a whole member, or none.
[[nodiscard]] const PartialMember* find_partial(const ResolvedPartnership& partnership,
                                                MunicipalityIndex municipality);

/// Whether the working area of the partnership is a drawing that covers a part of the municipality
/// only.
[[nodiscard]] bool is_drawn_in_part(const ResolvedPartnership& partnership,
                                    MunicipalityIndex municipality);

/// The figures that a member counts for: its own, or of its parts when it is partial.
[[nodiscard]] Figures counted_figures(const ResolvedPartnership& partnership,
                                      MunicipalityIndex member,
                                      const MunicipalityTable& municipalities);

} // namespace regio::registry
