#include "project/dissolve.hpp"

#include "arrangement/repair.hpp"
#include "coverage/dissolve.hpp"
#include "project/output_fields.hpp"

#include <fmt/format.h>

#include <utility>

namespace regio::project {

namespace {

using io::OutputField;
using io::OutputValue;
using layer::Layer;

/// Those with all their members; the others are said.
std::vector<FeatureGroup> complete_groups(const Layer& layer,
                                          const std::vector<FeatureGroup>& groups,
                                          std::vector<Finding>& findings) {
    std::vector<FeatureGroup> complete;
    for (const FeatureGroup& group : groups)
        if (group.missing.empty())
            complete.push_back(group);
        else
            report_incomplete(layer, group, findings);
    return complete;
}

void report_overlap(const Layer& layer, const FeatureGroup& group,
                    const coverage::Dissolved& dissolved, std::vector<Finding>& findings) {
    if (dissolved.overlapping.empty())
        return;
    const double area_m2 = layer.lattice().square_metres(dissolved.twice_shared);
    findings.push_back({.number = FindingNumber::MembersOverlap,
                        .values = {{"group", group.code},
                                   {"count", fmt::to_string(dissolved.overlapping.size())},
                                   {"area", fmt::format("{:.3f}", area_m2)}},
                        .source = layer.source_of(dissolved.overlapping.front())});
}

std::vector<FeatureGroup> groups_of(const DissolveTerms& terms, const Layer& layer,
                                    std::vector<Finding>& findings) {
    if (terms.members)
        return group_by_table(layer, *terms.members, findings);
    auto groups = group_by_code(layer, findings);
    if (!terms.has_names)
        for (FeatureGroup& group : groups)
            group.name.clear();
    return groups;
}

Aggregation aggregation_of(const DissolveTerms& terms, const Layer& layer) {
    if (terms.aggregates.empty())
        return {{}, {}, layer.source()};
    return {terms.aggregates, attributes_of(terms.layer, layer), layer.source()};
}

std::vector<OutputField> fields_of(const Aggregation& aggregation, const Layer& layer) {
    using Type = OutputField::Type;
    FieldList fields;
    fields.add({"code", Type::Text});
    fields.add({"name", Type::Text});
    fields.add({"features", Type::Integer});
    fields.add({"area_m2", Type::Real});
    for (OutputField& field : aggregation.fields())
        fields.add(std::move(field));
    if (layer.is_schematic())
        fields.add({std::string(layer::kBoundariesField), Type::Text});
    return fields.all();
}

io::OutputFeature feature_of(Outline outline, std::vector<OutputValue> aggregates,
                             const Layer& layer) {
    const OutputValue name = outline.name.empty() ? OutputValue() : std::move(outline.name);
    std::vector<OutputValue> values = {std::move(outline.code), name,
                                       static_cast<std::int64_t>(outline.features.size()),
                                       outline.area_m2};
    for (OutputValue& value : aggregates)
        values.push_back(std::move(value));
    if (layer.is_schematic())
        values.emplace_back(std::string(layer::kSchematicBoundaries));
    return {.geometry = std::move(outline.polygons), .values = std::move(values)};
}

} // namespace

std::vector<Outline> dissolve(const Layer& layer, const std::vector<FeatureGroup>& groups,
                              std::vector<Finding>& findings) {
    auto complete = complete_groups(layer, groups, findings);
    std::vector<coverage::FeatureList> members;
    for (const FeatureGroup& group : complete)
        members.push_back(group.features);
    auto dissolved = coverage::dissolve(layer, members);
    std::vector<Outline> outlines;
    for (std::size_t i = 0; i < complete.size(); ++i) {
        report_overlap(layer, complete[i], dissolved[i], findings);
        const auto twice_area = moments(dissolved[i].area).twice_area;
        outlines.push_back({.code = std::move(complete[i].code),
                            .name = std::move(complete[i].name),
                            .features = std::move(complete[i].features),
                            .area_m2 = layer.lattice().square_metres(twice_area),
                            .polygons = std::move(dissolved[i].area)});
    }
    return outlines;
}

io::OutputLayer dissolved_layer(const DissolveTerms& terms, const std::string& name,
                                std::vector<Finding>& findings) {
    auto opened = open_layers(std::span(&terms.layer, 1), terms.lattice, findings);
    const Layer layer = arrangement::mended(std::move(opened.layers.front().layer), findings);
    Aggregation aggregation = aggregation_of(terms, layer);
    io::OutputLayer output{.name = name,
                           .crs_wkt = opened.crs.wkt(),
                           .lattice = opened.lattice,
                           .fields = fields_of(aggregation, layer),
                           .features = {},
                           .style = {}};
    for (Outline& outline : dissolve(layer, groups_of(terms, layer, findings), findings)) {
        auto aggregates = aggregation.values(outline.code, outline.features);
        output.features.push_back(feature_of(std::move(outline), std::move(aggregates), layer));
    }
    aggregation.report(findings);
    return output;
}

} // namespace regio::project
