#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <sstream>

namespace regio::test {

std::vector<std::string> words(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> result;
    for (std::string word; in >> word;)
        result.push_back(word);
    return result;
}

SmallWorld make_world(const RegionCodes& regions, const WorldOptions& options) {
    std::vector<registry::Municipality> municipalities;
    const auto add = [&](const std::string& code) {
        registry::Municipality municipality{.code = code, .name = "Municipality " + code};
        for (std::size_t i = 13; i < municipality.name.size(); ++i)
            municipality.name[i] = static_cast<char>(std::toupper(municipality.name[i]));
        if (const auto known = options.inhabitants.find(code); known != options.inhabitants.end())
            municipality.figures.inhabitants = known->second;
        municipality.source.file = "municipalities";
        municipalities.push_back(municipality);
    };
    registry::RegionList list{.source = {.file = "regions"}};
    for (const auto& [region, members] : regions)
        for (const auto& code : words(members)) {
            add(code);
            list.rows.push_back({.region_code = region,
                                 .region_name = "Region " + region,
                                 .municipality_code = code,
                                 .source = {.file = "regions"}});
        }
    for (const auto& code : words(options.without_region))
        add(code);
    std::vector<Finding> findings;
    std::vector<registry::MunicipalityTable> tables;
    tables.emplace_back(std::move(municipalities), Period{}, SourceRef{.file = "municipalities"},
                        findings);
    registry::Territory territory(std::move(tables), registry::Mergers(options.mergers),
                                  options.as_of, findings);
    auto partition = registry::partition_regions({list}, territory, findings);
    return {std::move(territory), std::move(partition), std::move(findings)};
}

registry::MergerRow merger(std::string_view old_code, std::string_view new_code, Date date) {
    return {.old_code = std::string(old_code),
            .old_name = "Municipality " + std::string(old_code),
            .new_code = std::string(new_code),
            .new_name = "Municipality " + std::string(new_code),
            .date = date,
            .source = {.file = "mergers"}};
}

registry::PartnershipList
make_list(const std::vector<std::pair<std::string, std::string>>& partnerships,
          registry::ListTerms terms) {
    registry::PartnershipListBuilder builder(std::move(terms), {.file = "list"});
    std::int64_t row = 1;
    for (const auto& [id, members] : partnerships) {
        if (words(members).empty())
            builder.add({.id = id, .row = ++row});
        for (const auto& member : words(members))
            builder.add({.id = id, .member_code = member, .row = ++row});
    }
    std::vector<Finding> findings;
    return std::move(builder).take(findings);
}

registry::ResolvedPartnership resolve_one(registry::PartnershipList list, const SmallWorld& world) {
    std::vector<Finding> findings;
    std::vector<registry::PartnershipList> lists;
    lists.push_back(std::move(list));
    auto resolved = registry::resolve_partnerships(lists, world.territory, world.regions, findings);
    REQUIRE(resolved.size() == 1);
    return std::move(resolved.front());
}

registry::ResolvedPartnership resolve_members(const std::string& members, const SmallWorld& world) {
    return resolve_one(make_list({{"p", members}}), world);
}

std::vector<std::string> codes(const std::vector<registry::MunicipalityIndex>& indices,
                               const SmallWorld& world) {
    std::vector<std::string> result;
    for (const auto index : indices)
        result.push_back(world.territory.current()[index].code);
    return result;
}

std::vector<FindingNumber> numbers(const std::vector<Finding>& findings) {
    std::vector<FindingNumber> result;
    for (const auto& finding : findings)
        result.push_back(finding.number);
    return result;
}

} // namespace regio::test
