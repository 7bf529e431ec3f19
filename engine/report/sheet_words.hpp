#pragma once

#include "report/check_report.hpp"

#include <string>
#include <vector>

namespace regio::report {

/// The words on a sheet with the map of one working area.
struct SheetWords {
    std::string title;
    std::string subtitle; ///< The question and its day.
    std::string verdict;
    std::vector<std::string> facts; ///< The most important first.
};

[[nodiscard]] SheetWords sheet_words(const CheckReport& report,
                                     const nesting::Assessment& assessment);

/// Where a sheet comes from.
struct SheetSources {
    std::string boundaries;    ///< Whom to thank for them, and the licence.
    Period period;             ///< Of the municipalities.
    std::string members;       ///< The list or drawing, as it is named.
    bool is_drawn = false;     ///< Whether it is a drawing.
    std::string members_dated; ///< Its day as written; empty when not known.
    std::string projection;    ///< Of the map: "BD72 / Belgian Lambert 72 (EPSG:31370)".
    std::string maker;
};

/// All of it in one line.
[[nodiscard]] std::string source_line(const CheckReport& report, const SheetSources& sources);

/// "31 december 2024", with spaces that do not break.
[[nodiscard]] std::string written_date(Date date, Language language);

} // namespace regio::report
