#pragma once

#include "map/area_map.hpp"
#include "nesting/drawing.hpp"
#include "project/project.hpp"

namespace regio::project {

/// What a map shows of the polygons of a drawing, and of what of them lies outside its container.
/// Precondition: the drawing is one of the project and has polygons.
[[nodiscard]] map::DrawnArea drawing_of(const Project& project, const nesting::Drawing& drawing);

} // namespace regio::project
