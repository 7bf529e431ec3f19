#include "registry/territory.hpp"

#include "base/error.hpp"
#include "base/name_key.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace regio::registry {

namespace {

std::string period_text(const Period& period) {
    return fmt::format("{} to {}", period.from ? to_iso(*period.from) : "the beginning",
                       period.to ? to_iso(*period.to) : "now");
}

/// The codes that make it impossible to date the table: those not in force when the newest came in.
std::string clashing_codes(const MunicipalityTable& table, const Mergers& mergers) {
    std::optional<Date> newest;
    for (const auto& municipality : table.all())
        if (const auto from = mergers.validity(municipality.code).from)
            newest = newest ? std::max(*newest, *from) : *from;
    std::vector<std::string> codes;
    for (const auto& municipality : table.all()) {
        const Period period = mergers.validity(municipality.code);
        if (newest && (period.from == newest || (period.to && *period.to < *newest)))
            codes.push_back(name_and_code(municipality));
    }
    return fmt::format("{}", fmt::join(codes, ", "));
}

} // namespace

Territory::Territory(std::vector<MunicipalityTable> tables, Mergers mergers,
                     std::optional<Date> as_of, std::vector<Finding>& findings)
    : tables_(std::move(tables)), mergers_(std::move(mergers)) {
    date_tables(findings);
    choose_current(as_of);
    index_names();
}

void Territory::date_tables(std::vector<Finding>& findings) {
    for (auto& table : tables_) {
        if (table.period().from || table.period().to)
            continue;
        std::optional<Period> period = Period{};
        for (const auto& municipality : table.all())
            if (period)
                period = intersection(*period, mergers_.validity(municipality.code));
        if (period)
            table.set_period(*period);
        else
            findings.push_back({.number = FindingNumber::MunicipalityDatesMixed,
                                .values = {{"codes", clashing_codes(table, mergers_)}},
                                .source = {.file = table.all().front().source.file,
                                           .layer = table.all().front().source.layer}});
    }
}

void Territory::choose_current(std::optional<Date> as_of) {
    for (std::size_t i = 0; i < tables_.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (intersection(tables_[i].period(), tables_[j].period()))
                throw InputError(
                    fmt::format("{} and {}: two tables of municipalities for the same days",
                                tables_[j].all().front().source.file,
                                tables_[i].all().front().source.file),
                    "give each [[municipalities]] block its from = and to =");
    const Date wanted = as_of.value_or(today());
    const auto distance = [&](const MunicipalityTable& table) {
        const Date nearest = nearest_day(table.period(), wanted);
        return nearest < wanted ? wanted.day - nearest.day : nearest.day - wanted.day;
    };
    const auto nearest =
        std::min_element(tables_.begin(), tables_.end(),
                         [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    if (nearest == tables_.end())
        throw InputError("no municipalities are given",
                         "name a table of municipalities: [municipalities] or --municipalities");
    if (as_of && !contains(nearest->period(), *as_of))
        throw InputError(fmt::format("{}: holds the municipalities of {}, not of {}",
                                     nearest->all().front().source.file,
                                     period_text(nearest->period()), to_iso(*as_of)),
                         "ask about another day, or give the municipalities of that day");
    current_ = static_cast<std::size_t>(nearest - tables_.begin());
    as_of_ = nearest_day(nearest->period(), wanted);
}

const MunicipalityTable* Territory::table_on(Date date) const {
    for (const auto& table : tables_)
        if (contains(table.period(), date))
            return &table;
    return nullptr;
}

bool Territory::is_known(std::string_view code) const {
    return mergers_.names(code) ||
           std::any_of(tables_.begin(), tables_.end(),
                       [&](const MunicipalityTable& table) { return table.find(code); });
}

std::string Territory::name_of(std::string_view code, Date date) const {
    if (const auto* table = table_on(date))
        if (const auto index = table->find(code))
            return (*table)[*index].name;
    for (auto merger = mergers_.all().rbegin(); merger != mergers_.all().rend(); ++merger) {
        if (merger->code == code)
            return std::string(without_qualifier(merger->name));
        for (const auto& part : merger->parts)
            if (part.code == code)
                return std::string(without_qualifier(part.name));
    }
    for (const auto& table : tables_)
        if (const auto index = table.find(code))
            return table[*index].name;
    return std::string(code);
}

void Territory::index_names() {
    for (const auto& table : tables_)
        for (const auto& municipality : table.all())
            add_name(municipality.code, municipality.name);
    for (const auto& merger : mergers_.all()) {
        add_name(merger.code, merger.name);
        for (const auto& part : merger.parts)
            add_name(part.code, part.name);
    }
    for (auto& [key, named] : by_name_key_)
        std::sort(named.begin(), named.end(),
                  [](const auto& a, const auto& b) { return a.code < b.code; });
    std::sort(all_names_.begin(), all_names_.end());
    all_names_.erase(std::unique(all_names_.begin(), all_names_.end()), all_names_.end());
}

void Territory::add_name(std::string_view code, const std::string& name) {
    all_names_.push_back(name);
    for (const std::string& key : {name_key(name), name_key(without_qualifier(name))}) {
        if (key.empty())
            continue;
        auto& named = by_name_key_[key];
        const bool there = std::any_of(named.begin(), named.end(),
                                       [&](const auto& other) { return other.code == code; });
        if (!there)
            named.push_back(
                {.code = std::string(code), .name = name, .period = mergers_.validity(code)});
    }
}

std::vector<NamedMunicipality> Territory::named(std::string_view name) const {
    const auto found = by_name_key_.find(name_key(name));
    return found == by_name_key_.end() ? std::vector<NamedMunicipality>() : found->second;
}

} // namespace regio::registry
