#pragma once

#include "scene/colour.hpp"
#include "scene/scene.hpp"

#include <vector>

namespace regio::map {

/// An area's fill with lines across it.
struct HatchedFill {
    scene::Colour fill;
    scene::Colour lines;
    double spacing_mm = 2;
    double width_mm = 0.25;
    double angle_degrees = 45; ///< Of the lines, counter-clockwise from the horizontal.
    bool is_crossed = false;   ///< Lines across these as well.
};

/// What a sheet looks like: colours, widths and sizes by what they stand for.
///
/// Hues are those of Okabe and Ito (Color Universal Design, 2008), which colour-blind readers tell
/// apart; nothing is told by hue alone. Widths go in steps: a municipal border 0.45 pt, that of a
/// region 1.5, that of the area 2.
struct Theme {
    static constexpr double pt = scene::kMillimetresPerPoint;

    scene::Colour ink = scene::rgb(0x1a1a1a);
    scene::Colour quiet_ink = scene::rgb(0x555555);
    scene::Colour white = scene::rgb(0xffffff);

    scene::Colour sea = scene::rgb(0xcfe3ee);
    scene::Colour sea_ink = scene::rgb(0x2d5f7d);
    scene::Colour abroad = scene::rgb(0xdcdad5);
    scene::Colour wallonia = scene::rgb(0xebe6d9);
    scene::Colour brussels = scene::rgb(0xd9cfc1);
    scene::Colour land = scene::rgb(0xfdfcf8); ///< Municipalities outside the area.
    scene::Stroke zone_border{.colour = scene::rgb(0x9a958c), .width_mm = 0.5 * pt};

    HatchedFill member{.fill = scene::rgb(0xc4e1f5), .lines = scene::rgb(0x4a9bd1)};
    HatchedFill outsider{.fill = scene::rgb(0xf9dcae),
                         .lines = scene::rgb(0xb35900),
                         .spacing_mm = 2.6,
                         .width_mm = 0.22,
                         .angle_degrees = -45,
                         .is_crossed = true};
    HatchedFill former{.fill = scene::rgb(0xeaf4fb),
                       .lines = scene::rgb(0x7fb3d5),
                       .spacing_mm = 3,
                       .width_mm = 0.2,
                       .angle_degrees = 0};
    HatchedFill former_outsider{.fill = scene::rgb(0xfdf0dc),
                                .lines = scene::rgb(0xb35900),
                                .spacing_mm = 3,
                                .width_mm = 0.2,
                                .angle_degrees = 0};

    HatchedFill excess{.fill = scene::rgb(0xfce6d8),
                       .lines = scene::rgb(0xd55e00),
                       .spacing_mm = 1.8,
                       .width_mm = 0.3,
                       .angle_degrees = 90}; ///< Of a drawing, outside its regions.
    scene::Stroke excess_edge{.colour = scene::rgb(0xd55e00), .width_mm = 1 * pt};
    /// A part of the excess that is narrower than this on the sheet is widened to it: the outline
    /// and the border of a region run along its sides, and it has to be seen beside these.
    double least_excess_mm = 2;

    scene::Stroke municipality{.colour = scene::rgb(0x6f6f6f), .width_mm = 0.45 * pt};
    scene::Stroke region{.colour = scene::rgb(0x1a1a1a),
                         .width_mm = 1.5 * pt,
                         .dashes_mm = {2.6, 1.4},
                         .cap = scene::Stroke::Cap::Butt};
    scene::Stroke region_casing{.colour = scene::rgb(0xffffff), .width_mm = 2.7 * pt};
    scene::Stroke area{.colour = scene::rgb(0x0b5ea8), .width_mm = 2 * pt};
    scene::Stroke area_casing{.colour = scene::rgb(0xffffff), .width_mm = 3.4 * pt};
    scene::Stroke frame{.colour = scene::rgb(0x1a1a1a), .width_mm = 0.6 * pt};
    scene::Stroke leader{.colour = scene::rgb(0x1a1a1a), .width_mm = 0.5 * pt};

    std::vector<double> member_sizes_pt{8.5, 7.5, 6.5};
    std::vector<double> other_sizes_pt{6.5};
    double region_size_pt = 8.5;
    double title_size_pt = 16;
    double subtitle_size_pt = 9.5;
    double text_size_pt = 8.5;
    double small_size_pt = 6.5;
    double halo_mm = 0.7;

    /// How far a drawn line may lie from the border it stands for.
    double tolerance_mm = 0.04;
};

} // namespace regio::map
