#include "cli/atlas_plan.hpp"

#include "base/name_key.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace regio::cli {

namespace {

using nesting::Assessment;
using nesting::Relation;

std::string own_name(const Assessment& assessment) {
    const auto& partnership = assessment.partnership.partnership;
    return partnership.name.empty() ? partnership.id : partnership.name;
}

/// Entries, with their lists behind those names that several have, and with their ids as well where
/// one list has them more than once.
std::vector<AtlasEntry> named(const std::vector<const Assessment*>& assessments) {
    std::map<std::string, std::size_t> times;
    std::map<std::pair<std::string, std::string>, std::size_t> times_in_list;
    for (const auto* assessment : assessments) {
        const std::string key = name_key(own_name(*assessment));
        ++times[key];
        ++times_in_list[{assessment->partnership.list, key}];
    }
    std::vector<AtlasEntry> entries;
    for (const auto* assessment : assessments) {
        const std::string& list = assessment->partnership.list;
        std::string name = own_name(*assessment);
        const std::string key = name_key(name);
        if (times_in_list[{list, key}] > 1)
            name += fmt::format(" ({}:{})", list, assessment->partnership.partnership.id);
        else if (times[key] > 1)
            name += fmt::format(" ({})", list);
        entries.push_back({assessment, std::move(name)});
    }
    return entries;
}

/// Regions by code, and what has none behind them.
std::size_t rank_of(const AtlasEntry& entry, std::size_t regions) {
    const auto& main = entry.assessment->verdict.main_region;
    return main ? static_cast<std::size_t>(*main) : regions;
}

auto order_of(const AtlasEntry& entry, std::size_t regions) {
    const auto& partnership = entry.assessment->partnership;
    return std::tuple(rank_of(entry, regions), name_key(entry.name), partnership.list,
                      partnership.partnership.id);
}

} // namespace

AtlasPlan plan_atlas(const report::CheckReport& report) {
    const std::size_t regions = report.regions->size();
    AtlasPlan plan;
    for (auto& entry : named(report.assessments))
        (entry.assessment->partnership.is_resolved ? plan.entries : plan.unresolved)
            .push_back(std::move(entry));
    const auto comes_first = [&](const AtlasEntry& one, const AtlasEntry& other) {
        return order_of(one, regions) < order_of(other, regions);
    };
    std::stable_sort(plan.entries.begin(), plan.entries.end(), comes_first);
    std::stable_sort(plan.unresolved.begin(), plan.unresolved.end(), comes_first);
    for (std::size_t i = 0; i < plan.entries.size(); ++i) {
        const std::size_t rank = rank_of(plan.entries[i], regions);
        if (i == 0 || rank != rank_of(plan.entries[i - 1], regions))
            plan.groups.push_back(
                {rank < regions ? report.regions->all()[rank].name
                                : std::string(report::in(report.language, "Zonder referentieregio",
                                                         "Without a reference region")),
                 rank, i, 0});
        ++plan.groups.back().size;
    }
    return plan;
}

std::vector<std::pair<std::string, std::vector<std::size_t>>>
index_of(const AtlasPlan& plan, const registry::MunicipalityTable& municipalities) {
    std::map<registry::MunicipalityIndex, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < plan.entries.size(); ++i)
        for (const auto member : plan.entries[i].assessment->partnership.members)
            places[member].push_back(i);
    std::vector<std::pair<std::string, std::vector<std::size_t>>> index;
    for (auto& [municipality, entries] : places)
        index.emplace_back(municipalities[municipality].name, std::move(entries));
    std::stable_sort(index.begin(), index.end(), [](const auto& one, const auto& other) {
        return name_key(one.first) < name_key(other.first);
    });
    return index;
}

std::string regions_of(const Assessment& assessment, const registry::RegionPartition& regions) {
    auto shares = assessment.verdict.regions;
    std::stable_sort(shares.begin(), shares.end(), [&](const auto& one, const auto& other) {
        const auto& main = assessment.verdict.main_region;
        return std::tuple(main == one.region, one.members) >
               std::tuple(main == other.region, other.members);
    });
    std::vector<std::string> names;
    for (const auto& share : shares)
        names.push_back(regions[share.region].name);
    return fmt::format("{}", fmt::join(names, ", "));
}

map::Sign sign_of(Relation relation) {
    switch (relation) {
    case Relation::Within:
        return map::Sign::Disc;
    case Relation::Coincides:
        return map::Sign::Square;
    case Relation::Supraregional:
        return map::Sign::Diamond;
    case Relation::Crosses:
        return map::Sign::Cross;
    case Relation::Unresolved:
        return map::Sign::Ring;
    }
    return map::Sign::Ring;
}

} // namespace regio::cli
