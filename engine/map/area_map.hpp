#pragma once

#include "base/language.hpp"
#include "kernel/polygon.hpp"
#include "kernel/position.hpp"
#include "layer/layer.hpp"
#include "map/audit.hpp"
#include "map/sheet.hpp"
#include "map/theme.hpp"
#include "scene/fonts.hpp"
#include "scene/scene.hpp"
#include "topology/chains.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regio::map {

/// What a municipality is to the working area on the map.
enum class Role : std::uint8_t {
    Other,
    Member,
    Outsider, ///< A member that lies outside the region with most members.
};

/// Rings of positions in the working CRS, by the even-odd rule.
using PositionRings = std::vector<std::vector<kernel::Position>>;

/// A member of which only some former parts take part.
struct PartialMembership {
    std::string parts;    ///< Their names: "Ruiselede".
    PositionRings wanted; ///< The former parts that are members; empty when not known.
    PositionRings others; ///< Those that are not.
};

/// A working area that is given by polygons: it is drawn as these are, not as its members are.
struct DrawnArea {
    /// A part of it outside the regions in which it should lie.
    struct Excess {
        kernel::Polygon polygon; ///< On the lattice of the layer.
        double width_m = 0;      ///< The greatest.
        /// Whether it is no noise: it reaches further out than the tolerance, or is wider.
        bool is_trespass = false;
    };

    layer::Layer layer;    ///< Its one feature is the area. On any lattice of the working CRS.
    std::string container; ///< The regions in which it should lie, by name.
    std::vector<Excess> excess;
};

struct MapMunicipality {
    std::string code;
    std::string name;
    std::vector<layer::FeatureId> features;
    std::size_t region = 0; ///< Its place among the regions.
    Role role = Role::Other;
    std::optional<PartialMembership> partial;
    /// How much of a partial member lies in the drawn area, of 1.
    std::optional<double> drawn_share;
};

struct MapRegion {
    std::string code;
    std::string name;
};

/// What lies around the municipalities.
struct Zone {
    enum class Kind : std::uint8_t { Sea, Abroad, Wallonia, Brussels };

    Kind kind = Kind::Abroad;
    std::string name;
    PositionRings rings;
};

/// All that a sheet with one working area says.
struct AreaMap {
    const layer::Layer* layer = nullptr;         ///< Municipalities; must outlive the drawing.
    const topology::Chains* chains = nullptr;    ///< Of the layer, likewise.
    std::vector<MapMunicipality> municipalities; ///< In order of code; others are not drawn.
    std::vector<MapRegion> regions;
    std::optional<DrawnArea> drawing; ///< When the area is given by polygons.
    std::vector<Zone> zones; ///< In the order of painting; they may reach under municipalities.

    Language language = Language::Dutch;
    std::string title;
    std::string subtitle;
    std::string verdict;            ///< The answer in a few words.
    std::vector<std::string> facts; ///< A line or sentence each, the most important first.
    std::string main_region;        ///< Named in the legend when there are outsiders.
    std::string source_line;
    bool is_schematic = false; ///< Said visibly on the map.
};

/// The smallest paper, from this one on, on which the area fits at the coarsest scale; nothing when
/// none does, and when nothing of the area has a polygon.
[[nodiscard]] std::optional<PaperSize> fitting_paper(const AreaMap& map, const PaperSize& least,
                                                     const PageLayout& layout);

/// A finished sheet.
struct DrawnMap {
    scene::Scene scene;
    Audit audit;
};

/// Draws the working area on a sheet: municipalities, regions and surroundings in the frame; title,
/// legend, scale, north arrow and, from A4, an inset with all regions beside it; sources below.
///
/// Laws: 1. every member and nobody else is highlighted; 2. every border is drawn once, from one
/// chain, and lies within Theme::tolerance_mm of it; where the area ends within a merged
/// municipality its outline is that of the area; 3. the area is in the middle of the frame and
/// fills kFullest of it or less, at the coarsest scale kFullestAtCoarsest; 4. the legend has the
/// symbols that are seen, and no other; 5. the same map gives the same scene.
///
/// Of a drawn area fill and outline are those of the drawing, and of a municipality that lies in it
/// in part only that part is highlighted. What lies outside its regions and is no noise is always
/// seen: where it is narrower than Theme::least_excess_mm on the sheet it is widened to that, and
/// the legend says so; noise is drawn where it is as wide as that.
///
/// In a layer whose borders do not fit (R421) a piece that finds no partner counts as an outer one.
/// Throws InputError when nothing of the area has a polygon, and when the area is too large for the
/// coarsest scale of the list on this sheet.
[[nodiscard]] DrawnMap draw(const AreaMap& map, const Sheet& sheet, const Theme& theme,
                            const scene::Fonts& fonts);

} // namespace regio::map
