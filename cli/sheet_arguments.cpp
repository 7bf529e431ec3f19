#include "cli/sheet_arguments.hpp"

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "cli/style_folders.hpp"
#include "map/style.hpp"
#include "project/area_map.hpp"
#include "report/sheet_words.hpp"
#include "scene/render.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace regio::cli {

namespace {

constexpr double kLeastDpi = 36;
constexpr double kMostDpi = 1200;

/// "BD72 / Belgian Lambert 72 (EPSG:31370)".
std::string projection_of(const io::Crs& crs) {
    return crs.code().empty() ? crs.name() : fmt::format("{} ({})", crs.name(), crs.code());
}

std::string file_name(const std::string& file) {
    return std::filesystem::path(file).filename().string();
}

/// "中 (U+4E2D)".
std::string character_and_number(const std::string& character) {
    std::string_view rest = character;
    return fmt::format("{} (U+{:04X})", character,
                       static_cast<std::uint32_t>(next_code_point(rest)));
}

/// Gathers what a reader of the sheet does not see on it.
class SheetFindings {
public:
    SheetFindings(const project::Project& project, const nesting::Assessment& assessment,
                  const std::string& sheet)
        : project_(project), partnership_(assessment.partnership), sheet_(sheet) {}

    std::vector<Finding> collect(const map::Audit& audit) {
        for (const auto& name : audit.dropped_members)
            add(FindingNumber::LabelWithoutRoom, {{"name", name}});
        if (!audit.missing_characters.empty())
            add_missing(audit.missing_characters);
        for (const auto& fact : audit.dropped_facts)
            add(FindingNumber::FactWithoutRoom, {{"text", fact}});
        for (const auto& partial : partnership_.partial_members)
            add_if_whole(partial, audit.partial_whole);
        return std::move(findings_);
    }

private:
    void add(FindingNumber number, std::vector<FindingValue> values) {
        findings_.push_back({.number = number,
                             .values = std::move(values),
                             .source = {.file = sheet_},
                             .list = partnership_.list,
                             .partnership = partnership_.partnership.id});
    }

    void add_missing(const std::vector<std::string>& characters) {
        std::vector<std::string> shown;
        for (const auto& character : characters)
            shown.push_back(character_and_number(character));
        add(FindingNumber::CharacterMissing,
            {{"characters", fmt::format("{}", fmt::join(shown, ", "))}});
    }

    void add_if_whole(const registry::PartialMember& partial,
                      const std::vector<std::string>& whole) {
        const auto& municipality = project_.territory.current()[partial.municipality];
        if (std::find(whole.begin(), whole.end(), municipality.code) == whole.end())
            return;
        std::vector<std::string> parts;
        for (const auto& part : partial.parts)
            parts.push_back(part.name);
        add(FindingNumber::PartialDrawnWhole,
            {{"name", municipality.name},
             {"nis", municipality.code},
             {"parts", fmt::format("{}", fmt::join(parts, ", "))}});
    }

    const project::Project& project_;
    const registry::ResolvedPartnership& partnership_;
    const std::string& sheet_;
    std::vector<Finding> findings_;
};

} // namespace

void SheetArguments::setup(CLI::App& app, const std::string& group) {
    app.add_option("--paper", paper_, "Size of the sheet, lying: A5 to A0; default: A4")
        ->group(group);
    app.add_option(
           "--style", style_,
           "What the sheet looks like: a theme (regio style list) or a folder of one's own; "
           "default: that of the project file, else print")
        ->group(group);
    app.add_option("--dpi", dpi_, "Dots per inch of a PNG, 36 to 1200; default: 150")->group(group);
    app.add_option("--attribution", attribution_, "Source and licence of the boundaries")
        ->group(group);
    app.add_option("--maker", maker_, "Who made the sheet")->group(group);
}

map::PaperSize SheetArguments::paper() const {
    const auto paper = map::find_paper(paper_);
    if (!paper)
        throw UsageError(fmt::format("--paper {}: there is no such size", paper_),
                         "there are: A5, A4, A3, A2, A1, A0");
    return *paper;
}

void SheetArguments::refuse_resolution() const {
    if (!(dpi_ >= kLeastDpi && dpi_ <= kMostDpi))
        throw UsageError(
            fmt::format("--dpi {}: is not between {} and {}", dpi_, kLeastDpi, kMostDpi),
            "150 is for screens and office papers, 300 for print");
}

map::Theme SheetArguments::theme(const project::ProjectOptions& options) const {
    map::Theme theme = map::read_theme(
        style_.empty() ? style_folder_of(options.map) : style_folder(style_), themes_folder());
    if (!maker_.empty())
        theme.maker = maker_;
    return theme;
}

std::string SheetArguments::boundaries(const project::Project& project) const {
    const auto& source = project.options.municipalities[project.territory.current_place()];
    const std::string& given = attribution_.empty() ? source.attribution : attribution_;
    if (!given.empty())
        return given;
    const bool dutch = project.language == Language::Dutch;
    return fmt::format("{} ({})", file_name(project.boundaries->layer().source().file),
                       dutch ? "bron en licentie niet opgegeven" : "source and licence not given");
}

map::AreaMap SheetArguments::content(const project::Project& project,
                                     const report::CheckReport& report,
                                     const nesting::Assessment& assessment,
                                     const map::Theme& theme) const {
    map::AreaMap map = project::area_map(project, assessment);
    auto words = report::sheet_words(report, assessment);
    map.title = std::move(words.title);
    map.subtitle = std::move(words.subtitle);
    map.verdict = std::move(words.verdict);
    map.facts = std::move(words.facts);
    const auto& partnership = assessment.partnership.partnership;
    map.source_line = report::source_line(report, {.boundaries = boundaries(project),
                                                   .period = project.territory.current().period(),
                                                   .members = file_name(partnership.source.file),
                                                   .is_drawn = assessment.drawing.has_value(),
                                                   .members_dated = partnership.dated,
                                                   .projection = projection_of(*project.crs),
                                                   .maker = maker_of(theme)});
    return map;
}

std::string maker_of(const map::Theme& theme) {
    return theme.maker.empty() ? std::string(kProgram)
                               : fmt::format("{} ({})", kProgram, theme.maker);
}

std::int64_t seconds_of_epoch() {
    const auto moment = source_date();
    return moment ? moment->time_since_epoch().count() : 0;
}

std::string rendered(const scene::Scene& scene, const scene::Fonts& fonts,
                     const std::string& format, double dpi) {
    if (format == "png")
        return scene::to_png(scene, fonts, dpi);
    const scene::DocumentFacts facts{
        .maker = kProgram, .seconds_of_epoch = seconds_of_epoch(), .bookmark = scene.title};
    return format == "pdf" ? scene::to_pdf(scene, fonts, facts)
                           : scene::to_svg(scene, fonts, facts);
}

std::vector<Finding> sheet_findings(const project::Project& project,
                                    const nesting::Assessment& assessment, const std::string& file,
                                    const map::Audit& audit) {
    return SheetFindings(project, assessment, file).collect(audit);
}

} // namespace regio::cli
