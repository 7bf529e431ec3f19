#include "map/working_area.hpp"

#include "map/clip.hpp"
#include "map/drawn_area.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace regio::map {

using scene::PaperLine;

namespace {

/// The parts of a merged municipality that are members.
Rings member_parts(const MapMunicipality& municipality, const BaseMap& base) {
    return part_of_merger(base.whole(municipality.features),
                          on_paper(municipality.partial->wanted, base.view()),
                          on_paper(municipality.partial->others, base.view()));
}

/// Where municipalities of the area meet others.
std::vector<PaperLine> outline_along_borders(const AreaMap& map, const BaseMap& base) {
    const auto of = municipality_of_features(map);
    const auto is_in = [&](const BaseMap::Side& side) {
        return side && of[index(*side)] &&
               map.municipalities[*of[index(*side)]].role != Role::Other;
    };
    return joined(base.borders(
        [&](const auto& left, const auto& right) { return is_in(left) != is_in(right); }));
}

WorkingArea area_of_members(const AreaMap& map, const BaseMap& base) {
    WorkingArea area;
    Rings parts;
    std::vector<layer::FeatureId> whole;
    for (std::size_t i = 0; i < map.municipalities.size(); ++i) {
        const auto& municipality = map.municipalities[i];
        if (municipality.role == Role::Other)
            continue;
        DrawnMember member{
            .municipality = i, .member_class = class_of(municipality), .seen = {}, .plain = {}};
        if (is_whole(municipality)) {
            member.seen = base.seen(municipality.features);
            whole.insert(whole.end(), municipality.features.begin(), municipality.features.end());
        } else {
            const Rings own = member_parts(municipality, base);
            member.seen = cut(own, base.view().frame());
            parts.insert(parts.end(), own.begin(), own.end());
        }
        member.plain = member.seen;
        area.members.push_back(std::move(member));
    }
    area.outline = parts.empty()
                       ? outline_along_borders(map, base)
                       : cut_borders(unite(base.whole(whole), parts), base.view().frame());
    return area;
}

} // namespace

MemberClass class_of(const MapMunicipality& municipality) {
    const bool is_partial = municipality.partial || municipality.drawn_share;
    if (municipality.role == Role::Outsider)
        return is_partial ? MemberClass::PartialOutsider : MemberClass::Outsider;
    return is_partial ? MemberClass::Partial : MemberClass::Member;
}

MemberClass class_beside_members(const WorkingArea& area) {
    const bool has_whole =
        std::any_of(area.members.begin(), area.members.end(), [](const DrawnMember& member) {
            return member.member_class == MemberClass::Member;
        });
    return has_whole ? MemberClass::Member : area.members.front().member_class;
}

bool is_whole(const MapMunicipality& municipality) {
    return municipality.role != Role::Other &&
           (!municipality.partial || municipality.partial->wanted.empty());
}

kernel::Extent extent_of_area(const AreaMap& map) {
    if (map.drawing)
        return extent_of(map.drawing->layer, std::array{layer::FeatureId(0)});
    kernel::Extent extent;
    for (const auto& municipality : map.municipalities) {
        if (is_whole(municipality))
            extent.include(extent_of(*map.layer, municipality.features));
        else if (municipality.role != Role::Other)
            for (const auto& ring : municipality.partial->wanted)
                for (const auto& position : ring)
                    extent.include(position);
    }
    return extent;
}

WorkingArea working_area(const AreaMap& map, const BaseMap& base, const Theme& theme) {
    return map.drawing ? area_of_drawing(map, base, theme) : area_of_members(map, base);
}

Rings on_paper(const PositionRings& rings, const View& view) {
    Rings drawn;
    for (const auto& ring : rings) {
        PaperLine& line = drawn.emplace_back();
        line.reserve(ring.size());
        for (const auto& position : ring)
            line.push_back(view.paper(position));
    }
    return drawn;
}

Rings cut(const Rings& rings, const scene::PaperBox& frame) {
    Rings seen;
    for (const PaperLine& ring : rings)
        if (auto piece = clipped_ring(ring, frame); !piece.empty())
            seen.push_back(std::move(piece));
    return seen;
}

std::vector<PaperLine> cut_borders(const Rings& rings, const scene::PaperBox& frame) {
    std::vector<PaperLine> lines;
    for (PaperLine line : rings) {
        line.push_back(line.front());
        const auto pieces = clipped_line(line, frame);
        lines.insert(lines.end(), pieces.begin(), pieces.end());
    }
    return lines;
}

std::vector<std::optional<std::size_t>> municipality_of_features(const AreaMap& map) {
    std::vector<std::optional<std::size_t>> of(map.layer->features().size());
    for (std::size_t i = 0; i < map.municipalities.size(); ++i)
        for (const auto feature : map.municipalities[i].features)
            of[index(feature)] = i;
    return of;
}

} // namespace regio::map
