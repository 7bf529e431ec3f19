#pragma once

#include "base/language.hpp"
#include "map/legend.hpp"
#include "map/sheet.hpp"
#include "map/theme.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace regio::map {

/// The words of the panel beside a map, from above to below.
struct PanelText {
    std::string title;
    std::string subtitle;
    std::string verdict;
    std::vector<std::string> facts;
};

/// Writes title, subtitle, verdict, facts and legend from the top of the panel down to `bottom`.
/// What does not fit is cut: first of the facts, of which the last that stays ends in "…", then of
/// a very long title. Title, verdict and legend always stand. Returns the facts that were cut.
[[nodiscard]] std::vector<std::string> draw_panel(scene::Group& words, scene::Group& legend,
                                                  const PanelText& text,
                                                  const std::vector<LegendEntry>& entries,
                                                  const scene::PaperBox& panel, double bottom,
                                                  const Theme& theme, const scene::Fonts& fonts);

/// Writes the sources in at most two lines at the foot of the sheet.
void draw_footer(scene::Group& group, const std::string& text, const scene::PaperBox& footer,
                 const Theme& theme, const scene::Fonts& fonts);

} // namespace regio::map
