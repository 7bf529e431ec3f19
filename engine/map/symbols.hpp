#pragma once

#include "map/paper_areas.hpp"
#include "map/theme.hpp"
#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace regio::map {

/// One way of drawing, for the map and its legend alike.
[[nodiscard]] scene::Path filled(const Rings& rings, scene::Colour colour);

/// Lines drawn along; each is open or closed as it says itself.
[[nodiscard]] scene::Path stroked(const std::vector<scene::PaperLine>& lines,
                                  const scene::Stroke& stroke,
                                  scene::Subpath::Ends ends = scene::Subpath::Ends::Open);

/// Lines across an area, from below to above, one of each direction through `anchor`. Those that
/// follow each other in the same colour and width are one path.
[[nodiscard]] std::vector<scene::Path>
hatched(const Rings& rings, const std::vector<Hatch>& hatches, const scene::PaperPoint& anchor);

/// What lies of a drawing outside its regions, from below to above.
[[nodiscard]] std::vector<scene::Path> excess_symbol(const Rings& rings, const Theme& theme,
                                                     const scene::PaperPoint& anchor);

/// The ring around a box.
[[nodiscard]] scene::PaperLine ring_of(const scene::PaperBox& box);

} // namespace regio::map
