#pragma once

#include "base/language.hpp"
#include "map/theme.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"

namespace regio::map {

/// Writes the words that no reader of a made-up map may miss in the upper left corner of a frame;
/// gives the place that they take.
scene::PaperBox draw_schematic_mark(scene::Group& group, const scene::PaperBox& frame,
                                    Language language, const Theme& theme,
                                    const scene::Fonts& fonts);

} // namespace regio::map
