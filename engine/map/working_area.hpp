#pragma once

#include "map/area_map.hpp"
#include "map/audit.hpp"
#include "map/base_map.hpp"
#include "map/paper_areas.hpp"
#include "map/theme.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace regio::map {

/// The classes in which municipalities of the area are drawn.
enum class MemberClass : std::uint8_t { Member, Outsider, Partial, PartialOutsider };

/// A member as it lies on the sheet.
struct DrawnMember {
    std::size_t municipality = 0; ///< Its place in the map.
    MemberClass member_class = MemberClass::Member;
    /// In the frame: of a partial member the former parts, where they are known, or what the
    /// drawing covers.
    Rings seen;
    Rings plain; ///< Of it, what no symbol of excess lies on.
};

/// The parts of a drawing outside its regions as they are seen.
struct ExcessSymbols {
    Rings wide;                      ///< Wide enough to be drawn as they are.
    Rings widened;                   ///< Drawn wider than they are; they may reach over the others.
    std::vector<ExcessWidth> widths; ///< Of all these parts, in the order of the drawing.
};

/// The area on the sheet.
struct WorkingArea {
    std::vector<DrawnMember> members;      ///< In order of municipality.
    std::vector<scene::PaperLine> outline; ///< Its one outer line, and around its holes.
    Rings drawing;                         ///< All of a drawing, not cut.
    /// Of a drawing what lies in none of the members: in slivers, or in no municipality.
    Rings beside_members;
    ExcessSymbols excess; ///< Of a drawing.
};

/// Precondition: it is a member.
[[nodiscard]] MemberClass class_of(const MapMunicipality& municipality);

/// How what lies beside the members is drawn: as they are, whole ones before others.
/// Precondition: the area has members.
[[nodiscard]] MemberClass class_beside_members(const WorkingArea& area);

/// Whether a municipality belongs to the area with all of its polygons.
[[nodiscard]] bool is_whole(const MapMunicipality& municipality);

/// The extent of the area in metres, of a drawn one that of the drawing; empty when no member has a
/// polygon.
[[nodiscard]] kernel::Extent extent_of_area(const AreaMap& map);

[[nodiscard]] WorkingArea working_area(const AreaMap& map, const BaseMap& base, const Theme& theme);

/// Rings of positions as a view has them, not cut.
[[nodiscard]] Rings on_paper(const PositionRings& rings, const View& view);

/// The same, cut at the frame.
[[nodiscard]] Rings cut(const Rings& rings, const scene::PaperBox& frame);

/// The borders of rings as open lines, cut at the frame; unlike those of cut() none runs along it.
[[nodiscard]] std::vector<scene::PaperLine> cut_borders(const Rings& rings,
                                                        const scene::PaperBox& frame);

/// Which municipality each feature of the layer belongs to.
[[nodiscard]] std::vector<std::optional<std::size_t>> municipality_of_features(const AreaMap& map);

} // namespace regio::map
