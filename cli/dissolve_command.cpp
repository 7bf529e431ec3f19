#include "cli/dissolve_command.hpp"

#include "base/error.hpp"
#include "cli/progress.hpp"
#include "io/layer_writer.hpp"
#include "project/dissolve.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace regio::cli {

namespace {

io::OutputLayer output_layer(const project::OpenedLayers& opened, const std::string& name,
                             std::vector<project::Outline> outlines) {
    using Type = io::OutputField::Type;
    io::OutputLayer output{.name = name,
                           .crs_wkt = opened.crs.wkt(),
                           .lattice = opened.lattice,
                           .fields = {{"code", Type::Text},
                                      {"name", Type::Text},
                                      {"features", Type::Integer},
                                      {"area_m2", Type::Real}}};
    const bool is_schematic =
        opened.layers.front().layer.provenance() == layer::Provenance::Schematic;
    if (is_schematic)
        output.fields.push_back({std::string(layer::kBoundariesField), Type::Text});
    for (auto& outline : outlines) {
        io::OutputValue label;
        if (!outline.name.empty())
            label = std::move(outline.name);
        output.features.push_back(
            {.geometry = std::move(outline.polygons),
             .values = {std::move(outline.code), std::move(label),
                        static_cast<std::int64_t>(outline.features), outline.area_m2}});
        if (is_schematic)
            output.features.back().values.emplace_back(std::string(layer::kSchematicBoundaries));
    }
    return output;
}

} // namespace

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
    general_.setup(app, "General");
    lattice_.setup(app);
    layer_output_.setup(app, report_);
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

std::vector<project::FeatureGroup> DissolveCommand::groups(const layer::Layer& layer,
                                                           std::vector<Finding>& findings) const {
    if (!members_.empty())
        return project::group_by_table(layer,
                                       {.table = {.source = io::parse_source(members_)},
                                        .group = by_,
                                        .name = name_,
                                        .member = member_},
                                       findings);
    auto groups = project::group_by_code(layer, findings);
    if (name_.empty())
        for (auto& group : groups)
            group.name.clear();
    return groups;
}

ExitCode DissolveCommand::run() {
    if (by_.empty() && members_.empty())
        throw UsageError("it is not said what to dissolve by",
                         "name a field with --by, or a table with --members");
    general_.apply_config();
    const Language language = general_.language().value_or(Language::Dutch);
    const auto format = layer_output_.format(report_);
    refuse_layer_target(format, report_, {source().source.file, io::parse_source(members_).file});

    Progress progress;
    std::vector<Finding> findings;
    project::LatticeTerms terms;
    lattice_.apply(terms);
    progress.tell("reading " + layer_file_);
    const io::LayerSource layer_source = source();
    auto opened = project::open_layers(std::span(&layer_source, 1), terms, findings);
    const layer::Layer& layer = opened.layers.front().layer;
    progress.tell("dissolving " + layer_file_);
    auto outlines = project::dissolve(layer, groups(layer, findings), findings);
    report_.print_findings(findings, language);
    if (outlines.empty())
        throw InputError(layer_file_ + ": there is no group with all its members: nothing to write",
                         "is --by the right field, and the table of members of the layer's day?");
    progress.tell("writing " + report_.output());
    std::vector<Finding> of_writing;
    io::write_layer(
        output_layer(opened, output_layer_name(report_.output(), "outlines"), std::move(outlines)),
        format, report_.output(), report_.overwrite(), of_writing);
    report_.print_findings(of_writing, language);
    return exit_code_of(findings);
}

} // namespace regio::cli
