#include "cli/info_command.hpp"

#include "cli/layer_inspection.hpp"
#include "cli/progress.hpp"
#include "report/info_json.hpp"
#include "report/info_text.hpp"

#include <CLI/CLI.hpp>

namespace regio::cli {

void InfoCommand::setup(CLI::App& app) {
    app.add_option("LAYER", sources_,
                   "Layer or table: FILE, or \"FILE|layername=NAME\"; - is standard input")
        ->required();
    app.add_option("-l,--layer", layer_, "Layer or sheet of the files that name none");
    general_.setup(app, "General");
    lattice_.setup(app);
    report_.setup(app, {"text", "json"});
    app.footer("Exit status: 0 done, 1 could not do it, 2 wrong use.");
}

std::vector<io::Source> InfoCommand::sources() const {
    std::vector<io::Source> sources;
    for (const auto& text : sources_) {
        sources.push_back(io::parse_source(text));
        if (sources.back().layer.empty())
            sources.back().layer = layer_;
    }
    return sources;
}

std::vector<report::LayerInfo> InfoCommand::read(const std::vector<io::Source>& sources) const {
    project::LatticeTerms terms;
    lattice_.apply(terms);
    Progress progress;
    std::vector<report::LayerInfo> layers;
    for (const auto& source : sources) {
        progress.tell("reading " + source.file);
        for (const auto& description : io::describe(source))
            layers.push_back(inspect(description, terms, lattice_));
    }
    return layers;
}

ExitCode InfoCommand::run() {
    const std::string format = report_.format();
    report::InfoReport report{.language = general_.language().value_or(Language::Dutch)};
    general_.apply_config();
    const auto sources = this->sources();
    std::vector<std::string> files;
    for (const auto& source : sources)
        files.push_back(source.file);
    report_.refuse_input_as_output(files);
    io::OutputFile output = report_.open();
    report.layers = read(sources);
    const report::Sink sink = [&](std::string_view piece) { output.write(piece); };
    if (format == "json")
        write_info_json(report, sink);
    else
        write_info_text(report, sink);
    output.finish();
    std::vector<Finding> findings;
    for (const auto& layer : report.layers)
        findings.insert(findings.end(), layer.findings.begin(), layer.findings.end());
    report_.print_findings(findings, report.language);
    return ExitCode::Done;
}

} // namespace regio::cli
