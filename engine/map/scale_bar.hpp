#pragma once

#include "base/language.hpp"
#include "map/theme.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"

namespace regio::map {

/// A scale bar of a round length: 1, 2 or 5 times a power of ten metres: half of
/// it is round too.
struct ScaleBar {
    double metres = 0;
    double mm = 0; ///< On the sheet.
};

/// The longest that is no longer than `most_mm` on a map of 1:`scale`.
[[nodiscard]] ScaleBar fitting_scale_bar(int scale, double most_mm);

/// Draws it with its figures and the scale in words, from the left edge down from `top`; gives the
/// place below.
double draw_scale_bar(scene::Group& group, const ScaleBar& bar, int scale, double left, double top,
                      Language language, const Theme& theme, const scene::Fonts& fonts);

/// A small arrow that points up, in a box of 6 by 9 mm.
void draw_north_arrow(scene::Group& group, double left, double top, const Theme& theme);

} // namespace regio::map
