#pragma once

#include "map/area_map.hpp"
#include "map/base_map.hpp"
#include "map/theme.hpp"
#include "map/working_area.hpp"

namespace regio::map {

/// A drawn area on the sheet: its outline is that of the drawing, and of its members what lies in
/// the drawing is seen.
///
/// Laws: 1. what is seen of the members and what lies beside them are the drawing, as simplified,
/// but for what excess that is drawn as it is hides beside the members, and a rest of less than
/// half a square millimetre there; 2. every excess that is a
/// trespass is drawn as wide as Theme::least_excess_mm somewhere, or more; 3. none is widened that
/// is as wide as that by itself. Precondition: map.drawing.
[[nodiscard]] WorkingArea area_of_drawing(const AreaMap& map, const BaseMap& base,
                                          const Theme& theme);

} // namespace regio::map
