#include "project/selection.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"
#include "registry/carry.hpp"
#include "registry/identifier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>

namespace regio::project {

namespace {

using nesting::Assessment;
using nesting::Relation;
using registry::MunicipalityIndex;
using registry::RegionIndex;

[[noreturn]] void throw_unknown(std::string_view option, const std::string& value,
                                std::span<const std::string> candidates) {
    const auto near = nearest_names(value, candidates);
    throw UsageError(fmt::format("{} {}: there is none of that name", option, value),
                     near.empty() ? std::string()
                                  : fmt::format("did you mean {}?", fmt::join(near, ", ")));
}

[[noreturn]] void throw_ambiguous(std::string_view option, const std::string& value,
                                  std::span<const std::string> candidates) {
    throw UsageError(fmt::format("{} {}: is ambiguous", option, value),
                     fmt::format("it can be {}", fmt::join(candidates, ", ")));
}

std::string full_id(const Assessment& assessment) {
    return fmt::format("{}:{}", assessment.partnership.list, assessment.partnership.partnership.id);
}

/// Whether the text is the list, a colon and the id in any spelling.
bool is_full_id(const Assessment& assessment, std::string_view text) {
    const std::string& list = assessment.partnership.list;
    return text.size() > list.size() && text.starts_with(list) && text[list.size()] == ':' &&
           registry::identifier_key(text.substr(list.size() + 1)) ==
               registry::identifier_key(assessment.partnership.partnership.id);
}

/// The one partnership that an id, "list:id" or a name stands for.
const Assessment* find_partnership(const Project& project, const std::string& value) {
    std::vector<const Assessment*> by_id;
    std::vector<const Assessment*> by_name;
    const std::string id_key = registry::identifier_key(value);
    const std::string key = name_key(value);
    for (const auto& assessment : project.assessments) {
        const auto& partnership = assessment.partnership.partnership;
        if (registry::identifier_key(partnership.id) == id_key || is_full_id(assessment, value))
            by_id.push_back(&assessment);
        if (name_key(partnership.name) == key)
            by_name.push_back(&assessment);
    }
    const auto& found = by_id.empty() ? by_name : by_id;
    if (found.size() == 1)
        return found.front();
    std::vector<std::string> names;
    if (found.empty()) {
        for (const auto& assessment : project.assessments)
            names.push_back(assessment.partnership.partnership.name);
        throw_unknown("--partnership", value, names);
    }
    for (const auto* assessment : found)
        names.push_back(
            fmt::format("{} ({})", full_id(*assessment), assessment->partnership.partnership.name));
    throw_ambiguous("--partnership", value, names);
}

RegionIndex find_region(const Project& project, const std::string& value) {
    if (const auto region = project.regions.find(value))
        return *region;
    std::vector<std::string> names;
    for (const auto& region : project.regions.all())
        names.push_back(region.name);
    throw_unknown("--region", value, names);
}

/// A municipality of the project's day, also by a name or code that it had before a merger.
MunicipalityIndex find_municipality(const Project& project, const std::string& value) {
    const auto& territory = project.territory;
    if (const auto index = territory.current().find(value))
        return *index;
    const std::string_view code = territory.is_known(value) ? std::string_view(value) : "";
    const auto location = registry::locate(territory, code, value, territory.as_of());
    std::set<MunicipalityIndex> found;
    for (const auto& candidate : location.candidates)
        for (const auto& carried : registry::carry(std::span(&candidate, 1), territory))
            if (carried.municipality)
                found.insert(*carried.municipality);
    if (found.empty())
        throw_unknown("--municipality", value, territory.all_names());
    if (found.size() == 1)
        return *found.begin();
    std::vector<std::string> names;
    for (const auto index : found)
        names.push_back(name_and_code(territory.current()[index]));
    throw_ambiguous("--municipality", value, names);
}

Relation find_relation(const std::string& value) {
    struct Word {
        std::string_view text;
        Relation relation;
    };
    constexpr std::array<Word, 5> kDutch = {{{"binnen", Relation::Within},
                                             {"valtsamen", Relation::Coincides},
                                             {"meerdere", Relation::Supraregional},
                                             {"overschrijdt", Relation::Crosses},
                                             {"onbepaald", Relation::Unresolved}}};
    const std::string key = name_key(value);
    std::vector<std::string> ids;
    for (const auto& word : kDutch) {
        if (key == word.text || key == nesting::id_of(word.relation))
            return word.relation;
        ids.emplace_back(nesting::id_of(word.relation));
    }
    throw UsageError(fmt::format("--only {}: no such verdict", value),
                     fmt::format("there are: {}", fmt::join(ids, ", ")));
}

/// The keys of wanted words, each of which must occur among the values of all assessments.
template <typename ValueOf>
std::set<std::string> find_words(const Project& project, std::string_view option,
                                 const std::vector<std::string>& wanted, const ValueOf& value_of) {
    std::set<std::string> known;
    for (const auto& assessment : project.assessments)
        known.insert(value_of(assessment));
    std::set<std::string> keys;
    for (const auto& word : wanted) {
        const bool there = std::any_of(known.begin(), known.end(), [&](const std::string& value) {
            return name_key(value) == name_key(word);
        });
        if (!there)
            throw_unknown(option, word, std::vector<std::string>(known.begin(), known.end()));
        keys.insert(name_key(word));
    }
    return keys;
}

std::string list_of(const Assessment& a) {
    return a.partnership.list;
}
std::string kind_of(const Assessment& a) {
    return a.partnership.partnership.kind;
}
std::string status_of(const Assessment& a) {
    return a.partnership.partnership.status;
}

template <typename Value, typename Find>
std::set<Value> find_all(const std::vector<std::string>& wanted, const Find& find) {
    std::set<Value> found;
    for (const auto& value : wanted)
        found.insert(find(value));
    return found;
}

/// A selection with everything in it found.
struct Found {
    std::set<const Assessment*> partnerships;
    std::set<std::string> lists;
    std::set<RegionIndex> regions;
    std::set<MunicipalityIndex> municipalities;
    std::set<std::string> kinds;
    std::set<std::string> statuses;
    std::set<Relation> relations;

    [[nodiscard]] bool holds(const Assessment& assessment) const {
        const auto& verdict = assessment.verdict;
        const auto& members = assessment.partnership.members;
        return (partnerships.empty() || partnerships.contains(&assessment)) &&
               (lists.empty() || lists.contains(name_key(list_of(assessment)))) &&
               (kinds.empty() || kinds.contains(name_key(kind_of(assessment)))) &&
               (statuses.empty() || statuses.contains(name_key(status_of(assessment)))) &&
               (relations.empty() || relations.contains(verdict.relation)) &&
               (regions.empty() ||
                std::any_of(verdict.regions.begin(), verdict.regions.end(),
                            [&](const auto& share) { return regions.contains(share.region); })) &&
               (municipalities.empty() ||
                std::any_of(members.begin(), members.end(), [&](MunicipalityIndex member) {
                    return municipalities.contains(member);
                }));
    }
};

} // namespace

std::vector<const Assessment*> select(const Project& project, const Selection& selection) {
    for (const auto* values :
         {&selection.partnerships, &selection.regions, &selection.municipalities})
        if (std::find(values->begin(), values->end(), "") != values->end())
            throw UsageError("a selection without a value", "name what is meant");
    Found found;
    found.partnerships = find_all<const Assessment*>(
        selection.partnerships, [&](const auto& v) { return find_partnership(project, v); });
    found.regions = find_all<RegionIndex>(selection.regions,
                                          [&](const auto& v) { return find_region(project, v); });
    found.municipalities = find_all<MunicipalityIndex>(
        selection.municipalities, [&](const auto& v) { return find_municipality(project, v); });
    found.relations = find_all<Relation>(selection.verdicts, find_relation);
    found.lists = find_words(project, "--list", selection.lists, list_of);
    found.kinds = find_words(project, "--kind", selection.kinds, kind_of);
    std::vector<std::string> statuses = selection.statuses;
    for (auto& status : statuses)
        status = registry::normalised_status(status);
    found.statuses = find_words(project, "--status", statuses, status_of);
    std::vector<const Assessment*> selected;
    for (const auto& assessment : project.assessments)
        if (found.holds(assessment))
            selected.push_back(&assessment);
    return selected;
}

} // namespace regio::project
