#include "map/area_map.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "map/area_legend.hpp"
#include "map/base_map.hpp"
#include "map/inset.hpp"
#include "map/names.hpp"
#include "map/panel.hpp"
#include "map/scale_bar.hpp"
#include "map/schematic_mark.hpp"
#include "map/symbols.hpp"
#include "map/view.hpp"
#include "map/words.hpp"
#include "map/working_area.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <variant>

namespace regio::map {

using layer::FeatureId;
using scene::Group;
using scene::PaperBox;
using scene::PaperLine;

namespace {

std::optional<PaperSize> fitting_paper(const kernel::Extent& extent, double least_width_mm,
                                       const PageLayout& layout) {
    for (const PaperSize& paper : paper_sizes())
        if (paper.width_mm >= least_width_mm && fitting_scale(extent, lay_out(paper, layout).frame))
            return paper;
    return std::nullopt;
}

/// Which paper would do.
std::string larger_paper(const kernel::Extent& extent, const PageLayout& layout) {
    if (const auto paper = fitting_paper(extent, 0, layout))
        return fmt::format("take larger paper: --paper {}", paper->name);
    return "no sheet up to A0 is large enough";
}

View view_of(const AreaMap& map, const Sheet& sheet, const PageLayout& layout) {
    const kernel::Extent extent = extent_of_area(map);
    if (extent.is_empty())
        throw InputError(fmt::format("{}: no member has a polygon in {}: there is nothing to draw",
                                     map.title, to_text(map.layer->source())),
                         "does the layer have the codes of the list, and of its day?");
    const auto scale = fitting_scale(extent, sheet.frame);
    if (!scale)
        throw InputError(
            fmt::format("{}: the area is {:.0f} by {:.0f} km, too large for an {} sheet at {}, the "
                        "coarsest scale",
                        map.title, (extent.max_x - extent.min_x) / 1000,
                        (extent.max_y - extent.min_y) / 1000, sheet.paper,
                        scale_text(scale_list().back())),
            larger_paper(extent, layout));
    return {{(extent.min_x + extent.max_x) / 2, (extent.min_y + extent.max_y) / 2},
            static_cast<double>(*scale),
            sheet.frame};
}

Widening widening_of(const ExcessSymbols& excess) {
    if (excess.widened.empty())
        return Widening::None;
    return excess.wide.empty() ? Widening::All : Widening::Some;
}

/// Draws one sheet; each step adds groups to the scene, and what it did to the audit.
class SheetPainter {
public:
    SheetPainter(const AreaMap& map, const Sheet& sheet, const Theme& theme,
                 const scene::Fonts& fonts)
        : map_(map), sheet_(sheet), theme_(theme), fonts_(fonts),
          base_(*map.chains, view_of(map, sheet, theme.page), theme.tolerance_mm),
          area_(working_area(map, base_, theme)), municipality_of_(municipality_of_features(map)),
          anchor_(base_.view().paper({0, 0})) {}

    DrawnMap paint() {
        paint_zones();
        paint_land();
        paint_members();
        paint_excess();
        paint_borders();
        paint_names();
        paint_frame();
        paint_panel();
        paint_foot();
        describe();
        return {std::move(scene_), std::move(audit_)};
    }

private:
    Group& group(std::string id, std::string_view dutch = {}, std::string_view english = {}) {
        return scene_.groups.emplace_back(
            Group{.id = std::move(id), .title = std::string(say(map_.language, dutch, english))});
    }

    [[nodiscard]] const View& view() const { return base_.view(); }

    /// Says that a class of symbols is on the map, so that the legend has it.
    void note(const std::string& symbol_class) { drawn_.insert(symbol_class); }

    void paint_zones() {
        Group& group = this->group("zones", "Omgeving", "Surroundings");
        std::vector<FeatureId> all;
        for (const auto& municipality : map_.municipalities)
            all.insert(all.end(), municipality.features.begin(), municipality.features.end());
        land_ = base_.seen(all);
        Rings above = land_;
        for (std::size_t i = map_.zones.size(); i-- > 0;) {
            const Rings seen = cut(on_paper(map_.zones[i].rings, view()), sheet_.frame);
            if (seen.empty())
                continue;
            const Rings visible = subtract(seen, above);
            above = unite(above, seen);
            if (area_mm2(visible) >= kLeastVisible_mm2) {
                seen_zones_.push_back({i, visible});
                note(symbol_class_of(map_.zones[i].kind));
            }
        }
        for (const Zone& zone : map_.zones) {
            const Rings rings = on_paper(zone.rings, view());
            const AreaSymbol& symbol = symbol_of(zone.kind, theme_);
            group.items.emplace_back(filled(cut(rings, sheet_.frame), symbol.fill));
            group.items.emplace_back(stroked(cut_borders(rings, sheet_.frame), symbol.border));
        }
    }

    void paint_land() {
        group("land", "Andere gemeenten", "Other municipalities")
            .items.emplace_back(filled(land_, theme_.land));
        for (const auto& municipality : map_.municipalities)
            if (municipality.role == Role::Other && !base_.seen(municipality.features).empty()) {
                note("land");
                return;
            }
    }

    void paint_members() {
        paint_class(MemberClass::Member, "member", theme_.member,
                    say(map_.language, "Leden", "Members"));
        paint_class(MemberClass::Partial, "partial", theme_.former,
                    say(map_.language, "Gedeeltelijke leden", "Partial members"));
        paint_class(MemberClass::PartialOutsider, "partial-outsider", theme_.former_outsider,
                    say(map_.language, "Gedeeltelijke leden buiten de hoofdregio",
                        "Partial members outside the main region"));
        paint_class(
            MemberClass::Outsider, "outsider", theme_.outsider,
            say(map_.language, "Leden buiten de hoofdregio", "Members outside the main region"));
    }

    void paint_class(MemberClass member_class, const std::string& id, const HatchedFill& fill,
                     std::string_view title) {
        Group& fills = group(id, title, title);
        Rings rings;
        const auto add = [&](const Rings& area) {
            rings.insert(rings.end(), area.begin(), area.end());
            return filled(area, fill.fill);
        };
        for (const auto& member : area_.members) {
            if (member.member_class != member_class || member.plain.empty())
                continue;
            const auto& municipality = map_.municipalities[member.municipality];
            scene::Path path = add(member.plain);
            path.id = "nis-" + municipality.code;
            path.title = municipality.name;
            fills.items.emplace_back(std::move(path));
        }
        if (!area_.beside_members.empty() && class_beside_members(area_) == member_class)
            fills.items.emplace_back(add(area_.beside_members));
        if (rings.empty()) {
            scene_.groups.pop_back();
            return;
        }
        note(id);
        for (auto& path : hatched(rings, fill.hatches, anchor_))
            fills.items.emplace_back(std::move(path));
    }

    void paint_excess() {
        if (!area_.excess.wide.empty())
            paint_excess("excess", area_.excess.wide);
    }

    void paint_widened_excess() {
        const Rings& rings = area_.excess.widened;
        if (rings.empty())
            return;
        paint_excess("excess-widened", rings);
        for (PaperLine line : rings) {
            line.push_back(line.front());
            ground_.heavy_lines.push_back(line);
            ground_.lines.push_back(std::move(line));
        }
    }

    void paint_excess(std::string id, const Rings& rings) {
        Group& symbols =
            group(std::move(id), "Tekening buiten de regio", "Drawing outside the region");
        for (auto& path : excess_symbol(rings, theme_, anchor_))
            symbols.items.emplace_back(std::move(path));
        note("excess");
    }

    void paint_borders() {
        const auto municipality_of = [&](const BaseMap::Side& side) {
            return side ? municipality_of_[index(*side)] : std::nullopt;
        };
        const auto region_of = [&](const BaseMap::Side& side) {
            const auto municipality = municipality_of(side);
            return municipality ? std::optional(map_.municipalities[*municipality].region)
                                : std::nullopt;
        };
        const auto municipal = joined(base_.borders([&](const auto& left, const auto& right) {
            return municipality_of(left) != municipality_of(right) &&
                   region_of(left) == region_of(right);
        }));
        const auto regional = joined(base_.borders([&](const auto& left, const auto& right) {
            return region_of(left) != region_of(right);
        }));
        paint_lines("municipality-border", "Gemeentegrenzen", "Municipal borders", municipal,
                    theme_.municipality);
        if (theme_.region.casing)
            paint_lines("region-casing", {}, {}, regional, *theme_.region.casing);
        if (theme_.area.casing)
            paint_lines("area-casing", {}, {}, area_.outline, *theme_.area.casing);
        paint_widened_excess();
        paint_lines("area-outline", "Grens van het werkingsgebied", "Outline of the working area",
                    area_.outline, theme_.area.stroke);
        paint_lines("region-border", "Grenzen van referentieregio's",
                    "Borders of reference regions", regional, theme_.region.stroke);
        for (const std::vector<PaperLine>* lines :
             {&municipal, &regional, &std::as_const(area_.outline)})
            ground_.lines.insert(ground_.lines.end(), lines->begin(), lines->end());
        for (const std::vector<PaperLine>* lines : {&regional, &std::as_const(area_.outline)})
            ground_.heavy_lines.insert(ground_.heavy_lines.end(), lines->begin(), lines->end());
    }

    void paint_lines(const std::string& id, std::string_view dutch, std::string_view english,
                     const std::vector<PaperLine>& lines, const scene::Stroke& stroke) {
        if (lines.empty())
            return;
        group(id, dutch, english).items.emplace_back(stroked(lines, stroke));
        note(id);
    }

    void paint_names() {
        ground_.frame = sheet_.frame;
        Group mark{.id = "schematic", .title = std::string(schematic_mark(map_.language))};
        if (map_.is_schematic)
            ground_.obstacles.push_back(
                draw_schematic_mark(mark, sheet_.frame, map_.language, theme_, fonts_));
        Group& names = group("names", "Namen", "Names");
        draw_names(names, map_, base_, area_, seen_zones_, ground_, theme_, fonts_, audit_);
        if (map_.is_schematic)
            scene_.groups.push_back(std::move(mark));
    }

    void paint_frame() {
        group("frame").items.emplace_back(
            stroked({ring_of(sheet_.frame)}, theme_.frame, scene::Subpath::Ends::Closed));
    }

    void paint_panel() {
        constexpr double kInsetHeight = 33;
        constexpr double kBarHeight = 10;
        constexpr double kBarMost = 42;
        constexpr double kGap = 3;
        constexpr double kRoomForInset = 150; // on less the words need its place
        const PaperBox& panel = sheet_.panel;
        const bool has_inset = panel.height() >= kRoomForInset;
        const PaperBox inset{panel.left, panel.bottom - kInsetHeight, panel.right, panel.bottom};
        const double bar_top = (has_inset ? inset.top - kGap : panel.bottom) - kBarHeight;
        const int scale = static_cast<int>(view().scale());
        const ScaleBar bar = fitting_scale_bar(scale, kBarMost);

        const auto entries = area_legend(map_, drawn_, widening_of(area_.excess), theme_);
        for (const auto& entry : entries)
            audit_.legend.push_back(entry.symbol_class);
        Group words{.id = "words", .title = {}};
        Group keys{.id = "legend", .title = std::string(say(map_.language, "Legende", "Legend"))};
        audit_.dropped_facts = draw_panel(words, keys,
                                          {.title = map_.title,
                                           .subtitle = map_.subtitle,
                                           .verdict = map_.verdict,
                                           .facts = map_.facts},
                                          entries, panel, bar_top - kGap, theme_, fonts_);
        scene_.groups.push_back(std::move(words));
        scene_.groups.push_back(std::move(keys));

        Group& measures = group("scale", "Schaal en noorden", "Scale and north");
        draw_scale_bar(measures, bar, scale, panel.left + 1, bar_top, map_.language, theme_,
                       fonts_);
        draw_north_arrow(measures, panel.right - 6, bar_top, theme_);
        audit_.scale_bar_m = bar.metres;
        audit_.scale_bar_mm = bar.mm;
        if (has_inset)
            draw_inset(group("inset", "Ligging", "Situation"), map_, view(), inset, theme_);
    }

    void paint_foot() {
        draw_footer(group("sources", "Bronnen", "Sources"), map_.source_line, sheet_.footer, theme_,
                    fonts_);
    }

    void describe() {
        scene_.width_mm = sheet_.page.width();
        scene_.height_mm = sheet_.page.height();
        scene_.language = map_.language;
        scene_.title = map_.title;
        scene_.paper = theme_.paper;
        scene_.description =
            fmt::format("{}. {}. {}", map_.subtitle, map_.verdict, fmt::join(map_.facts, "; "));
        const kernel::Extent extent = extent_of_area(map_);
        audit_.paper = sheet_.paper;
        audit_.frame = sheet_.frame;
        audit_.scale = static_cast<int>(view().scale());
        audit_.fill = fill_of(extent, sheet_.frame, view().scale());
        audit_.is_schematic = map_.is_schematic;
        for (const auto& member : area_.members) {
            if (member.seen.empty())
                continue;
            const auto& municipality = map_.municipalities[member.municipality];
            audit_.members.push_back(municipality.code);
            if (municipality.role == Role::Outsider)
                audit_.outsiders.push_back(municipality.code);
            if (municipality.partial || municipality.drawn_share)
                audit_.partial.push_back(municipality.code);
            if (municipality.partial && is_whole(municipality))
                audit_.partial_whole.push_back(municipality.code);
        }
        if (map_.drawing)
            audit_.drawing = {.area_mm2 = area_mm2(area_.drawing), .excess = area_.excess.widths};
        drawn_.erase("region-casing"); // part of the symbols whose lines lie on them
        drawn_.erase("area-casing");
        audit_.drawn.assign(drawn_.begin(), drawn_.end());
        std::sort(audit_.legend.begin(), audit_.legend.end());
        audit_.missing_characters = missing_characters();
    }

    [[nodiscard]] std::vector<std::string> missing_characters() const {
        std::set<char32_t> missing;
        for (const Group& group : scene_.groups)
            for (const auto& item : group.items)
                if (const auto* text = std::get_if<scene::Text>(&item))
                    for (const char32_t character : fonts_.missing(text->content, text->face))
                        missing.insert(character);
        std::vector<std::string> characters;
        std::transform(missing.begin(), missing.end(), std::back_inserter(characters), utf8_of);
        return characters;
    }

    static constexpr double kLeastVisible_mm2 = 1; ///< Below it a zone is not seen.

    const AreaMap& map_;
    const Sheet& sheet_;
    const Theme& theme_;
    const scene::Fonts& fonts_;
    BaseMap base_;
    WorkingArea area_;
    std::vector<std::optional<std::size_t>> municipality_of_;
    scene::PaperPoint anchor_; ///< Of hatches: the origin of the CRS.
    Rings land_;
    std::vector<SeenZone> seen_zones_;
    LabelGround ground_;
    std::set<std::string> drawn_;
    scene::Scene scene_;
    Audit audit_;
};

} // namespace

std::optional<PaperSize> fitting_paper(const AreaMap& map, const PaperSize& least,
                                       const PageLayout& layout) {
    const kernel::Extent extent = extent_of_area(map);
    return extent.is_empty() ? std::nullopt : fitting_paper(extent, least.width_mm, layout);
}

DrawnMap draw(const AreaMap& map, const Sheet& sheet, const Theme& theme,
              const scene::Fonts& fonts) {
    return SheetPainter(map, sheet, theme, fonts).paint();
}

} // namespace regio::map
