#pragma once

#include "coverage/overlap_table.hpp"
#include "kernel/area_sum.hpp"
#include "kernel/wide.hpp"
#include "layer/feature.hpp"
#include "nesting/share_threshold.hpp"
#include "registry/municipality.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regio::nesting {

/// Of which municipality each feature of a layer is, or a part of it; nothing for the others.
using MunicipalityOf = std::span<const std::optional<registry::MunicipalityIndex>>;

/// What a drawn area covers of a municipality.
struct CoveredShare {
    registry::MunicipalityIndex municipality{};
    kernel::AreaSum covered;     ///< Twice the area, in square units; above 0.
    kernel::Wide whole = 0;      ///< Twice the area of the municipality.
    std::uint32_t roundings = 0; ///< As in OverlapPair.

    /// Of the area of the municipality, correct to the last bits of a double.
    [[nodiscard]] double share() const { return covered.twice_area() / static_cast<double>(whole); }

    friend bool operator==(const CoveredShare&, const CoveredShare&) = default;
};

/// From which share on a municipality belongs to a drawn area. Borders from different sources
/// differ: of the municipalities of 2024 drawn twice the smallest share of one in itself was 96.3 %
/// and the greatest in another 1.2 %.
struct ShareTerms {
    ShareThreshold member{950'000}; ///< A member from this share on.
    /// Noise is what covers less than this share of the municipality; but never where most of the
    /// drawing lies: a district is a small part of its city, and all there is of its drawing.
    /// Partial between the two; 0: nothing is noise.
    ShareThreshold sliver{50'000};
};

/// The municipalities of a drawn area, each list in order of code.
struct DrawnMembers {
    layer::FeatureId area{};
    std::vector<CoveredShare> members;
    std::vector<CoveredShare> partial;
    std::vector<CoveredShare> slivers;
    /// The sliver with the greatest share, of equals the first: how far from an answer noise is.
    std::optional<CoveredShare> greatest_sliver;
    /// What of the area lies in none of the municipalities; twice, in square units.
    kernel::AreaSum elsewhere;

    friend bool operator==(const DrawnMembers&, const DrawnMembers&) = default;
};

/// The municipalities of each feature of the second side of a table, the features of its first side
/// being polygons of municipalities. Shares are compared exactly; what they rest on is as exact as
/// the table (topology::OverlapPair).
///
/// Laws: 1. each municipality that shares area with a drawn area stands in one of its three lists,
/// and the one that shares most with it is no sliver (of equals the first in order of code); 2. the
/// order of features changes nothing but ids; 3. where no two municipalities overlap, what
/// is covered of them and what lies elsewhere add up to the drawn area exactly. Preconditions:
/// `municipality_of` has an entry for each feature of the first side; no two features of one
/// municipality overlap; terms.sliver <= terms.member, which is above 0 and at most 1.
[[nodiscard]] std::vector<DrawnMembers> drawn_members(const coverage::OverlapTable& table,
                                                      MunicipalityOf municipality_of,
                                                      const ShareTerms& terms = {});

/// In which feature of a layer of regions a municipality lies.
struct RegionByShare {
    layer::FeatureId region{}; ///< The one with the greatest share; of equals the first.
    CoveredShare share;
    bool is_doubtful = false; ///< The share is below that of a member.

    friend bool operator==(const RegionByShare&, const RegionByShare&) = default;
};

/// Assigns municipalities to the features of the second side of a table: by municipality, nothing
/// for one that shares area with no region. For regions that are polygons without codes.
/// Law: but for equal shares, the order of features changes nothing but ids.
/// Preconditions: as those of drawn_members(); every municipality is below `municipalities`.
[[nodiscard]] std::vector<std::optional<RegionByShare>>
assign_by_share(const coverage::OverlapTable& table, MunicipalityOf municipality_of,
                std::size_t municipalities, ShareThreshold member = ShareTerms{}.member);

} // namespace regio::nesting
