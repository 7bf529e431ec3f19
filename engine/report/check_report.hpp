#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "base/language.hpp"
#include "nesting/verdict.hpp"
#include "registry/municipality.hpp"
#include "registry/region.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace regio::report {

/// What a report shows: a selection of assessments with all that is needed to name things. Refers
/// to the project, which must outlive it.
struct CheckReport {
    std::string title;
    Date as_of;
    Language language = Language::Dutch;
    const registry::MunicipalityTable* municipalities = nullptr;
    const registry::RegionPartition* regions = nullptr;
    const nesting::Boundaries* boundaries = nullptr;     ///< Where polygons were used.
    std::vector<const nesting::Assessment*> assessments; ///< In order of id, then list.
    std::vector<Finding> findings;                       ///< Not about one partnership.
};

/// How many assessments have each relation.
struct Summary {
    std::size_t total = 0;
    std::array<std::size_t, 5> by_relation{};

    void count(nesting::Relation relation);
    [[nodiscard]] std::size_t of(nesting::Relation relation) const;
};

[[nodiscard]] Summary summarise(std::span<const nesting::Assessment* const> assessments);

/// All assessments of one list.
struct ListSummary {
    std::string list;
    Summary summary;
};

/// In order of the lists' names.
[[nodiscard]] std::vector<ListSummary> summarise_lists(const CheckReport& report);

/// Worst first: unresolved, crosses by falling share of members outside the main region,
/// supraregional, coincides, within; equals by id.
[[nodiscard]] std::vector<const nesting::Assessment*> worst_first(const CheckReport& report);

/// Whether the register says that the body no longer works.
[[nodiscard]] bool is_inactive(const nesting::Assessment& assessment);

} // namespace regio::report
