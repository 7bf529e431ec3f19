#pragma once

#include "base/finding.hpp"
#include "io/output_layer.hpp"
#include "nesting/verdict.hpp"
#include "project/project.hpp"

#include <span>
#include <vector>

namespace regio::project {

enum class VerdictLayers : bool {
    All,
    Areas, ///< "werkingsgebieden" alone: for a format that holds one layer.
};

/// The answers on some partnerships as layers that can be written, on the lattice and in the CRS of
/// the municipalities.
///
/// "werkingsgebieden" has a feature for each partnership, in their order, drawn by verdict. Its
/// geometry is what its members cover together (coverage::dissolve()), or the drawing where it is
/// drawn. Fields: `id`, `list`, `name`, `kind`, `status`, `verdict`; `source`, "list" or "drawing";
/// `main_region`, `regions`, `members`, `in_region`, `of_region`, `outsiders`, `leave`, `join`,
/// `in_part` and `inhabitants` as in the CSV of a check, names joined by "; "; `missing`, the
/// members that the geometry lacks, because they were not found or have no polygon; `area_m2`, the
/// area of the geometry, nothing where members are missing; `members_area_m2`, what tables say of
/// the members, as a check does; and of a drawing `shape`, `excess_m2`, `depth_m`, `holds_from_m`,
/// `holds_to_m` and `fragile`.
///
/// "uitstekend" has what reaches out, drawn by `what`: of a drawing with a shape verdict the parts
/// outside its container ("outside", "within" or "at-tolerance", by its depth against the
/// tolerance), of the others the members outside the main region ("municipality"). Fields: `id`,
/// `list`, `name` and `verdict` of the partnership, `what`, `nis`, `municipality` and `region` of a
/// member, `area_m2`, and `perimeter_m`, `mean_width_m`, `greatest_width_m`, `depth_m`, `x` and `y`
/// of a part, as in the JSON of a check.
///
/// Where any of the boundaries are schematic, both have `boundaries`, and it is said of those.
/// Faulty polygons of municipalities are mended first (R427). Throws InputError when the
/// municipalities have no polygons.
[[nodiscard]] std::vector<io::OutputLayer>
verdict_layers(const Project& project, std::span<const nesting::Assessment* const> selected,
               VerdictLayers wanted, std::vector<Finding>& findings);

} // namespace regio::project
