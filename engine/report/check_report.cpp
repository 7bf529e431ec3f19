#include "report/check_report.hpp"

#include <algorithm>
#include <map>

namespace regio::report {

namespace {

using nesting::Assessment;
using nesting::Relation;

/// Unresolved first, then from Crosses down to Within.
int rank(Relation relation) {
    return relation == Relation::Unresolved
               ? -1
               : static_cast<int>(Relation::Unresolved) - static_cast<int>(relation);
}

/// Whether the share of outsiders of one is larger, in whole numbers.
int compare_outside(const Assessment& one, const Assessment& other) {
    const std::size_t left = one.verdict.outsiders.size() * other.partnership.members.size();
    const std::size_t right = other.verdict.outsiders.size() * one.partnership.members.size();
    return left == right ? 0 : (left > right ? -1 : 1);
}

bool is_worse(const Assessment* one, const Assessment* other) {
    const int ranks = rank(one->verdict.relation) - rank(other->verdict.relation);
    if (ranks != 0)
        return ranks < 0;
    return one->verdict.relation == Relation::Crosses && compare_outside(*one, *other) < 0;
}

} // namespace

void Summary::count(Relation relation) {
    ++total;
    ++by_relation[static_cast<std::size_t>(relation)];
}

std::size_t Summary::of(Relation relation) const {
    return by_relation[static_cast<std::size_t>(relation)];
}

Summary summarise(std::span<const Assessment* const> assessments) {
    Summary summary;
    for (const auto* assessment : assessments)
        summary.count(assessment->verdict.relation);
    return summary;
}

std::vector<ListSummary> summarise_lists(const CheckReport& report) {
    std::map<std::string, Summary> by_list;
    for (const auto* assessment : report.assessments)
        by_list[assessment->partnership.list].count(assessment->verdict.relation);
    std::vector<ListSummary> result;
    for (const auto& [list, summary] : by_list)
        result.push_back({.list = list, .summary = summary});
    return result;
}

std::vector<const Assessment*> worst_first(const CheckReport& report) {
    std::vector<const Assessment*> ordered = report.assessments;
    std::stable_sort(ordered.begin(), ordered.end(), is_worse);
    return ordered;
}

bool is_inactive(const Assessment& assessment) {
    return assessment.partnership.partnership.status == "inactive";
}

} // namespace regio::report
