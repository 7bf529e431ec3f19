#include "cli/atlas_command.hpp"

#include "base/error.hpp"
#include "cli/atlas_folder.hpp"
#include "cli/messages.hpp"
#include "cli/progress.hpp"
#include "topology/thread_limit.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

namespace regio::cli {

void AtlasCommand::setup(CLI::App& app) {
    constexpr const char* kGroup = "Sheets";
    app_ = &app;
    project_.setup(app);
    report_.setup(app, {"pdf", "png", "svg"});
    app.get_option("--output")
        ->required()
        ->description(
            "PDF to write, - is standard output; or a folder, which ends in / or is there");
    app.get_option("--output-format")
        ->description("Of the files in a folder: png, pdf, svg; default: png");
    sheet_.setup(app, kGroup);
    threads_.setup(app, "Output");
    app.footer("Exit status: 0 done, 1 could not do it or a map is missing, 2 wrong use, 4 a "
               "partnership is unresolved and has no map.");
}

bool AtlasCommand::is_folder() const {
    std::error_code fault;
    return report_.output().ends_with('/') ||
           std::filesystem::is_directory(report_.output(), fault);
}

std::string AtlasCommand::format() const {
    if (is_folder())
        return report_.requested_format().empty() ? "png" : report_.format();
    const std::string format = report_.format();
    if (format != "pdf")
        throw UsageError(
            fmt::format("{}: an atlas in one file is a PDF, not {}", report_.output(), format),
            "for a file a page, name a folder: end it in /");
    return format;
}

/// All that was asked for and that decides about the files of a folder.
std::string AtlasCommand::options() const {
    static constexpr std::array<std::string_view, 6> kElsewhere = {
        "output", "output-format", "overwrite", "quiet", "verbose", "threads"};
    std::string text;
    for (const auto* option : app_->get_options()) {
        const std::string name = option->get_single_name();
        if (option->count() > 0 &&
            std::find(kElsewhere.begin(), kElsewhere.end(), name) == kElsewhere.end())
            text += fmt::format("{}={}\n", name, fmt::join(option->results(), "\x1f"));
    }
    return text;
}

AtlasOutcome AtlasCommand::make(const AtlasSource& source) const {
    AtlasOutcome outcome;
    Progress progress;
    if (is_folder()) {
        write_atlas_folder(source,
                           {.folder = report_.output(),
                            .format = format(),
                            .options = options(),
                            .overwrite = report_.overwrite()},
                           progress, outcome);
        return outcome;
    }
    io::OutputFile output = report_.open();
    output.write(atlas_book(source, report_.output(), progress, outcome));
    output.finish();
    return outcome;
}

ExitCode AtlasCommand::tell(const report::CheckReport& report, const AtlasPlan& plan,
                            const AtlasOutcome& outcome) const {
    report_.print_table_findings(report);
    std::vector<Finding> findings;
    for (const auto& entry : plan.unresolved) {
        const auto& own = entry.assessment->partnership.findings;
        findings.insert(findings.end(), own.begin(), own.end());
    }
    findings.insert(findings.end(), outcome.findings.begin(), outcome.findings.end());
    report_.print_findings(findings, report.language);
    for (const auto& entry : plan.unresolved)
        print_line(fmt::format("regio: {}: is unresolved, and a map of it would not be right",
                               entry.name));
    for (const auto& failure : outcome.failures)
        print_line(failure);
    if (!outcome.failures.empty())
        return ExitCode::CouldNot;
    return plan.unresolved.empty() ? ExitCode::Done : ExitCode::Unresolved;
}

ExitCode AtlasCommand::run() {
    static_cast<void>(format());
    const map::PaperSize paper = sheet_.paper();
    sheet_.refuse_resolution();
    const topology::ThreadLimit limit(threads_.threads());
    if (!is_folder())
        io::refuse_target(report_.output(), report_.overwrite());
    const project::Project project = project_.open();
    const map::Theme theme = sheet_.theme(project.options);
    const scene::Fonts fonts(theme.fonts);
    if (!is_folder())
        report_.refuse_input_as_output(project.files);
    const auto report = report_on(project, select(project, project_.selection()));
    if (report.assessments.empty())
        throw UsageError("the selection has no partnership", "regio check shows which there are");
    const AtlasPlan plan = plan_atlas(report);
    if (plan.entries.empty())
        return tell(report, plan, {});
    if (!project.boundaries)
        throw InputError("there are no polygons to draw: the municipalities come from a table",
                         "name a layer with --boundaries, or boundaries = under [municipalities]");
    return tell(
        report, plan,
        make({project, report, sheet_, plan, fonts, map::lay_out(paper, theme.page), theme}));
}

} // namespace regio::cli
