#pragma once

#include "map/theme.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <string>
#include <variant>
#include <vector>

namespace regio::map {

/// What lies of a drawing outside its regions.
struct ExcessSymbol {};

/// What stands in the legend for one class of symbols on the map.
struct LegendEntry {
    std::string symbol_class; ///< As the groups of the map are called.
    std::variant<HatchedFill, LineSymbol, AreaSymbol, ExcessSymbol> symbol;
    std::string text;
};

/// How high the legend is at this width.
[[nodiscard]] double legend_height_mm(const std::vector<LegendEntry>& entries, double width_mm,
                                      const Theme& theme, const scene::Fonts& fonts);

/// Draws an entry a line from `top` down, each symbol as the map draws it; gives the place below.
double draw_legend(scene::Group& group, const std::vector<LegendEntry>& entries, double left,
                   double top, double width_mm, const Theme& theme, const scene::Fonts& fonts);

} // namespace regio::map
