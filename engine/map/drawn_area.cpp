#include "map/drawn_area.hpp"

#include "base/contract.hpp"
#include "topology/chains.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace regio::map {

using layer::FeatureId;

namespace {

constexpr std::array kArea{FeatureId(0)};

/// How far symbols of excess hide what lies around them: borders are simplified apart, and what
/// looks out between two of them is no part of the map.
constexpr double kHidden_mm = 0.15;

Rings rings_of(const kernel::Polygon& polygon, const kernel::Lattice& lattice, const View& view) {
    Rings rings{view.paper(lattice, polygon.shell)};
    for (const auto& hole : polygon.holes)
        rings.push_back(view.paper(lattice, hole));
    return rings;
}

ExcessSymbols excess_symbols(const DrawnArea& drawing, const BaseMap& base,
                             double least_excess_mm) {
    ExcessSymbols symbols;
    const View& view = base.view();
    for (const auto& excess : drawing.excess) {
        const double width_mm = excess.width_m * 1000 / view.scale();
        const bool is_wide = width_mm >= least_excess_mm;
        if (!is_wide && !excess.is_trespass)
            continue;
        symbols.widths.push_back(
            {.true_mm = width_mm, .drawn_mm = std::max(width_mm, least_excess_mm)});
        const Rings own = rings_of(excess.polygon, drawing.layer.lattice(), view);
        if (is_wide) {
            const Rings drawn = simplified(own, base.tolerance_mm());
            symbols.wide.insert(symbols.wide.end(), drawn.begin(), drawn.end());
        } else {
            symbols.widened =
                unite(symbols.widened, widened(own, (least_excess_mm - width_mm) / 2));
        }
    }
    symbols.widened = cut(simplified(symbols.widened, base.tolerance_mm()), view.frame());
    return symbols;
}

/// What is seen of an area beside what is hidden.
Rings left_of(const Rings& area, const Rings& hidden) {
    constexpr double kLeast_mm2 = 0.5;
    if (hidden.empty())
        return area;
    Rings left = subtract(area, hidden);
    return area_mm2(left) < kLeast_mm2 ? Rings() : left;
}

/// The features of all members.
std::vector<FeatureId> features_of_members(const AreaMap& map) {
    std::vector<FeatureId> features;
    for (const auto& municipality : map.municipalities)
        if (municipality.role != Role::Other)
            features.insert(features.end(), municipality.features.begin(),
                            municipality.features.end());
    return features;
}

} // namespace

WorkingArea area_of_drawing(const AreaMap& map, const BaseMap& base, const Theme& theme) {
    REGIO_EXPECTS(map.drawing.has_value());
    const topology::Chains chains(map.drawing->layer);
    const BaseMap drawing(chains, base.view(), base.tolerance_mm());
    WorkingArea area;
    area.drawing = drawing.whole(kArea);
    area.outline = joined(drawing.borders([](auto&&...) { return true; }));
    area.excess = excess_symbols(*map.drawing, base, theme.least_excess_mm);
    const Rings hidden = area.excess.wide.empty() ? Rings() : widened(area.excess.wide, kHidden_mm);
    const auto plain = [&](const Rings& rings) { return left_of(rings, hidden); };
    for (std::size_t i = 0; i < map.municipalities.size(); ++i) {
        const auto& municipality = map.municipalities[i];
        if (municipality.role == Role::Other)
            continue;
        Rings seen = intersect(base.whole(municipality.features), area.drawing);
        Rings own = plain(seen);
        area.members.push_back({.municipality = i,
                                .member_class = class_of(municipality),
                                .seen = std::move(seen),
                                .plain = std::move(own)});
    }
    area.beside_members = plain(subtract(area.drawing, base.whole(features_of_members(map))));
    return area;
}

} // namespace regio::map
