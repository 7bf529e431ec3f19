#pragma once

#include "map/sheet.hpp"
#include "scene/colour.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regio::map {

/// Parallel lines across an area.
struct Hatch {
    scene::Colour colour;
    double spacing_mm = 0;    ///< From line to line.
    double width_mm = 0;      ///< Of each.
    double angle_degrees = 0; ///< Counter-clockwise from the horizontal.

    friend bool operator==(const Hatch&, const Hatch&) = default;
};

/// An area's fill with lines across it: none, or some in several directions, the last on top.
struct HatchedFill {
    scene::Colour fill;
    std::vector<Hatch> hatches;

    friend bool operator==(const HatchedFill&, const HatchedFill&) = default;
};

/// A line of a border, with what is drawn below it.
struct LineSymbol {
    scene::Stroke stroke;
    std::optional<scene::Stroke> casing;

    friend bool operator==(const LineSymbol&, const LineSymbol&) = default;
};

/// A plain area with the line around it.
struct AreaSymbol {
    scene::Colour fill;
    scene::Stroke border;

    friend bool operator==(const AreaSymbol&, const AreaSymbol&) = default;
};

/// What a sheet looks like: symbols, colours, sizes and the page, by what they stand for.
///
/// The values come from a style folder (map/style.hpp); there are none here. styles/README.md says
/// what each stands for.
struct Theme {
    scene::Colour ink;
    scene::Colour quiet_ink;
    scene::Colour paper; ///< Also around letters that stand on no ground of their own.
    scene::Colour sea_ink;
    scene::Colour inset_frame;

    AreaSymbol sea;
    AreaSymbol abroad;
    AreaSymbol wallonia;
    AreaSymbol brussels;
    scene::Colour land; ///< Municipalities outside the area.

    HatchedFill member;
    HatchedFill outsider;
    HatchedFill former;
    HatchedFill former_outsider;
    HatchedFill excess; ///< Of a drawing, outside its regions.
    scene::Stroke excess_edge;
    /// A part of the excess that is narrower than this on the sheet is widened to it: the outline
    /// and the border of a region run along its sides, and it has to be seen beside these.
    double least_excess_mm = 0;

    scene::Stroke municipality;
    LineSymbol region;
    LineSymbol area;
    LineSymbol leader; ///< From a name beside its area to the area.
    scene::Stroke frame;

    std::vector<double> member_sizes_pt; ///< The largest first.
    std::vector<double> other_sizes_pt;
    double region_size_pt = 0;
    double title_size_pt = 0;
    double subtitle_size_pt = 0;
    double text_size_pt = 0;
    double small_size_pt = 0;
    double halo_mm = 0;

    /// How far a drawn line may lie from the border it stands for.
    double tolerance_mm = 0;

    PageLayout page;
    scene::Fonts::Files fonts;
    std::string maker; ///< Who makes the sheets; may be empty.

    std::vector<std::filesystem::path> files; ///< That it was read from, fonts aside.
};

} // namespace regio::map
