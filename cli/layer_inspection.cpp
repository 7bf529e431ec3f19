#include "cli/layer_inspection.hpp"

#include "cli/layer_use_terms.hpp"
#include "topology/misplaced_rings.hpp"
#include "topology/self_contacts.hpp"

#include <algorithm>
#include <array>

namespace regio::cli {

namespace {

using io::LayerDescription;
using report::LayerInfo;

LayerInfo info_of(const LayerDescription& description) {
    LayerInfo info{.file = description.source.file,
                   .layer = description.layer,
                   .format = description.format,
                   .rows = description.rows,
                   .geometry_types = description.geometry_types};
    for (const auto& field : description.fields)
        info.fields.push_back({.name = field.name,
                               .type = field.type,
                               .filled = field.filled,
                               .samples = field.samples,
                               .meanings = {}});
    if (description.crs)
        info.crs = crs_info(*description.crs);
    return info;
}

void inspect_polygons(const LayerDescription& description, const project::LatticeTerms& terms,
                      const std::string& src_crs, LayerInfo& info) {
    io::LayerSource source;
    source.source = description.source;
    source.crs = src_crs;
    const auto opened = project::open_layers(std::array{source}, terms, info.findings);
    const auto& own = opened.layers.front();
    info.crs = crs_info(own.own_crs);
    info.crs->is_declared = !description.crs;
    info.working_crs = crs_info(opened.crs);
    if (own.transformation)
        info.transformation = transformation_info(*own.transformation);
    const auto contacts = topology::find_self_contacts(own.layer);
    topology::report_self_contacts(own.layer, contacts, info.findings);
    topology::report_misplaced_rings(own.layer, topology::find_misplaced_rings(own.layer),
                                     info.findings);
    info.polygons = report::polygons_info(own.layer);
    info.coverage = report::coverage_info(own.layer, contacts);
}

/// The arguments by which regio check would read the layer so.
std::vector<std::string> arguments_of(const io::LikelyUse& use, const LayerDescription& description,
                                      const LatticeArguments& lattice) {
    const std::string_view flag = flag_of(use.use);
    if (flag.empty())
        return {};
    std::string source = description.source.file;
    if (!description.source.layer.empty())
        source += "|layername=" + description.source.layer;
    std::vector<std::string> arguments = {std::string(flag), source};
    for (const auto role : use.roles)
        if (const auto field_flag = flag_of(use.use, role); !field_flag.empty()) {
            arguments.emplace_back(field_flag);
            arguments.push_back(description.fields[description.roles.at(role)].name);
        }
    if (use.use == io::LayerUse::Municipalities &&
        description.geometry == io::DescribedGeometry::Polygons)
        lattice.repeat(arguments);
    return arguments;
}

void add_uses(const LayerDescription& description, const LatticeArguments& lattice,
              LayerInfo& info) {
    for (const auto& use : io::likely_uses(description)) {
        info.uses.push_back(
            {.use = term_of(use.use), .arguments = arguments_of(use, description, lattice)});
        for (const auto role : use.roles) {
            auto& meanings = info.fields[description.roles.at(role)].meanings;
            const report::Term term = term_of(role);
            if (std::none_of(meanings.begin(), meanings.end(),
                             [&](const auto& known) { return known.id == term.id; }))
                meanings.push_back(term);
        }
    }
}

} // namespace

report::CrsInfo crs_info(const io::Crs& crs) {
    return {.name = crs.name(), .code = crs.code(), .is_geographic = crs.is_geographic()};
}

report::TransformationInfo transformation_info(const project::Transformation& transformation) {
    return {.operation = transformation.operation,
            .accuracy_m = transformation.accuracy_m,
            .missing_grids = transformation.missing_grids,
            .better_accuracy_m = transformation.better_accuracy_m};
}

LayerInfo inspect(const LayerDescription& description, const project::LatticeTerms& terms,
                  const LatticeArguments& arguments) {
    LayerInfo info = info_of(description);
    if (description.geometry == io::DescribedGeometry::Polygons)
        inspect_polygons(description, terms, arguments.src_crs(), info);
    add_uses(description, arguments, info);
    return info;
}

} // namespace regio::cli
