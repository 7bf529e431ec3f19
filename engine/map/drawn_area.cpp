#include "map/drawn_area.hpp"

#include "base/contract.hpp"
#include "map/inscribed_circle.hpp"
#include "topology/chains.hpp"

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

/// How wide an area is at its widest: no more than that, and less by 0.01 mm at most.
double greatest_width_mm(const Rings& area) {
    constexpr double kWithin_mm = 0.01;
    const auto circle = largest_inscribed_circle(area, kWithin_mm / 2);
    return circle ? 2 * circle->radius_mm : 0;
}

/// A part of the excess of a drawing as it is drawn by itself.
struct ExcessOnSheet {
    Rings rings;
    ExcessWidth width;
};

ExcessOnSheet as_it_is(Rings own, double width_mm, double tolerance_mm, double least_mm) {
    Rings drawn = simplified(own, tolerance_mm);
    double drawn_mm = greatest_width_mm(drawn);
    if (drawn_mm < least_mm) { // the little by which it is wide enough went
        drawn = std::move(own);
        drawn_mm = greatest_width_mm(drawn);
    }
    return {std::move(drawn), {.true_mm = width_mm, .drawn_mm = drawn_mm, .is_widened = false}};
}

/// Widened by so much that with round corners, and simplified, it is as wide as the least.
ExcessOnSheet as_wide_as(double least_mm, const Rings& own, double width_mm, double tolerance_mm) {
    const double reach_mm = ((least_mm - width_mm) / 2 + tolerance_mm) / kLeastReach;
    Rings drawn = simplified(widened(own, reach_mm), tolerance_mm);
    const double drawn_mm = greatest_width_mm(drawn);
    return {std::move(drawn), {.true_mm = width_mm, .drawn_mm = drawn_mm, .is_widened = true}};
}

ExcessSymbols excess_symbols(const DrawnArea& drawing, const BaseMap& base, double least_mm) {
    ExcessSymbols symbols;
    std::vector<Rings> widened_parts;
    const View& view = base.view();
    for (const auto& excess : drawing.excess) {
        const double width_mm = excess.width_m * 1000 / view.scale();
        const bool is_wide = width_mm >= least_mm;
        if (!is_wide && !excess.is_trespass)
            continue;
        Rings own = rings_of(excess.polygon, drawing.layer.lattice(), view);
        auto part = is_wide ? as_it_is(std::move(own), width_mm, base.tolerance_mm(), least_mm)
                            : as_wide_as(least_mm, own, width_mm, base.tolerance_mm());
        symbols.widths.push_back(part.width);
        if (is_wide)
            symbols.wide.insert(symbols.wide.end(), part.rings.begin(), part.rings.end());
        else
            widened_parts.push_back(std::move(part.rings));
    }
    symbols.widened = cut(unite_all(widened_parts), view.frame());
    return symbols;
}

/// What is seen of areas beside what is hidden, each by itself.
std::vector<Rings> left_of(std::vector<Rings> areas, const Rings& hidden) {
    constexpr double kLeast_mm2 = 0.5;
    if (hidden.empty())
        return areas;
    std::vector<Rings> left = subtract_from_each(areas, hidden);
    for (Rings& rings : left)
        if (area_mm2(rings) < kLeast_mm2)
            rings.clear();
    return left;
}

/// Of each member what lies in the drawing, and of that what is not hidden.
std::vector<DrawnMember> members_in(const Rings& drawing, const Rings& hidden, const AreaMap& map,
                                    const BaseMap& base) {
    std::vector<DrawnMember> members;
    std::vector<Rings> whole;
    for (std::size_t i = 0; i < map.municipalities.size(); ++i) {
        const auto& municipality = map.municipalities[i];
        if (municipality.role == Role::Other)
            continue;
        members.push_back(
            {.municipality = i, .member_class = class_of(municipality), .seen = {}, .plain = {}});
        whole.push_back(base.whole(municipality.features));
    }
    std::vector<Rings> seen = intersect_each(whole, drawing);
    std::vector<Rings> plain = left_of(seen, hidden);
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i].seen = std::move(seen[i]);
        members[i].plain = std::move(plain[i]);
    }
    return members;
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
    area.members = members_in(area.drawing, hidden, map, base);
    area.beside_members =
        left_of({subtract(area.drawing, base.whole(features_of_members(map)))}, hidden).front();
    return area;
}

} // namespace regio::map
