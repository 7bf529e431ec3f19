#pragma once

#include "map/area_map.hpp"
#include "map/audit.hpp"
#include "map/base_map.hpp"
#include "map/labels.hpp"
#include "map/theme.hpp"
#include "map/working_area.hpp"
#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace regio::map {

/// What is seen of a zone that nothing else lies on.
struct SeenZone {
    std::size_t zone = 0; ///< Its place in the map.
    Rings seen;
};

/// Writes the names of members, regions, other municipalities and zones on the map, as far as there
/// is room, and tells the audit. Names of members that do not fit stand beside with a leader line.
void draw_names(scene::Group& group, const AreaMap& map, const BaseMap& base,
                const WorkingArea& area, const std::vector<SeenZone>& zones,
                const LabelGround& ground, const Theme& theme, const scene::Fonts& fonts,
                Audit& audit);

} // namespace regio::map
