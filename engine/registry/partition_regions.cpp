#include "registry/partition_regions.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"
#include "registry/carry.hpp"
#include "registry/locate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace regio::registry {

namespace {

/// A list with the day it is read as of.
struct DatedList {
    const RegionList* list;
    Date date;
};

/// A municipality of the list: its code on the list's day, and the first row that has it.
struct Entry {
    DatedCode code;
    const RegionRow* row;
};

std::string name_of(const RegionRow& row) {
    if (row.municipality_name.empty())
        return row.municipality_code;
    if (row.municipality_code.empty())
        return row.municipality_name;
    return fmt::format("{} ({})", row.municipality_name, row.municipality_code);
}

Period period_of(const RegionList& list, const Territory& territory) {
    if (list.period.from || list.period.to)
        return list.period;
    ListDating dating(territory);
    for (const auto& row : list.rows)
        dating.narrow(row.municipality_code, row.municipality_name);
    return dating.period().value_or(Period{.from = territory.as_of(), .to = territory.as_of()});
}

DatedList list_on(const std::vector<RegionList>& lists, const Territory& territory) {
    const Date as_of = territory.as_of();
    std::vector<DatedList> dated;
    for (const auto& list : lists)
        dated.push_back({&list, nearest_day(period_of(list, territory), as_of)});
    // Before the day counts as nearer than after it: mergers carry forward, never backward.
    const auto rank = [&](const DatedList& d) {
        const auto distance = d.date <= as_of ? as_of.day - d.date.day : d.date.day - as_of.day;
        return std::pair(as_of < d.date, distance);
    };
    std::stable_sort(dated.begin(), dated.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (dated.empty())
        throw InputError("no regions are given", "name a list of regions: [regions] or --regions");
    if (dated.size() > 1 && rank(dated[0]) == rank(dated[1]))
        throw InputError(fmt::format("{} and {}: two lists of regions for {}",
                                     dated[0].list->source.file, dated[1].list->source.file,
                                     to_iso(as_of)),
                         "give each [[regions]] block its from = and to =");
    return dated.front();
}

[[noreturn]] void throw_in_two_regions(const std::string& municipality, const RegionRow& one,
                                       const RegionRow& other) {
    throw InputError(fmt::format("{}: {} lies in two regions: {} (row {}: {}) and {} (row {}: {})",
                                 one.source.file, municipality, one.region_name, one.source.fid,
                                 name_of(one), other.region_name, other.source.fid, name_of(other)),
                     "a municipality belongs to one region; correct the list");
}

/// The municipalities of the list, each once, in order of code.
class ListReader {
public:
    ListReader(const DatedList& dated, const Territory& territory, std::vector<Finding>& findings)
        : territory_(territory), findings_(findings), date_(dated.date) {
        for (const auto& row : dated.list->rows)
            read(row);
    }

    [[nodiscard]] std::vector<Entry> entries() const {
        std::vector<Entry> result;
        for (const auto& [code, row] : rows_)
            result.push_back({code, row});
        return result;
    }

    /// Rows whose municipality is unknown or ambiguous, each name once in a region.
    [[nodiscard]] std::vector<const RegionRow*> unknown() const {
        std::vector<const RegionRow*> result;
        for (const auto& [name, row] : unknown_)
            result.push_back(row);
        return result;
    }

private:
    void read(const RegionRow& row) {
        const Location location =
            locate(territory_, row.municipality_code, row.municipality_name, date_);
        if (!location.is_clear()) {
            unknown_.emplace(std::pair(row.region_code, name_of(row)), &row);
            return;
        }
        const auto [known, is_new] = rows_.emplace(location.candidates.front(), &row);
        if (is_new)
            return;
        const RegionRow& first = *known->second;
        if (first.region_code != row.region_code)
            throw_in_two_regions(name_of(first), first, row);
        findings_.push_back({.number = FindingNumber::RegionMemberTwice,
                             .values = {{"name", name_of(row)}, {"region", row.region_name}},
                             .source = row.source});
    }

    const Territory& territory_;
    std::vector<Finding>& findings_;
    Date date_;
    std::map<DatedCode, const RegionRow*> rows_;
    std::map<std::pair<std::string, std::string>, const RegionRow*> unknown_;
};

void refuse_two_regions(const Carried& carried, const std::vector<Entry>& entries,
                        const Territory& territory) {
    const RegionRow& first = *entries[carried.inputs.front()].row;
    for (const std::size_t input : carried.inputs)
        if (entries[input].row->region_code != first.region_code)
            throw_in_two_regions(name_and_code(territory.current()[*carried.municipality]), first,
                                 *entries[input].row);
}

/// The municipality after mergers, with the parts of it that the list did not give a region.
std::string change_text(const Carried& carried, const Territory& territory) {
    std::string text = name_and_code(territory.current()[*carried.municipality]);
    for (const auto& part : carried.missing)
        text += fmt::format(" [? {} ({})]", part.name, part.code);
    return text;
}

/// A municipality that the territory lacks: one row for each region that its parts lie in.
void add_unknown_parts(const Carried& carried, const std::vector<Entry>& entries,
                       std::vector<const RegionRow*>& unknown) {
    std::set<std::string> regions;
    for (const std::size_t input : carried.inputs)
        if (regions.insert(entries[input].row->region_code).second)
            unknown.push_back(entries[input].row);
}

/// Regions by code, with names as first written; a second name is a finding.
class RegionCollector {
public:
    RegionCollector(const std::vector<RegionName>& names, std::vector<Finding>& findings)
        : names_(names), findings_(findings) {}

    void name(const RegionRow& row) {
        const auto [known, is_new] = regions_.try_emplace(row.region_code);
        Region& region = known->second;
        if (is_new) {
            region.code = row.region_code;
            region.name = row.region_name;
            for (const auto& other : names_)
                if (other.code == region.code && !other.alias.empty())
                    region.aliases.push_back(other.alias);
        } else if (region.name != row.region_name && !knows(region, row.region_name)) {
            region.aliases.push_back(row.region_name);
            findings_.push_back({.number = FindingNumber::RegionNamedTwice,
                                 .values = {{"code", region.code},
                                            {"name", region.name},
                                            {"other", row.region_name}},
                                 .source = row.source});
        }
    }

    void add(const std::string& region_code, MunicipalityIndex municipality) {
        regions_.at(region_code).municipalities.push_back(municipality);
    }

    void add_unknown(const std::string& region_code) { ++regions_.at(region_code).unknown; }

    [[nodiscard]] std::vector<Region> take() {
        refuse_one_name_for_two();
        std::vector<Region> result;
        for (auto& [code, region] : regions_)
            result.push_back(std::move(region));
        return result;
    }

private:
    void refuse_one_name_for_two() const {
        std::map<std::string, std::string> codes;
        for (const auto& [code, region] : regions_) {
            std::string key = name_key(region.name);
            if (key.size() > 5 && key.starts_with("regio"))
                key.erase(0, 5);
            const auto [same, is_new] = codes.emplace(key, code);
            if (!is_new)
                throw InputError(fmt::format("region {} has two codes: {} and {}", region.name,
                                             same->second, code),
                                 "give a region one code, or two regions two names");
        }
    }

    static bool knows(const Region& region, const std::string& name) {
        return std::find(region.aliases.begin(), region.aliases.end(), name) !=
               region.aliases.end();
    }

    const std::vector<RegionName>& names_;
    std::vector<Finding>& findings_;
    std::map<std::string, Region> regions_;
};

Finding about_list(FindingNumber number, const DatedList& dated, std::vector<FindingValue> values) {
    return {.number = number, .values = std::move(values), .source = dated.list->source};
}

void report_unknown(const DatedList& dated, const std::vector<const RegionRow*>& unknown,
                    const Territory& territory, std::vector<Finding>& findings) {
    if (unknown.empty())
        return;
    std::vector<std::string> names;
    for (const auto* row : unknown)
        names.push_back(fmt::format("{} [{}]", name_of(*row), row->region_name));
    findings.push_back(about_list(FindingNumber::RegionMemberUnknown, dated,
                                  {{"count", fmt::to_string(names.size())},
                                   {"as_of", to_iso(territory.as_of())},
                                   {"names", fmt::format("{}", fmt::join(names, ", "))}}));
}

void report_carried(const DatedList& dated, const std::vector<std::string>& changes,
                    const Territory& territory, std::vector<Finding>& findings) {
    if (!changes.empty())
        findings.push_back(about_list(FindingNumber::RegionsCarried, dated,
                                      {{"dated", to_iso(dated.date)},
                                       {"as_of", to_iso(territory.as_of())},
                                       {"changes", fmt::format("{}", fmt::join(changes, ", "))}}));
}

void report_later(const DatedList& dated, const Territory& territory,
                  std::vector<Finding>& findings) {
    if (territory.as_of() < dated.date)
        findings.push_back(
            about_list(FindingNumber::RegionsLaterThanQuestion, dated,
                       {{"dated", to_iso(dated.date)}, {"as_of", to_iso(territory.as_of())}}));
}

void report_without_region(const RegionPartition& partition, const Territory& territory,
                           std::vector<Finding>& findings) {
    std::vector<std::string> names;
    const auto& all = territory.current().all();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!partition.region_of(static_cast<MunicipalityIndex>(i)))
            names.push_back(name_and_code(all[i]));
    if (!names.empty())
        findings.push_back(
            {.number = FindingNumber::MunicipalityWithoutRegion,
             .values = {{"count", fmt::to_string(names.size())},
                        {"names", fmt::format("{}", fmt::join(names, ", "))}},
             .source = {.file = all.front().source.file, .layer = all.front().source.layer}});
}

} // namespace

RegionPartition partition_regions(const std::vector<RegionList>& lists, const Territory& territory,
                                  std::vector<Finding>& findings) {
    const DatedList dated = list_on(lists, territory);
    ListReader reader(dated, territory, findings);
    const std::vector<Entry> entries = reader.entries();
    std::vector<const RegionRow*> unknown = reader.unknown();
    std::vector<std::string> changes;

    RegionCollector regions(dated.list->names, findings);
    for (const auto& row : dated.list->rows)
        regions.name(row);
    std::vector<DatedCode> codes;
    for (const auto& entry : entries)
        codes.push_back(entry.code);
    for (const auto& carried : carry(codes, territory)) {
        const RegionRow& row = *entries[carried.inputs.front()].row;
        if (!carried.municipality) {
            add_unknown_parts(carried, entries, unknown);
            continue;
        }
        refuse_two_regions(carried, entries, territory);
        regions.add(row.region_code, *carried.municipality);
        if (codes[carried.inputs.front()].code != carried.code || carried.inputs.size() > 1)
            changes.push_back(change_text(carried, territory));
    }
    for (const auto* row : unknown)
        regions.add_unknown(row->region_code);
    RegionPartition partition(regions.take(), territory.current());
    report_later(dated, territory, findings);
    report_unknown(dated, unknown, territory, findings);
    report_carried(dated, changes, territory, findings);
    report_without_region(partition, territory, findings);
    return partition;
}

} // namespace regio::registry
