#include "cli/explain_command.hpp"

#include "report/check_json.hpp"
#include "report/explain_text.hpp"

#include <CLI/CLI.hpp>

namespace regio::cli {

void ExplainCommand::setup(CLI::App& app) {
    project_.setup(app);
    project_.require_partnership(app);
    report_.setup(app, {"text", "json"});
    app.add_flag("--strict", strict_, "Exit with 4 when a verdict on a drawing is fragile")
        ->group("Output");
    app.footer("Exit status: 0 done, 1 could not do it, 2 wrong use, 4 something is unresolved.");
}

ExitCode ExplainCommand::run() {
    const std::string format = report_.format();
    io::OutputFile output = report_.open();
    const project::Project project = project_.open();
    report_.refuse_input_as_output(project.files);
    const auto report = report_on(project, select(project, project_.selection()));
    const report::Sink sink = [&](std::string_view piece) { output.write(piece); };
    if (format == "json")
        report::write_explain_json(report, sink);
    else
        report::write_explain_text(report, sink);
    output.finish();
    report_.print_table_findings(report);
    return exit_code_of(report.assessments,
                        strict_ ? Strictness::RefuseFragile : Strictness::TakeFragile);
}

} // namespace regio::cli
