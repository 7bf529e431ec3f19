#pragma once

#include "io/output_layer.hpp"
#include "nesting/verdict.hpp"
#include "project/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regio::project {

/// What the attributes of a working area are made of.
struct AreaRow {
    const Project& project;
    const nesting::Assessment& assessment;
    const std::vector<std::string>& missing; ///< Names of members that the geometry lacks.
    std::optional<double> area_m2;
};

/// The same of what reaches out: a part of a drawing, or a member.
struct ExcessRow {
    const Project& project;
    const nesting::Assessment& assessment;
    std::optional<double> area_m2;
    const nesting::ExcessPart* part = nullptr;
    std::optional<registry::MunicipalityIndex> member;
};

/// The fields of both, and their values in the order of the fields; see verdict_layers().
[[nodiscard]] std::vector<io::OutputField> area_fields();
[[nodiscard]] std::vector<io::OutputValue> values_of(const AreaRow& row);
[[nodiscard]] std::vector<io::OutputField> excess_fields();
[[nodiscard]] std::vector<io::OutputValue> values_of(const ExcessRow& row);

} // namespace regio::project
