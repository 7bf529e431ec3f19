#pragma once

#include "base/date.hpp"
#include "base/finding.hpp"
#include "registry/mergers.hpp"
#include "registry/municipality.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace regio::registry {

/// A municipality under one of its names, as some table or merger has it.
struct NamedMunicipality {
    std::string code;
    std::string name;
    Period period; ///< When the code is in force, by the mergers.
};

/// The municipalities on the day that is asked about, and what is known of them on other days: all
/// tables and mergers together.
///
/// A table without dates is dated by its codes: one that holds Puurs-Sint-Amands (made 2019-01-01)
/// and Ruiselede (merged 2025-01-01) is of 2019-01-01 to 2024-12-31. When no day is asked about,
/// it is the day nearest to today for which a table is there.
class Territory {
public:
    /// Throws InputError when periods of tables overlap, or no table holds on `as_of`.
    Territory(std::vector<MunicipalityTable> tables, Mergers mergers, std::optional<Date> as_of,
              std::vector<Finding>& findings);

    [[nodiscard]] Date as_of() const noexcept { return as_of_; }

    /// The table that holds on as_of(): the one that verdicts are about.
    [[nodiscard]] const MunicipalityTable& current() const { return tables_[current_]; }

    /// Which of the tables given that is, counted from 0 in their order.
    [[nodiscard]] std::size_t current_place() const noexcept { return current_; }

    /// Gives a municipality of current() the area of its polygons, unless it has an official one.
    void set_measured_area(MunicipalityIndex index, Area area) {
        tables_[current_].set_measured_area(index, area);
    }

    /// The table that holds on `date`; null when there is none.
    [[nodiscard]] const MunicipalityTable* table_on(Date date) const;

    [[nodiscard]] const Mergers& mergers() const noexcept { return mergers_; }

    /// Whether any table or merger has this code, on whatever date.
    [[nodiscard]] bool is_known(std::string_view code) const;

    /// The name on `date` where a table has it, else the latest known; the code itself when
    /// unknown.
    [[nodiscard]] std::string name_of(std::string_view code, Date date) const;

    /// Everything that bears this name at any time, each code once, in order of code. A name that a
    /// source writes with a qualifier in brackets is also found without; a qualifier that no source
    /// has is part of the name, as "Wervik (uitgetreden)" is not Wervik.
    [[nodiscard]] std::vector<NamedMunicipality> named(std::string_view name) const;

    /// All names at all times, for suggestions; sorted, each once.
    [[nodiscard]] const std::vector<std::string>& all_names() const noexcept { return all_names_; }

private:
    void date_tables(std::vector<Finding>& findings);
    void choose_current(std::optional<Date> as_of);
    void index_names();
    void add_name(std::string_view code, const std::string& name);

    std::vector<MunicipalityTable> tables_;
    Mergers mergers_;
    Date as_of_;
    std::size_t current_ = 0;
    std::unordered_map<std::string, std::vector<NamedMunicipality>> by_name_key_;
    std::vector<std::string> all_names_;
};

} // namespace regio::registry
