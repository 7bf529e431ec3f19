#include "report/check_text.hpp"

#include "base/utf8.hpp"
#include "report/drawing_text.hpp"
#include "report/pieces.hpp"
#include "report/text_layout.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regio::report {

namespace {

using nesting::Assessment;
using nesting::Relation;

constexpr std::size_t kOutsidersWidth = 23;

std::array<TextColumn, 5> columns(Language language) {
    return {{{.heading = in(language, "Oordeel", "Verdict"), .width = 12},
             {.heading = in(language, "Samenwerkingsverband", "Partnership"), .width = 30},
             {.heading = in(language, "Hoofdregio", "Main region"), .width = 20},
             {.heading = in(language, "Leden", "Members"), .width = 7, .align = Align::Right},
             {.heading = in(language, "Buiten de hoofdregio", "Outside the main region"),
              .width = kOutsidersWidth}}};
}

std::vector<std::string> outsider_names(const CheckReport& report, const Assessment& assessment) {
    std::vector<std::string> names;
    if (assessment.verdict.relation == Relation::Unresolved) {
        for (const auto& member : assessment.partnership.unmatched)
            names.push_back("? " + (member.name.empty() ? member.code : member.name));
        return names;
    }
    for (const auto outsider : assessment.verdict.outsiders)
        names.push_back((*report.municipalities)[outsider].name);
    return names;
}

std::string members_in_main_region(const Assessment& assessment) {
    const std::size_t members = assessment.partnership.members.size();
    return fmt::format("{}/{}", members - assessment.verdict.outsiders.size(), members);
}

std::string line_of(const CheckReport& report, const Assessment& assessment, Colour colour) {
    const auto& main_region = assessment.verdict.main_region;
    const std::array<std::string, 5> cells = {
        std::string(short_label(assessment.verdict.relation, report.language)),
        assessment.partnership.partnership.name,
        main_region ? (*report.regions)[*main_region].name : "", members_in_main_region(assessment),
        names_in_width(outsider_names(report, assessment), kOutsidersWidth)};
    std::string line = table_line(columns(report.language), cells);
    if (colour == Colour::Ansi && !assessment.verdict.conforms())
        line = fmt::format("\x1b[31m{}\x1b[0m{}", line.substr(0, cells[0].size()),
                           line.substr(cells[0].size()));
    return line;
}

std::string counts(const Summary& summary, Language language) {
    std::vector<std::string> parts;
    for (const auto relation : {Relation::Within, Relation::Coincides, Relation::Supraregional,
                                Relation::Crosses, Relation::Unresolved})
        parts.push_back(
            fmt::format("{} {}", summary.of(relation), short_label(relation, language)));
    return fmt::format("{}", fmt::join(parts, ", "));
}

void write_rows(const CheckReport& report, std::span<const Assessment* const> rows, Colour colour,
                const Sink& sink) {
    for (const auto* assessment : rows)
        sink(line_of(report, *assessment, colour));
}

void write_lists(const CheckReport& report, const Sink& sink) {
    const auto lists = summarise_lists(report);
    if (lists.size() < 2)
        return;
    std::size_t widest = 0;
    for (const auto& [list, summary] : lists)
        widest = std::max(widest, std::min<std::size_t>(display_width(list), 24));
    for (const auto& [list, summary] : lists) {
        const std::string name = fitted(list, 24);
        sink(wrapped(fmt::format("{}{} {:>5}: {}", name,
                                 std::string(widest - display_width(name), '\u0020'), summary.total,
                                 counts(summary, report.language)),
                     kTextWidth, 2));
    }
}

} // namespace

std::string summary_line(const CheckReport& report) {
    const Summary summary = summarise(report.assessments);
    return fmt::format("{} {} {}: {}", summary.total,
                       summary.total == 1 ? in(report.language, "verband op", "partnership on")
                                          : in(report.language, "verbanden op", "partnerships on"),
                       to_iso(report.as_of), counts(summary, report.language));
}

void write_check_text(const CheckReport& report, Colour colour, const Sink& sink) {
    auto rows = worst_first(report);
    const auto inactive = std::stable_partition(
        rows.begin(), rows.end(), [](const Assessment* a) { return !is_inactive(*a); });
    sink(table_heading(columns(report.language)));
    write_rows(report, std::span(rows.begin(), inactive), colour, sink);
    if (inactive != rows.end()) {
        sink(fmt::format("\n{}\n", in(report.language, "Niet actief", "Inactive")));
        write_rows(report, std::span(inactive, rows.end()), colour, sink);
    }
    sink("\n");
    write_lists(report, sink);
    if (inactive != rows.end() && inactive != rows.begin())
        sink(wrapped(
            fmt::format("{} {}: {}", rows.end() - inactive,
                        in(report.language, "niet actief", "inactive"),
                        counts(summarise(std::span(inactive, rows.end())), report.language)),
            kTextWidth));
    sink(in_pieces_line(report));
    sink(drawings_line(report));
    sink(wrapped(summary_line(report), kTextWidth));
}

} // namespace regio::report
