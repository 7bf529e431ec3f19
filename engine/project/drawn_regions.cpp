#include "project/drawn_regions.hpp"

#include "nesting/drawn_members.hpp"
#include "project/grouping.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

namespace regio::project {

namespace {

using layer::FeatureId;
using registry::MunicipalityIndex;

/// The shares that regions have of one municipality, slivers left out.
using SharesByRegion = std::map<FeatureId, double>;

std::vector<SharesByRegion> shares_by_region(const std::vector<nesting::DrawnMembers>& drawn,
                                             std::size_t municipalities) {
    std::vector<SharesByRegion> shares(municipalities);
    for (const auto& region : drawn)
        for (const auto* list : {&region.members, &region.partial})
            for (const nesting::CoveredShare& share : *list)
                shares[static_cast<std::size_t>(share.municipality)][region.area] = share.share();
    return shares;
}

/// "Zwijndrecht (11056): 61.0 % Waasland, 39.0 % Antwerpen".
std::string doubt_text(const registry::Municipality& municipality, const SharesByRegion& shares,
                       const layer::Layer& regions) {
    std::vector<std::string> texts;
    for (const auto& [region, share] : shares)
        texts.push_back(fmt::format("{:.1f} % {}", 100 * share, regions[region].name));
    return fmt::format("{}: {}", name_and_code(municipality), fmt::join(texts, ", "));
}

void report_doubtful(const std::vector<std::string>& names, const SourceRef& source,
                     std::vector<Finding>& findings) {
    if (!names.empty())
        findings.push_back({.number = FindingNumber::RegionByShareDoubtful,
                            .values = {{"count", fmt::to_string(names.size())},
                                       {"names", fmt::format("{}", fmt::join(names, "; "))}},
                            .source = source});
}

/// A feature for each region.
coverage::OverlapSide united(const layer::Layer& layer, std::vector<Finding>& findings) {
    std::vector<layer::Regrouping> groups;
    for (const FeatureGroup& group : group_by_code(layer, findings))
        if (!group.features.empty())
            groups.push_back({.feature = {.code = group.code,
                                          .name = group.name.empty() ? group.code : group.name,
                                          .fid = layer[group.features.front()].fid},
                              .members = group.features});
    return coverage::overlap_side(layer, groups);
}

} // namespace

registry::RegionList list_regions(const DrawnRegionSource& source, const layer::Layer& layer,
                                  const MunicipalitySide& municipalities,
                                  const registry::Territory& territory,
                                  const nesting::ShareTerms& terms,
                                  std::vector<Finding>& findings) {
    const auto side = united(layer, findings);
    const auto table = coverage::overlap_table(municipalities.side, side);
    const auto& current = territory.current();
    const auto assigned = nesting::assign_by_share(table, municipalities.municipality_of,
                                                   current.size(), terms.member);
    const auto shares = shares_by_region(
        nesting::drawn_members(table, municipalities.municipality_of, terms), current.size());
    registry::RegionList list{.rows = {},
                              .names = {},
                              .period = {.from = territory.as_of(), .to = territory.as_of()},
                              .source = layer.source()};
    std::vector<std::string> doubtful;
    for (std::size_t i = 0; i < current.size(); ++i) {
        if (shares[i].empty())
            continue;
        const auto& municipality = current[MunicipalityIndex(i)];
        const auto& region = side.layer[assigned[i]->region];
        list.rows.push_back({.region_code = region.code,
                             .region_name = region.name,
                             .municipality_code = municipality.code,
                             .municipality_name = municipality.name,
                             .source = side.layer.source_of(assigned[i]->region)});
        if (assigned[i]->is_doubtful || shares[i].size() > 1)
            doubtful.push_back(doubt_text(municipality, shares[i], side.layer));
    }
    report_doubtful(doubtful, layer.source(), findings);
    io::name_regions(source.source, list);
    return list;
}

} // namespace regio::project
