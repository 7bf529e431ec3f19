#include "cli/dissolve_command.hpp"

#include "base/error.hpp"
#include "cli/progress.hpp"
#include "io/layer_writer.hpp"

#include <CLI/CLI.hpp>

namespace regio::cli {

void DissolveCommand::setup(CLI::App& app) {
    app.add_option("LAYER", layer_file_, "Polygon layer: FILE or FILE|layername=NAME")->required();
    app.add_option("-l,--layer", layer_name_, "Layer in the file, when it has several");
    app.add_option("--by", by_,
                   "Field with the group: of the layer, or of TABLE when --members is given");
    app.add_option("--name", name_, "Field with the name of the group, in the same place");
    auto* members =
        app.add_option("--members", members_, "TABLE with a row for each member of each group");
    app.add_option("--member", member_, "Field of TABLE with the code of the member")
        ->needs(members);
    app.add_option("--code", code_, "Field of the layer with the codes that TABLE names")
        ->needs(members);
    app.add_option("--keep", keep_,
                   "Field of the layer to keep: nothing where the features of a group differ in it")
        ->allow_extra_args(false);
    app.add_option("--aggregate", aggregates_,
                   "FUNCTION:FIELD of the layer; sum, mean, min, max, count or concat")
        ->allow_extra_args(false);
    general_.setup(app, "General");
    lattice_.setup(app);
    layer_output_.setup(app, report_);
    app.footer("Exit status: 0 all groups are written, 1 could not do it, 2 wrong use, 4 something "
               "is left out; 3 is never given.");
}

io::LayerSource DissolveCommand::source() const {
    io::LayerSource source{.source = io::parse_source(layer_file_),
                           .code = members_.empty() ? by_ : code_,
                           .crs = lattice_.src_crs()};
    if (members_.empty())
        source.name = name_;
    else
        source.code_hint = "name it with --code";
    if (!layer_name_.empty())
        source.source.layer = layer_name_;
    return source;
}

project::DissolveTerms DissolveCommand::terms() const {
    project::DissolveTerms terms{
        .layer = source(), .members = {}, .has_names = !name_.empty(), .aggregates = {}};
    if (!members_.empty())
        terms.members = project::GroupTable{.table = {.source = io::parse_source(members_)},
                                            .group = by_,
                                            .name = name_,
                                            .member = member_};
    for (const std::string& field : keep_)
        terms.aggregates.push_back({project::AggregateFunction::Keep, field});
    for (const std::string& text : aggregates_)
        terms.aggregates.push_back(project::parse_aggregate(text, "--aggregate"));
    lattice_.apply(terms.lattice);
    return terms;
}

ExitCode DissolveCommand::run() {
    if (by_.empty() && members_.empty())
        throw UsageError("it is not said what to dissolve by",
                         "name a field with --by, or a table with --members");
    general_.apply_config();
    const Language language = general_.language().value_or(Language::Dutch);
    const auto format = layer_output_.format(report_);
    refuse_layer_target(format, report_, {source().source.file, io::parse_source(members_).file});

    const project::DissolveTerms job = terms();

    Progress progress;
    std::vector<Finding> findings;
    progress.tell("dissolving " + layer_file_);
    const auto output =
        project::dissolved_layer(job, output_layer_name(report_.output(), "outlines"), findings);
    report_.print_findings(findings, language);
    if (output.features.empty())
        throw InputError(layer_file_ + ": there is no group with all its members: nothing to write",
                         "is --by the right field, and the table of members of the layer's day?");
    progress.tell("writing " + report_.output());
    std::vector<Finding> of_writing;
    io::write_layer(output, format, report_.output(), report_.overwrite(), of_writing);
    report_.print_findings(of_writing, language);
    return exit_code_of(findings);
}

} // namespace regio::cli
