#include "registry/mergers.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace regio::registry {

namespace {

void refuse_splits(const std::vector<MergerRow>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const MergerRow& one = rows[i - 1];
        const MergerRow& other = rows[i];
        if (one.date == other.date && one.old_code == other.old_code &&
            one.new_code != other.new_code)
            throw InputError(
                fmt::format(
                    "{}: {} goes into two municipalities on {}: {} (row {}) and {} (row {})",
                    one.source.file, one.old_code, to_iso(one.date), one.new_code, one.source.fid,
                    other.new_code, other.source.fid),
                "a merger table can say that municipalities join, not that one is divided");
    }
}

/// A code that is made and ends on one day would be in force on no day.
void refuse_chains(const std::vector<MergerRow>& rows) {
    std::map<std::pair<Date, std::string_view>, const MergerRow*> ends;
    for (const auto& row : rows)
        if (row.old_code != row.new_code)
            ends.emplace(std::pair(row.date, std::string_view(row.old_code)), &row);
    for (const auto& row : rows)
        if (const auto end = ends.find({row.date, row.new_code}); end != ends.end())
            throw InputError(fmt::format("{}: {} is made (row {}) and ends (row {}) on one day, {}",
                                         row.source.file, row.new_code, row.source.fid,
                                         end->second->source.fid, to_iso(row.date)),
                             "name the outcome of both mergers in each row");
}

} // namespace

bool Merger::has_part(std::string_view part_code) const {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const MergedPart& part) { return part.code == part_code; });
}

Mergers::Mergers(std::vector<MergerRow> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const MergerRow& a, const MergerRow& b) {
        return std::tie(a.date, a.old_code, a.new_code) < std::tie(b.date, b.old_code, b.new_code);
    });
    refuse_splits(rows);
    refuse_chains(rows);
    std::stable_sort(rows.begin(), rows.end(), [](const MergerRow& a, const MergerRow& b) {
        return std::tie(a.date, a.new_code) < std::tie(b.date, b.new_code);
    });
    for (const auto& row : rows) {
        if (mergers_.empty() || mergers_.back().date != row.date ||
            mergers_.back().code != row.new_code)
            mergers_.push_back({.date = row.date, .code = row.new_code, .name = row.new_name});
        if (!mergers_.back().has_part(row.old_code))
            mergers_.back().parts.push_back({.code = row.old_code, .name = row.old_name});
    }
}

Period Mergers::validity(std::string_view code) const {
    Period period;
    for (const auto& merger : mergers_) {
        const bool is_part = merger.has_part(code);
        if (merger.code == code && !is_part)
            period = {.from = merger.date, .to = std::nullopt};
        else if (merger.code != code && is_part)
            period.to = day_before(merger.date);
    }
    return period;
}

bool Mergers::names(std::string_view code) const {
    return std::any_of(mergers_.begin(), mergers_.end(), [&](const Merger& merger) {
        return merger.code == code || merger.has_part(code);
    });
}

const Merger* Mergers::made(std::string_view code, Date after, Date until) const {
    for (const auto& merger : mergers_)
        if (merger.code == code && after < merger.date && merger.date <= until)
            return &merger;
    return nullptr;
}

} // namespace regio::registry
