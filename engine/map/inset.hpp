#pragma once

#include "map/area_map.hpp"
#include "map/theme.hpp"
#include "map/view.hpp"
#include "scene/scene.hpp"

namespace regio::map {

/// Draws all municipalities in a small box: the regions, the area, and the piece of the world that
/// the large map shows.
void draw_inset(scene::Group& group, const AreaMap& map, const View& large,
                const scene::PaperBox& box, const Theme& theme);

} // namespace regio::map
