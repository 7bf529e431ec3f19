#include "cli/map_command.hpp"

#include "base/error.hpp"
#include "cli/messages.hpp"
#include "io/output_file.hpp"

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
    sheet_.setup(app, kGroup);
    app.add_option("--audit", audit_, "JSON file with what can be measured of the sheet")
        ->group(kGroup);
    app.footer("Exit status: 0 done, 1 could not do it, 2 wrong use, 4 the partnership is "
               "unresolved, so no map was made.");
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
    const map::PaperSize paper = sheet_.paper();
    sheet_.refuse_resolution();
    refuse_audit_as_output();
    io::OutputFile output = report_.open();
    std::optional<io::OutputFile> audit;
    if (!audit_.empty())
        audit.emplace(audit_, report_.overwrite());
    const project::Project project = project_.open();
    const map::Theme theme = sheet_.theme(project.options);
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
    const auto drawn = draw(sheet_.content(project, report, assessment, theme),
                            map::lay_out(paper, theme.page), theme, fonts);
    output.write(rendered(drawn.scene, fonts, report_.format(), sheet_.dpi()));
    output.settle();
    if (audit) {
        audit->write(to_json(drawn.audit));
        audit->finish();
    }
    output.finish();
    report_.print_table_findings(report);
    if (assessment.drawing)
        report_.print_findings(assessment.partnership.findings, project.language);
    report_.print_findings(sheet_findings(project, assessment, report_.output(), drawn.audit),
                           project.language);
    return ExitCode::Done;
}

} // namespace regio::cli
