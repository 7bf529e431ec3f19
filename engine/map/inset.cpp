#include "map/inset.hpp"

#include "map/base_map.hpp"
#include "map/symbols.hpp"
#include "map/working_area.hpp"

#include <algorithm>

namespace regio::map {

using layer::FeatureId;
using scene::PaperBox;

namespace {

/// The view that shows an extent whole.
View fitted(const kernel::Extent& extent, const PaperBox& box) {
    constexpr double kAir = 1.04;
    constexpr double kLeast_m = 1;
    const double width = std::max(extent.max_x - extent.min_x, kLeast_m);
    const double height = std::max(extent.max_y - extent.min_y, kLeast_m);
    const double scale = kAir * 1000 * std::max(width / box.width(), height / box.height());
    return {{(extent.min_x + extent.max_x) / 2, (extent.min_y + extent.max_y) / 2}, scale, box};
}

} // namespace

void draw_inset(scene::Group& group, const AreaMap& map, const View& large, const PaperBox& box,
                const Theme& theme) {
    constexpr double kTolerance_mm = 0.1;
    std::vector<FeatureId> all;
    for (const auto& municipality : map.municipalities)
        all.insert(all.end(), municipality.features.begin(), municipality.features.end());
    const BaseMap base(*map.chains, fitted(extent_of(*map.layer, all), box), kTolerance_mm);
    const auto of = municipality_of_features(map);
    const auto region_of = [&](const BaseMap::Side& side) {
        return side && of[index(*side)]
                   ? std::optional(map.municipalities[*of[index(*side)]].region)
                   : std::nullopt;
    };
    const auto lines = joined(base.borders(
        [&](const auto& left, const auto& right) { return region_of(left) != region_of(right); }));
    group.items.emplace_back(filled(base.seen(all), theme.abroad.fill));
    const WorkingArea area = working_area(map, base, theme);
    if (map.drawing)
        group.items.emplace_back(filled(cut(area.drawing, box), theme.area.stroke.colour));
    else
        for (const auto& member : area.members)
            group.items.emplace_back(filled(member.seen, theme.area.stroke.colour));
    group.items.emplace_back(stroked(lines, {.colour = theme.ink, .width_mm = 0.15}));
    const auto shown = large.extent();
    const auto top_left = base.view().paper({shown.min_x, shown.max_y});
    const auto bottom_right = base.view().paper({shown.max_x, shown.min_y});
    const PaperBox seen{std::max(top_left.x, box.left), std::max(top_left.y, box.top),
                        std::min(bottom_right.x, box.right), std::min(bottom_right.y, box.bottom)};
    group.items.emplace_back(stroked({ring_of(seen)},
                                     {.colour = theme.inset_frame, .width_mm = 0.4},
                                     scene::Subpath::Ends::Closed));
}

} // namespace regio::map
