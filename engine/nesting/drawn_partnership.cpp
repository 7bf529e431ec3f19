#include "nesting/drawn_partnership.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace regio::nesting {

namespace {

using registry::MunicipalityIndex;
using registry::RegionIndex;
using registry::ResolvedPartnership;

void note(FindingNumber number, std::vector<FindingValue> values, ResolvedPartnership& resolved) {
    resolved.findings.push_back({.number = number,
                                 .values = std::move(values),
                                 .source = resolved.partnership.source,
                                 .list = resolved.list,
                                 .partnership = resolved.partnership.id});
    resolved.is_resolved = false;
}

/// Takes a municipality among the members, unless it lies in no region.
bool take(MunicipalityIndex municipality, const registry::RegionPartition& regions,
          const registry::MunicipalityTable& municipalities, ResolvedPartnership& resolved) {
    if (regions.region_of(municipality)) {
        resolved.members.push_back(municipality);
        return true;
    }
    const auto& [code, name, figures, source] = municipalities[municipality];
    resolved.unmatched.push_back(
        {.reason = FindingNumber::MemberWithoutRegion, .code = code, .name = name, .nearest = {}});
    note(FindingNumber::MemberWithoutRegion, {{"name", name}, {"nis", code}}, resolved);
    return false;
}

/// The members of a drawing and the partial ones, by code.
std::vector<CoveredShare> all_of(const DrawnMembers& drawn) {
    std::vector<CoveredShare> all;
    std::merge(drawn.members.begin(), drawn.members.end(), drawn.partial.begin(),
               drawn.partial.end(), std::back_inserter(all),
               [](const CoveredShare& one, const CoveredShare& other) {
                   return one.municipality < other.municipality;
               });
    return all;
}

std::set<MunicipalityIndex> municipalities_of(const std::vector<CoveredShare>& shares) {
    std::set<MunicipalityIndex> municipalities;
    for (const CoveredShare& share : shares)
        municipalities.insert(share.municipality);
    return municipalities;
}

enum class PartCounts : std::uint8_t { AsNothing, AsPart, AsWhole };

Relation relation_if(PartCounts part, const ResolvedPartnership& partnership,
                     const registry::RegionPartition& regions) {
    std::map<RegionIndex, RegionCount> touched;
    for (const MunicipalityIndex member : partnership.members) {
        const bool is_part = registry::is_drawn_in_part(partnership, member);
        if (is_part && part == PartCounts::AsNothing)
            continue;
        const RegionIndex region = *regions.region_of(member);
        RegionCount& count = touched[region];
        count.region = region;
        count.of = size_of(regions[region]);
        ++count.members;
        count.in_part += is_part && part == PartCounts::AsPart ? 1U : 0U;
    }
    if (!partnership.is_resolved || touched.empty())
        return Relation::Unresolved;
    std::vector<RegionCount> counts;
    for (const auto& [region, count] : touched)
        counts.push_back(count);
    return relate(counts);
}

} // namespace

ResolvedPartnership resolve_drawn(registry::Partnership partnership, const DrawnMembers& drawn,
                                  const DrawnTerms& terms, const registry::RegionPartition& regions,
                                  const registry::MunicipalityTable& municipalities) {
    ResolvedPartnership resolved;
    resolved.list = terms.list;
    resolved.partnership = std::move(partnership);
    resolved.findings = std::move(resolved.partnership.findings);
    resolved.may_be_supraregional = terms.may_be_supraregional;
    const auto in_part = municipalities_of(drawn.partial);
    for (const CoveredShare& share : all_of(drawn)) {
        const bool is_member = take(share.municipality, regions, municipalities, resolved);
        if (is_member && in_part.contains(share.municipality))
            resolved.partial_members.push_back(
                {.municipality = share.municipality,
                 .parts = {},
                 .missing = {},
                 .drawn_share = share.share(),
                 .figures = municipalities[share.municipality].figures});
    }
    if (resolved.members.empty() && resolved.unmatched.empty())
        note(FindingNumber::PartnershipWithoutMembers, {}, resolved);
    return resolved;
}

PartialWeight weigh_partial(const ResolvedPartnership& partnership,
                            const registry::RegionPartition& regions) {
    return {.without = relation_if(PartCounts::AsNothing, partnership, regions),
            .with_whole = relation_if(PartCounts::AsWhole, partnership, regions),
            .as_drawn = relation_if(PartCounts::AsPart, partnership, regions)};
}

ListAgainstDrawing compare(const ResolvedPartnership& listed, const DrawnMembers& drawn) {
    ListAgainstDrawing difference{.listed = listed.members.size(), .drawn = drawn.members.size()};
    const auto members = municipalities_of(drawn.members);
    const auto in_part = municipalities_of(drawn.partial);
    const auto is_listed = [&](MunicipalityIndex municipality) {
        return std::binary_search(listed.members.begin(), listed.members.end(), municipality);
    };
    for (const MunicipalityIndex member : listed.members)
        if (!members.contains(member) && !in_part.contains(member))
            difference.only_listed.push_back(member);
    for (const MunicipalityIndex member : members)
        if (!is_listed(member))
            difference.only_drawn.push_back(member);
    for (const CoveredShare& share : drawn.partial)
        (is_listed(share.municipality) ? difference.listed_in_part : difference.drawn_in_part)
            .push_back(share);
    return difference;
}

} // namespace regio::nesting
