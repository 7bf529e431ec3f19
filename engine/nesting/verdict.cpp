#include "nesting/verdict.hpp"

#include <algorithm>
#include <tuple>

namespace regio::nesting {

namespace {

using registry::MunicipalityIndex;

std::vector<RegionShare> shares(const registry::ResolvedPartnership& partnership,
                                const registry::RegionPartition& regions,
                                const registry::MunicipalityTable& municipalities) {
    std::vector<RegionShare> by_region(regions.size());
    for (auto& share : by_region)
        share.figures = registry::no_figures();
    for (const auto member : partnership.members) {
        const auto region = regions.region_of(member);
        RegionShare& share = by_region[static_cast<std::size_t>(region.value())];
        share.region = *region;
        share.of = size_of(regions[*region]);
        ++share.members;
        share.in_part += registry::is_drawn_in_part(partnership, member) ? 1U : 0U;
        share.figures =
            share.figures + registry::counted_figures(partnership, member, municipalities);
    }
    std::erase_if(by_region, [](const RegionShare& share) { return share.members == 0; });
    return by_region;
}

Relation relation_of(const std::vector<RegionShare>& shares) {
    std::vector<RegionCount> counts;
    for (const auto& share : shares)
        counts.push_back({.region = share.region,
                          .members = share.members,
                          .of = share.of,
                          .in_part = share.in_part});
    return relate(counts);
}

const RegionShare& main_share(const std::vector<RegionShare>& shares) {
    // The first of equals, and shares are in order of code.
    return *std::max_element(shares.begin(), shares.end(),
                             [](const RegionShare& a, const RegionShare& b) {
                                 return std::tuple(a.members, a.figures.inhabitants.value_or(0)) <
                                        std::tuple(b.members, b.figures.inhabitants.value_or(0));
                             });
}

} // namespace

Verdict judge(const registry::ResolvedPartnership& partnership,
              const registry::RegionPartition& regions,
              const registry::MunicipalityTable& municipalities) {
    Verdict verdict;
    verdict.regions = shares(partnership, regions, municipalities);
    verdict.figures = registry::no_figures();
    for (const auto& share : verdict.regions)
        verdict.figures = verdict.figures + share.figures;
    if (verdict.regions.empty()) {
        verdict.figures = {};
        return verdict;
    }
    verdict.main_region = main_share(verdict.regions).region;
    std::copy_if(partnership.members.begin(), partnership.members.end(),
                 std::back_inserter(verdict.outsiders), [&](MunicipalityIndex member) {
                     return regions.region_of(member) != verdict.main_region;
                 });
    if (!partnership.is_resolved)
        return verdict;
    verdict.relation = relation_of(verdict.regions);
    if (verdict.relation == Relation::Crosses ||
        (verdict.relation == Relation::Supraregional && !partnership.may_be_supraregional))
        verdict.near_miss = find_near_miss(partnership, regions, municipalities);
    return verdict;
}

Assessment assess(registry::ResolvedPartnership partnership,
                  const registry::RegionPartition& regions,
                  const registry::MunicipalityTable& municipalities) {
    Verdict verdict = judge(partnership, regions, municipalities);
    if (verdict.relation == Relation::Supraregional && !partnership.may_be_supraregional)
        partnership.findings.push_back({.number = FindingNumber::SupraregionalNotAllowed,
                                        .values = {},
                                        .source = partnership.partnership.source,
                                        .list = partnership.list,
                                        .partnership = partnership.partnership.id});
    return {.partnership = std::move(partnership), .verdict = std::move(verdict)};
}

} // namespace regio::nesting
