#pragma once

#include "base/finding.hpp"
#include "io/table.hpp"
#include "layer/layer.hpp"

#include <string>
#include <vector>

namespace regio::project {

/// Features of a layer that belong together.
struct FeatureGroup {
    std::string code;
    std::string name;                       ///< Empty: not known, or several.
    std::vector<layer::FeatureId> features; ///< Ascending, each once.
    std::vector<std::string> missing;       ///< Members that the layer has no polygon of.
};

/// Groups the features by their codes. Groups come in order of code. Features without a code are in
/// none (R419).
[[nodiscard]] std::vector<FeatureGroup> group_by_code(const layer::Layer& layer,
                                                      std::vector<Finding>& findings);

/// A table with a row per member of a group; field names are guessed where they are empty: those of
/// partnerships, else those of regions.
struct GroupTable {
    io::TableSource table;
    std::string group;
    std::string name;
    std::string member;
    /// How to name the fields that cannot be guessed.
    std::string group_hint = "name it with --by";
    std::string member_hint = "name it with --member";
};

/// Groups the features by a table that names their codes; a feature can be in several groups. A
/// member without a polygon is `missing` in its group. Rows without a group or member are left out
/// (R419). Throws InputError as io::Table does, and for a table without these fields.
[[nodiscard]] std::vector<FeatureGroup>
group_by_table(const layer::Layer& layer, const GroupTable& source, std::vector<Finding>& findings);

/// Says that a group is left out, because the layer lacks members of it (R418).
void report_incomplete(const layer::Layer& layer, const FeatureGroup& group,
                       std::vector<Finding>& findings);

} // namespace regio::project
