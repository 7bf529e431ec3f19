#pragma once

#include "base/finding.hpp"
#include "io/layer_source.hpp"
#include "io/output_layer.hpp"
#include "kernel/polygon.hpp"
#include "layer/layer.hpp"
#include "project/aggregate.hpp"
#include "project/grouping.hpp"
#include "project/open_layers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::project {

/// The outline of a group of features.
struct Outline {
    std::string code;
    std::string name;
    std::vector<layer::FeatureId> features; ///< Ascending, each once.
    double area_m2 = 0;
    kernel::MultiPolygon polygons;
};

/// The outlines of the groups of one layer, in their order, as coverage::dissolve() makes them. A
/// group that lacks a member is left out (R418): an outline without it would be a wrong one. What
/// several members of a group cover counts once, and is said (R450).
/// Precondition: no feature crosses itself or has a ring where it should not lie.
[[nodiscard]] std::vector<Outline> dissolve(const layer::Layer& layer,
                                            const std::vector<FeatureGroup>& groups,
                                            std::vector<Finding>& findings);

/// What is dissolved, by what, and what becomes of the other fields.
struct DissolveTerms {
    io::LayerSource layer;
    std::optional<GroupTable> members; ///< Nothing: groups are the codes of the features.
    bool has_names = true;             ///< Whether `layer` names the field with their names.
    std::vector<Aggregate> aggregates;
    LatticeTerms lattice;
};

/// The outlines of a layer as one that can be written, named `name`; without features when no group
/// is complete.
///
/// Fields: `code`, `name`, `features` (how many were joined), `area_m2`, and those of the
/// aggregates, named as FieldList does; where the boundaries are schematic, a field that says so.
/// The layer is opened as open_layers() does, and faulty features are repaired (R427). Other
/// findings: R418, R419, R450, R451. Throws InputError as open_layers(), group_by_table() and
/// Aggregation do.
[[nodiscard]] io::OutputLayer dissolved_layer(const DissolveTerms& terms, const std::string& name,
                                              std::vector<Finding>& findings);

} // namespace regio::project
