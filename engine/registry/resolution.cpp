#include "registry/resolution.hpp"

#include "registry/list_resolver.hpp"
#include "registry/listing.hpp"
#include "registry/member_finder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::registry {

namespace {

std::string place_of(const Listing& listing, const PartnershipList& list) {
    SourceRef source = list.source;
    source.fid = listing.rows.empty() ? listing.partnership->source.fid : listing.rows.front().row;
    return to_text(source);
}

/// Members of a listing as it names them, for a reader who has to choose between two.
std::string members_of(const Listing& listing, const PartnershipList& list) {
    std::vector<std::string> names;
    for (const auto& row : listing.rows) {
        const std::string& name = list.strings.text(row.name);
        names.push_back(name.empty() ? list.strings.text(row.code) : name);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<std::string> unmatched_texts(const ResolvedPartnership& partnership) {
    std::vector<std::string> texts;
    for (const auto& member : partnership.unmatched)
        texts.push_back(member.code + '\n' + member.name);
    std::sort(texts.begin(), texts.end());
    return texts;
}

bool same_members(const ResolvedPartnership& one, const ResolvedPartnership& other) {
    const auto parts = [](const ResolvedPartnership& p) {
        std::vector<std::string> codes;
        for (const auto& partial : p.partial_members)
            for (const auto& part : partial.parts)
                codes.push_back(part.code);
        return codes;
    };
    return one.members == other.members && parts(one) == parts(other) &&
           unmatched_texts(one) == unmatched_texts(other);
}

void add_second_listing(const Listing& first, const Listing& second,
                        const std::vector<PartnershipList>& lists, const ResolvedPartnership& other,
                        ResolvedPartnership& resolved) {
    const PartnershipList& first_list = lists[first.list];
    const PartnershipList& second_list = lists[second.list];
    Finding finding{.number = FindingNumber::ListedTwice,
                    .values = {{"first", place_of(first, first_list)},
                               {"second", place_of(second, second_list)}},
                    .source = second_list.source,
                    .list = resolved.list,
                    .partnership = resolved.partnership.id};
    finding.source.fid = second.rows.empty() ? second.partnership->source.fid
                                             : std::int64_t{second.rows.front().row};
    if (!same_members(resolved, other)) {
        finding.number = FindingNumber::ListedTwiceDifferently;
        finding.values.push_back({"first_members", members_of(first, first_list)});
        finding.values.push_back({"second_members", members_of(second, second_list)});
        resolved.is_resolved = false;
    }
    resolved.findings.push_back(std::move(finding));
    resolved.is_resolved = resolved.is_resolved && other.is_resolved;
    resolved.may_be_supraregional = resolved.may_be_supraregional && other.may_be_supraregional;
    for (const auto& found : other.findings)
        if (std::find(resolved.findings.begin(), resolved.findings.end(), found) ==
            resolved.findings.end())
            resolved.findings.push_back(found);
}

} // namespace

std::vector<ResolvedPartnership> resolve_partnerships(const std::vector<PartnershipList>& lists,
                                                      const Territory& territory,
                                                      const RegionPartition& regions,
                                                      std::vector<Finding>& findings) {
    const OtherBodies others(lists);
    std::vector<ListResolver> resolvers;
    resolvers.reserve(lists.size());
    for (const auto& list : lists)
        resolvers.emplace_back(list, territory, regions, others, findings);

    std::vector<ResolvedPartnership> result;
    for (const Listings& listings : gather_listings(lists)) {
        const Listing& first = listings.front();
        ResolvedPartnership resolved = resolvers[first.list].resolve(first);
        for (std::size_t i = 1; i < listings.size(); ++i)
            add_second_listing(first, listings[i], lists,
                               resolvers[listings[i].list].resolve(listings[i]), resolved);
        result.push_back(std::move(resolved));
    }
    return result;
}

const PartialMember* find_partial(const ResolvedPartnership& partnership,
                                  MunicipalityIndex municipality) {
    const auto& partial = partnership.partial_members;
    const auto found = std::ranges::find(partial, municipality, &PartialMember::municipality);
    return found == partial.end() ? nullptr : &*found;
}

bool is_drawn_in_part(const ResolvedPartnership& partnership, MunicipalityIndex municipality) {
    const PartialMember* partial = find_partial(partnership, municipality);
    return partial != nullptr && partial->drawn_share.has_value();
}

Figures counted_figures(const ResolvedPartnership& partnership, MunicipalityIndex member,
                        const MunicipalityTable& municipalities) {
    const PartialMember* partial = find_partial(partnership, member);
    return partial != nullptr ? partial->figures : municipalities[member].figures;
}

} // namespace regio::registry
