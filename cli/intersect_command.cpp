#include "cli/intersect_command.hpp"

#include "base/error.hpp"
#include "cli/progress.hpp"
#include "io/layer_writer.hpp"
#include "project/partition.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

void IntersectCommand::setup(CLI::App& app) {
    app.add_option("LAYER", files_, "Two polygon layers or more: FILE or FILE|layername=NAME")
        ->required();
    auto* all = app.add_flag("--union", is_union_, "What lies in any layer, not in all of them");
    auto* difference = app.add_flag("--difference", is_difference_,
                                    "What of the first layer lies in none of the others");
    auto* clip =
        app.add_flag("--clip", is_clip_, "What of the first layer lies in any of the others");
    all->excludes(difference)->excludes(clip);
    difference->excludes(clip);
    general_.setup(app, "General");
    lattice_.setup(app);
    layer_output_.setup(app, report_);
    app.footer("Exit status: 0 the pieces are written, 1 could not do it, 2 wrong use, 4 something "
               "is left out; 3 is never given.");
}

coverage::PartitionKind IntersectCommand::kind() const {
    using Kind = coverage::PartitionKind;
    if (is_union_)
        return Kind::Union;
    if (is_difference_)
        return Kind::Difference;
    return is_clip_ ? Kind::Clip : Kind::Intersection;
}

std::vector<io::LayerSource> IntersectCommand::sources() const {
    std::vector<io::LayerSource> sources;
    for (const std::string& file : files_)
        sources.push_back({.source = io::parse_source(file), .crs = lattice_.src_crs()});
    return sources;
}

ExitCode IntersectCommand::run() {
    if (files_.size() < 2)
        throw UsageError("there is one layer, and nothing to intersect it with",
                         "give two layers or more; regio dissolve works on one");
    general_.apply_config();
    const Language language = general_.language().value_or(Language::Dutch);
    const auto format = layer_output_.format(report_);
    const auto layers = sources();
    std::vector<std::string> inputs;
    for (const auto& layer : layers)
        inputs.push_back(layer.source.file);
    refuse_layer_target(format, report_, inputs);
    project::LatticeTerms terms;
    lattice_.apply(terms);

    Progress progress;
    std::vector<Finding> findings;
    progress.tell(fmt::format("cutting {}", fmt::join(inputs, ", ")));
    const auto output = project::partition(layers, terms, kind(),
                                           output_layer_name(report_.output(), "pieces"), findings);
    progress.tell("writing " + report_.output());
    io::write_layer(output, format, report_.output(), report_.overwrite(), findings);
    report_.print_findings(findings, language);
    return exit_code_of(findings);
}

} // namespace regio::cli
