#include "nesting/drawn_members.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace regio::nesting {

namespace {

using kernel::AreaSum;
using kernel::Wide;
using layer::FeatureId;
using registry::MunicipalityIndex;

/// Twice the area of each municipality that has features.
std::map<MunicipalityIndex, Wide> whole_areas(const coverage::OverlapTable& table,
                                              MunicipalityOf municipality_of) {
    REGIO_EXPECTS(municipality_of.size() == table.twice_areas_a.size());
    std::map<MunicipalityIndex, Wide> areas;
    for (std::size_t i = 0; i < municipality_of.size(); ++i)
        if (municipality_of[i])
            areas[*municipality_of[i]] += table.twice_areas_a[i];
    return areas;
}

/// What each area shares with each municipality, over all features of that.
using Shares = std::map<std::pair<FeatureId, MunicipalityIndex>, CoveredShare>;

Shares shares_of(const coverage::OverlapTable& table, MunicipalityOf municipality_of) {
    const auto whole = whole_areas(table, municipality_of);
    Shares shares;
    for (const topology::OverlapPair& pair : table.pairs) {
        const auto municipality = municipality_of[index(pair.a)];
        if (!municipality)
            continue;
        CoveredShare& share = shares[{pair.b, *municipality}];
        share.municipality = *municipality;
        share.whole = whole.at(*municipality);
        share.covered += pair.area;
        share.roundings += pair.roundings;
    }
    // Rounding may leave a little less than nothing where areas hardly meet.
    std::erase_if(shares, [](const auto& entry) { return entry.second.covered.scaled() <= 0; });
    return shares;
}

/// The municipality that has most of each area.
std::map<FeatureId, MunicipalityIndex> mainly_in(const Shares& shares) {
    std::map<FeatureId, const CoveredShare*> most;
    for (const auto& [key, share] : shares) {
        const CoveredShare*& greatest = most[key.first];
        if (greatest == nullptr || greatest->covered.scaled() < share.covered.scaled())
            greatest = &share;
    }
    std::map<FeatureId, MunicipalityIndex> main;
    for (const auto& [area, share] : most)
        main[area] = share->municipality;
    return main;
}

void sort_in(const CoveredShare& share, bool has_most, const ShareTerms& terms,
             DrawnMembers& area) {
    if (is_at_least(share.covered, share.whole, terms.member))
        area.members.push_back(share);
    else if (has_most || is_at_least(share.covered, share.whole, terms.sliver))
        area.partial.push_back(share);
    else
        area.slivers.push_back(share);
}

std::optional<CoveredShare> greatest(const std::vector<CoveredShare>& shares) {
    const auto found = std::max_element(shares.begin(), shares.end(),
                                        [](const CoveredShare& one, const CoveredShare& other) {
                                            return one.share() < other.share();
                                        });
    return found == shares.end() ? std::nullopt : std::optional(*found);
}

/// What lies in features of no municipality, or in none at all.
std::vector<AreaSum> areas_elsewhere(const coverage::OverlapTable& table,
                                     MunicipalityOf municipality_of) {
    std::vector<AreaSum> areas(table.twice_areas_b.size());
    for (const coverage::Uncovered& part : table.b_alone)
        areas[index(part.feature)] += part.area;
    for (const topology::OverlapPair& pair : table.pairs)
        if (!municipality_of[index(pair.a)])
            areas[index(pair.b)] += pair.area;
    return areas;
}

} // namespace

std::vector<DrawnMembers> drawn_members(const coverage::OverlapTable& table,
                                        MunicipalityOf municipality_of, const ShareTerms& terms) {
    REGIO_EXPECTS(terms.sliver <= terms.member && terms.member.millionths > 0 &&
                  terms.member.millionths <= 1'000'000);
    std::vector<DrawnMembers> areas(table.twice_areas_b.size());
    const auto elsewhere = areas_elsewhere(table, municipality_of);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        areas[i].area = FeatureId(i);
        areas[i].elsewhere = elsewhere[i];
    }
    const Shares shares = shares_of(table, municipality_of);
    const auto main = mainly_in(shares);
    for (const auto& [key, share] : shares)
        sort_in(share, main.at(key.first) == key.second, terms, areas[index(key.first)]);
    for (DrawnMembers& area : areas)
        area.greatest_sliver = greatest(area.slivers);
    return areas;
}

std::vector<std::optional<RegionByShare>> assign_by_share(const coverage::OverlapTable& table,
                                                          MunicipalityOf municipality_of,
                                                          std::size_t municipalities,
                                                          ShareThreshold member) {
    std::vector<std::optional<RegionByShare>> regions(municipalities);
    for (const auto& [key, share] : shares_of(table, municipality_of)) {
        auto& region = regions[static_cast<std::size_t>(share.municipality)];
        // One municipality, one whole: the greater share is the greater area.
        if (!region || region->share.covered.scaled() < share.covered.scaled())
            region = {.region = key.first,
                      .share = share,
                      .is_doubtful = !is_at_least(share.covered, share.whole, member)};
    }
    return regions;
}

} // namespace regio::nesting
