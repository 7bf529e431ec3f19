#include "cli/map_command.hpp"

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "cli/messages.hpp"
#include "cli/style_folders.hpp"
#include "io/output_file.hpp"
#include "map/style.hpp"
#include "project/area_map.hpp"
#include "report/sheet_words.hpp"
#include "scene/render.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace regio::cli {

namespace {

constexpr double kLeastDpi = 36;
constexpr double kMostDpi = 1200;

constexpr const char* kProgram = "regio " REGIO_VERSION;

const nesting::Assessment& only_one(const std::vector<const nesting::Assessment*>& selected) {
    if (selected.size() == 1)
        return *selected.front();
    if (selected.empty())
        throw UsageError("the selection has no partnership", "a map shows one: --partnership");
    std::vector<std::string> names;
    for (const auto* assessment : selected)
        names.push_back(fmt::format("{}:{}", assessment->partnership.list,
                                    assessment->partnership.partnership.id));
    throw UsageError(
        fmt::format("{} partnerships are selected: {}", selected.size(), fmt::join(names, ", ")),
        "a map shows one");
}

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

/// What a reader of the sheet does not see on it.
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

/// The file that a name stands for, whether it is there or not; empty when it cannot be told.
std::filesystem::path place_of(const std::string& file) {
    std::error_code fault;
    const auto place = std::filesystem::absolute(file, fault);
    return std::filesystem::weakly_canonical(place, fault);
}

} // namespace

void MapCommand::setup(CLI::App& app) {
    constexpr const char* kGroup = "Sheet";
    project_.setup(app);
    project_.require_partnership(app);
    report_.setup(app, {"png", "pdf", "svg"});
    app.get_option("--output")->required()->description("File to write, - is standard output");
    app.add_option("--paper", paper_, "Size of the sheet, lying: A5 to A0; default: A4")
        ->group(kGroup);
    app.add_option(
           "--style", style_,
           "What the sheet looks like: a theme (regio style list) or a folder of one's own; "
           "default: that of the project file, else print")
        ->group(kGroup);
    app.add_option("--dpi", dpi_, "Dots per inch of a PNG, 36 to 1200; default: 150")
        ->group(kGroup);
    app.add_option("--attribution", attribution_, "Source and licence of the boundaries")
        ->group(kGroup);
    app.add_option("--maker", maker_, "Who made the sheet")->group(kGroup);
    app.add_option("--audit", audit_, "JSON file with what can be measured of the sheet")
        ->group(kGroup);
    app.footer("Exit status: 0 done, 1 could not do it, 2 wrong use, 4 the partnership is "
               "unresolved, so no map was made.");
}

map::PaperSize MapCommand::paper() const {
    const auto paper = map::find_paper(paper_);
    if (!paper)
        throw UsageError(fmt::format("--paper {}: there is no such size", paper_),
                         "there are: A5, A4, A3, A2, A1, A0");
    return *paper;
}

map::Theme MapCommand::theme(const project::ProjectOptions& options) const {
    const auto folder = style_.empty() ? style_folder_of(options.map) : style_folder(style_);
    return map::read_theme(folder, themes_folder());
}

void MapCommand::refuse_resolution() const {
    if (!(dpi_ >= kLeastDpi && dpi_ <= kMostDpi))
        throw UsageError(
            fmt::format("--dpi {}: is not between {} and {}", dpi_, kLeastDpi, kMostDpi),
            "150 is for screens and office papers, 300 for print");
}

map::AreaMap MapCommand::content(const project::Project& project, const map::Theme& theme,
                                 const report::CheckReport& report,
                                 const nesting::Assessment& assessment) const {
    map::AreaMap map = project::area_map(project, assessment);
    auto words = report::sheet_words(report, assessment);
    map.title = std::move(words.title);
    map.subtitle = std::move(words.subtitle);
    map.verdict = std::move(words.verdict);
    map.facts = std::move(words.facts);
    const auto& source = project.options.municipalities[project.territory.current_place()];
    const std::string& given = attribution_.empty() ? source.attribution : attribution_;
    const std::string file = file_name(project.boundaries->layer().source().file);
    const bool dutch = project.language == Language::Dutch;
    const std::string unknown =
        fmt::format("{} ({})", file,
                    dutch ? "bron en licentie niet opgegeven" : "source and licence not given");
    const auto& partnership = assessment.partnership.partnership;
    const std::string& maker = maker_.empty() ? theme.maker : maker_;
    map.source_line = report::source_line(
        report,
        {.boundaries = given.empty() ? unknown : given,
         .period = project.territory.current().period(),
         .members = file_name(partnership.source.file),
         .is_drawn = assessment.drawing.has_value(),
         .members_dated = partnership.dated,
         .projection = projection_of(*project.crs),
         .maker = maker.empty() ? std::string(kProgram) : fmt::format("{} ({})", kProgram, maker)});
    return map;
}

std::string MapCommand::rendered(const scene::Scene& scene, const scene::Fonts& fonts) const {
    const std::string format = report_.format();
    if (format == "png")
        return scene::to_png(scene, fonts, dpi_);
    const auto moment = source_date();
    const scene::DocumentFacts facts{.maker = kProgram,
                                     .seconds_of_epoch =
                                         moment ? moment->time_since_epoch().count() : 0,
                                     .bookmark = scene.title};
    return format == "pdf" ? scene::to_pdf(scene, fonts, facts)
                           : scene::to_svg(scene, fonts, facts);
}

void MapCommand::refuse_audit_as_output() const {
    if (audit_.empty())
        return;
    const auto place = place_of(audit_);
    if (audit_ == report_.output() || (!place.empty() && place == place_of(report_.output())))
        throw UsageError(fmt::format("--audit {}: is where the map goes", audit_),
                         "name another file");
}

ExitCode MapCommand::run() {
    static_cast<void>(report_.format());
    const map::PaperSize paper = this->paper();
    refuse_resolution();
    refuse_audit_as_output();
    io::OutputFile output = report_.open();
    std::optional<io::OutputFile> audit;
    if (!audit_.empty())
        audit.emplace(audit_, report_.overwrite());
    const project::Project project = project_.open();
    const map::Theme theme = this->theme(project.options);
    const scene::Fonts fonts(theme.fonts);
    report_.refuse_input_as_output(project.files);
    refuse_input_as_output(project.files, audit_);
    const auto report = report_on(project, select(project, project_.selection()));
    const auto& assessment = only_one(report.assessments);
    if (!assessment.partnership.is_resolved) {
        report_.print_findings(report);
        print_line(fmt::format("regio: {}: is unresolved, and a map of it would not be right",
                               assessment.partnership.partnership.name));
        print_line("hint: regio explain says what is wrong with its list");
        return ExitCode::Unresolved;
    }
    const auto drawn = draw(content(project, theme, report, assessment),
                            map::lay_out(paper, theme.page), theme, fonts);
    output.write(rendered(drawn.scene, fonts));
    output.settle();
    if (audit) {
        audit->write(to_json(drawn.audit));
        audit->finish();
    }
    output.finish();
    report_.print_table_findings(report);
    if (assessment.drawing)
        report_.print_findings(assessment.partnership.findings, project.language);
    report_.print_findings(
        SheetFindings(project, assessment, report_.output()).collect(drawn.audit),
        project.language);
    return ExitCode::Done;
}

} // namespace regio::cli
