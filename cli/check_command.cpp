#include "cli/check_command.hpp"

#include "base/error.hpp"
#include "cli/layer_output_arguments.hpp"
#include "io/layer_writer.hpp"
#include "project/verdict_layers.hpp"
#include "report/check_csv.hpp"
#include "report/check_json.hpp"
#include "report/check_text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace regio::cli {

namespace {

enum class FailOn { Crosses, Findings, Never };

FailOn parse_fail_on(const std::string& text) {
    if (text == "crosses")
        return FailOn::Crosses;
    if (text == "findings")
        return FailOn::Findings;
    if (text == "never")
        return FailOn::Never;
    throw UsageError(fmt::format("--fail-on {}: there is no such condition", text),
                     "there are: crosses, findings, never");
}

bool is_serious(const Finding& finding) {
    return kind_of(finding.number).severity != Severity::Info;
}

bool has_serious_findings(const report::CheckReport& report) {
    return std::any_of(report.findings.begin(), report.findings.end(), is_serious) ||
           std::any_of(report.assessments.begin(), report.assessments.end(), [](const auto* a) {
               const auto& findings = a->partnership.findings;
               return std::any_of(findings.begin(), findings.end(), is_serious);
           });
}

ExitCode exit_code(const report::CheckReport& report, FailOn fail_on, Strictness strictness) {
    const auto& all = report.assessments;
    if (exit_code_of(all, strictness) == ExitCode::Unresolved ||
        exit_code_of(report.findings) == ExitCode::Unresolved)
        return ExitCode::Unresolved;
    const bool fails = (fail_on == FailOn::Crosses &&
                        std::any_of(all.begin(), all.end(),
                                    [](const auto* a) { return !a->verdict.conforms(); })) ||
                       (fail_on == FailOn::Findings && has_serious_findings(report));
    return fails ? ExitCode::FoundWhatFails : ExitCode::Done;
}

} // namespace

void CheckCommand::setup(CLI::App& app) {
    project_.setup(app);
    report_.setup(app, {"text", "json", "csv", "gpkg", "geojson", "fgb", "shp"});
    app.add_flag("--long", long_, "CSV with a row per partnership and region")->group("Output");
    csv_.setup(app);
    app.add_option("--fail-on", fail_on_,
                   "Exit with 3 when there is: crosses (default), findings, never")
        ->group("Output");
    app.add_flag("--strict", strict_, "Exit with 4 when a verdict on a drawing is fragile")
        ->group("Output");
    app.footer("Exit status: 0 all nest, 1 could not do it, 2 wrong use, 3 what --fail-on names "
               "was found, 4 something is unresolved.");
}

std::optional<io::LayerFormat> CheckCommand::layer_format() const {
    const std::string format = report_.format();
    if (format == "text" || format == "json" || format == "csv")
        return std::nullopt;
    return io::layer_format(format, report_.output());
}

void CheckCommand::write_layers(const project::Project& project, io::LayerFormat format,
                                report::CheckReport& report) const {
    refuse_layer_target(format, report_, project.files);
    const auto wanted = io::holds_several_layers(format) ? project::VerdictLayers::All
                                                         : project::VerdictLayers::Areas;
    const auto layers =
        project::verdict_layers(project, report.assessments, wanted, report.findings);
    io::write_layers(layers, format, report_.output(), report_.overwrite(), report.findings);
}

void CheckCommand::write_report(const report::CheckReport& report, io::OutputFile& output) const {
    const std::string format = report_.format();
    const report::Sink sink = [&](std::string_view piece) { output.write(piece); };
    if (format == "json")
        report::write_check_json(report, sink);
    else if (format == "csv")
        report::write_check_csv(
            report, csv_.dialect(),
            long_ ? report::CsvRows::PerRegion : report::CsvRows::PerPartnership, sink);
    else
        report::write_check_text(
            report, report_.wants_colour() ? report::Colour::Ansi : report::Colour::Never, sink);
    output.finish();
}

ExitCode CheckCommand::run() {
    const auto layers = layer_format();
    static_cast<void>(csv_.dialect()); // A wrong one is told before the work, not after it.
    const auto fail_on = parse_fail_on(fail_on_);
    std::optional<io::OutputFile> output;
    if (layers)
        refuse_layer_target(*layers, report_, {});
    else
        output.emplace(report_.output(), report_.overwrite());
    const project::Project project = project_.open();
    report_.refuse_input_as_output(project.files);
    auto report = report_on(project, select(project, project_.selection()));
    if (layers)
        write_layers(project, *layers, report);
    else
        write_report(report, *output);
    report_.print_findings(report);
    return exit_code(report, fail_on,
                     strict_ ? Strictness::RefuseFragile : Strictness::TakeFragile);
}

} // namespace regio::cli
