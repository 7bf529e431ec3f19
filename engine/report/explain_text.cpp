#include "report/explain_text.hpp"

#include "report/boundary_mark.hpp"
#include "report/drawing_text.hpp"
#include "report/explanation.hpp"
#include "report/finding_texts.hpp"
#include "report/measures.hpp"
#include "report/pieces.hpp"
#include "report/text_layout.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <array>

namespace regio::report {

namespace {

using nesting::Assessment;
using registry::MunicipalityIndex;

std::array<TextColumn, 6> columns(Language language) {
    return {
        {{.heading = in(language, "Referentieregio", "Reference region"), .width = 24},
         {.heading = in(language, "Leden", "Members"), .width = 9, .align = Align::Right},
         {.heading = in(language, "van verband", "of members"), .width = 11, .align = Align::Right},
         {.heading = in(language, "van regio", "of region"), .width = 9, .align = Align::Right},
         {.heading = in(language, "Inwoners", "Inhabitants"), .width = 11, .align = Align::Right},
         {.heading = in(language, "Opp. km²", "Area km²"), .width = 9, .align = Align::Right}}};
}

std::string inhabitants_text(const registry::Figures& figures) {
    return figures.inhabitants ? grouped(*figures.inhabitants) : "-";
}

std::string area_text(const registry::Figures& figures, Language language) {
    return figures.area
               ? square_kilometres(*figures.area, 1, language == Language::Dutch ? ',' : '.')
               : "-";
}

std::string region_table(const CheckReport& report, const Assessment& assessment) {
    const auto cols = columns(report.language);
    const auto members = static_cast<std::int64_t>(assessment.partnership.members.size());
    std::string table = table_heading(cols);
    for (const auto& share : assessment.verdict.regions) {
        const auto inside = static_cast<std::int64_t>(share.members);
        table += table_line(
            cols,
            std::array<std::string, 6>{
                (*report.regions)[share.region].name, fmt::format("{}/{}", share.members, share.of),
                percentage(inside, members, report.language),
                percentage(inside, static_cast<std::int64_t>(share.of), report.language),
                inhabitants_text(share.figures), area_text(share.figures, report.language)});
    }
    table += table_line(
        cols, std::array<std::string, 6>{std::string(in(report.language, "Samen", "Together")),
                                         fmt::to_string(members), "", "",
                                         inhabitants_text(assessment.verdict.figures),
                                         area_text(assessment.verdict.figures, report.language)});
    return table;
}

/// A line under the table when areas in it are those of schematic polygons.
std::string measured_line(const CheckReport& report, const Assessment& assessment) {
    bool is_measured = false;
    bool is_official = false;
    for (const auto& share : assessment.verdict.regions) {
        if (!share.figures.area || !share.figures.area_source)
            continue;
        is_measured = is_measured || *share.figures.area_source != registry::AreaSource::Table;
        is_official = is_official || *share.figures.area_source != registry::AreaSource::Polygons;
    }
    if (!is_measured || !is_schematic(report))
        return {};
    const auto text =
        is_official
            ? in(report.language, "Oppervlakten zijn deels gemeten", "Areas are partly measured")
            : in(report.language, "Oppervlakten zijn gemeten", "Areas are measured");
    return fmt::format("{}{}.\n", text, schematic_mark(report));
}

/// A mark behind a partial member: how much of it is drawn; of one with former parts, whether its
/// figures are those of the whole.
std::string partial_mark(const Assessment& assessment, MunicipalityIndex member,
                         Language language) {
    const auto* partial = registry::find_partial(assessment.partnership, member);
    if (partial == nullptr || partial->drawn_share)
        return drawn_mark(assessment.partnership, member, language);
    return std::string(partial->figures_of_parts ? in(language, " [deel]", " [part]")
                                                 : in(language, " [deel, geteld als geheel]",
                                                      " [part, counted as whole]"));
}

std::string member_lines(const CheckReport& report, const Assessment& assessment) {
    std::string lines;
    for (const auto& share : assessment.verdict.regions) {
        std::vector<std::string> names;
        for (const auto member : assessment.partnership.members)
            if (report.regions->region_of(member) == share.region)
                names.push_back(name_and_code((*report.municipalities)[member]) +
                                partial_mark(assessment, member, report.language));
        lines += wrapped(
            fmt::format("{}: {}", (*report.regions)[share.region].name, fmt::join(names, ", ")),
            kTextWidth, 2);
    }
    if (!assessment.partnership.other_members.empty())
        lines += wrapped(fmt::format("{}: {}",
                                     in(report.language, "Andere leden, geen gemeente",
                                        "Other members, no municipality"),
                                     fmt::join(assessment.partnership.other_members, ", ")),
                         kTextWidth, 2);
    return lines;
}

std::string finding_lines(const CheckReport& report, const Assessment& assessment) {
    std::string lines;
    for (const auto& finding : finding_texts(assessment.partnership.findings, report.language))
        lines += wrapped(
            fmt::format("{} {} [{}]", label(finding.number), finding.text, to_text(finding.source)),
            kTextWidth, 5);
    return lines;
}

std::string status_text(const std::string& status, Language language) {
    if (status == "active")
        return std::string(in(language, "actief", "active"));
    if (status == "inactive")
        return std::string(in(language, "niet actief", "inactive"));
    return status;
}

std::string heading(const CheckReport& report, const Assessment& assessment) {
    const auto& partnership = assessment.partnership.partnership;
    std::string text = fmt::format("{} · {}", assessment.partnership.list, partnership.id);
    for (const auto& part : {partnership.kind, status_text(partnership.status, report.language)})
        if (!part.empty() && part != assessment.partnership.list)
            text += " · " + part;
    return wrapped(
        fmt::format("{} · {} {}", text, in(report.language, "op", "on"), to_iso(report.as_of)),
        kTextWidth, 2);
}

} // namespace

void write_explain_text(const CheckReport& report, const Sink& sink) {
    const char* gap = "";
    for (const auto* assessment : report.assessments) {
        sink(gap);
        gap = "\n";
        sink(wrapped(explanation(report, *assessment), kTextWidth));
        sink("\n");
        sink(heading(report, *assessment));
        if (!assessment->verdict.regions.empty()) {
            sink("\n" + region_table(report, *assessment) + measured_line(report, *assessment));
            sink("\n" + member_lines(report, *assessment));
        }
        if (assessment->drawing)
            sink("\n" + drawing_paragraphs(report, *assessment));
        if (assessment->area)
            sink("\n" + wrapped(pieces_sentence(report, *assessment), kTextWidth, 2));
        if (const auto lines = finding_lines(report, *assessment); !lines.empty())
            sink("\n" + lines);
    }
}

} // namespace regio::report
