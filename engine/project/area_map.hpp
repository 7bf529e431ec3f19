#pragma once

#include "map/area_map.hpp"
#include "nesting/verdict.hpp"
#include "project/project.hpp"

namespace regio::project {

/// What a map of the working area of one assessment shows: municipalities with what they are to it,
/// regions, surroundings. Its words are left to the caller. The polygons of former parts of merged
/// municipalities are looked for in the project's boundaries of other days.
///
/// The project must outlive it. Throws InputError when the project has no polygons or lacks those
/// of a member, and when boundaries of another day that are needed cannot be read.
/// Precondition: the partnership is resolved.
[[nodiscard]] map::AreaMap area_map(const Project& project, const nesting::Assessment& assessment);

/// The same without a working area: every municipality is Role::Other.
/// Throws InputError when the project has no polygons.
[[nodiscard]] map::AreaMap ground_map(const Project& project);

} // namespace regio::project
