#include "report/validation_report.hpp"

#include <algorithm>

namespace regio::report {

namespace {

using validation::Defect;

void add(const std::optional<double>& value, std::optional<double>& sum) {
    if (value)
        sum = sum.value_or(0) + *value;
}

DefectTally tally_of(std::span<const Defect> defects) {
    DefectTally tally{.number = defects.front().finding.number,
                      .severity = defects.front().severity,
                      .is_accepted = defects.front().is_accepted,
                      .defects = defects};
    for (const Defect& defect : defects) {
        add(defect.area_m2, tally.area_m2);
        add(defect.length_m, tally.length_m);
        tally.width_m = std::max(tally.width_m, defect.width_m);
    }
    return tally;
}

} // namespace

std::vector<DefectTally> tallies(const ValidationReport& report) {
    std::vector<DefectTally> tallies;
    for (auto rest = report.defects; !rest.empty();) {
        const Defect& first = rest.front();
        const auto end = std::find_if(rest.begin(), rest.end(), [&](const Defect& other) {
            return other.finding.number != first.finding.number ||
                   other.severity != first.severity || other.is_accepted != first.is_accepted;
        });
        const auto count = static_cast<std::size_t>(end - rest.begin());
        tallies.push_back(tally_of(rest.first(count)));
        rest = rest.subspan(count);
    }
    return tallies;
}

std::size_t count_of(const ValidationReport& report, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(report.defects.begin(), report.defects.end(), [&](const Defect& defect) {
            return defect.severity == severity && !defect.is_accepted;
        }));
}

std::size_t count_of_accepted(const ValidationReport& report) {
    return static_cast<std::size_t>(
        std::count_if(report.defects.begin(), report.defects.end(),
                      [](const Defect& defect) { return defect.is_accepted; }));
}

} // namespace regio::report
