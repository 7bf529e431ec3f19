#include "map/overview.hpp"

#include "base/contract.hpp"
#include "base/error.hpp"
#include "map/area_legend.hpp"
#include "map/base_map.hpp"
#include "map/clip.hpp"
#include "map/inscribed_circle.hpp"
#include "map/panel.hpp"
#include "map/scale_bar.hpp"
#include "map/schematic_mark.hpp"
#include "map/symbols.hpp"
#include "map/text_flow.hpp"
#include "map/view.hpp"
#include "map/words.hpp"
#include "map/working_area.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace regio::map {

using layer::FeatureId;
using scene::Group;
using scene::PaperBox;
using scene::PaperLine;

namespace {

std::vector<FeatureId> all_features(const AreaMap& map) {
    std::vector<FeatureId> all;
    for (const auto& municipality : map.municipalities)
        all.insert(all.end(), municipality.features.begin(), municipality.features.end());
    return all;
}

/// The finest of some round scales at which an extent lies in the frame, else the coarsest.
int overview_scale(const kernel::Extent& extent, const PaperBox& frame) {
    constexpr double kFullestOverview = 0.97;
    static constexpr std::array kScales = {50'000,    75'000,    100'000,   150'000,   200'000,
                                           250'000,   300'000,   400'000,   500'000,   600'000,
                                           750'000,   1'000'000, 1'250'000, 1'500'000, 2'000'000,
                                           2'500'000, 3'000'000, 4'000'000, 5'000'000, 10'000'000};
    for (const int scale : kScales)
        if (fill_of(extent, frame, scale) <= kFullestOverview)
            return scale;
    return kScales.back();
}

View view_of(const AreaMap& map, const Sheet& sheet) {
    const kernel::Extent extent = extent_of(*map.layer, all_features(map));
    REGIO_EXPECTS(!extent.is_empty());
    return {{(extent.min_x + extent.max_x) / 2, (extent.min_y + extent.max_y) / 2},
            static_cast<double>(overview_scale(extent, sheet.frame)),
            sheet.frame};
}

/// A frame less high than that of other maps: Flanders is wide, and what is known around it ends.
Sheet overview_sheet(Sheet sheet) {
    constexpr double kHighest = 0.82; // of its width
    sheet.frame.bottom =
        std::min(sheet.frame.bottom, sheet.frame.top + kHighest * sheet.frame.width());
    return sheet;
}

/// Draws the page; each step adds a group to the scene.
class OverviewPainter {
public:
    OverviewPainter(const Overview& overview, const Sheet& sheet, const Theme& theme,
                    const scene::Fonts& fonts)
        : overview_(overview), map_(overview.ground), sheet_(overview_sheet(sheet)), theme_(theme),
          fonts_(fonts), base_(*map_.chains, view_of(map_, sheet_), theme.tolerance_mm),
          body_{.size_pt = theme.text_size_pt, .colour = theme.ink},
          key_{.size_pt = theme.small_size_pt + 1, .colour = theme.quiet_ink} {}

    scene::BookPage paint() {
        scene::Scene& scene = page_.scene;
        scene.width_mm = sheet_.page.width();
        scene.height_mm = sheet_.page.height();
        scene.language = map_.language;
        scene.title = map_.title;
        scene.description = map_.subtitle;
        scene.paper = theme_.paper;
        paint_ground();
        paint_borders();
        paint_names();
        paint_frame();
        paint_panel();
        draw_footer(group("sources"), map_.source_line, sheet_.footer, theme_, fonts_);
        return std::move(page_);
    }

private:
    Group& group(std::string id) {
        return page_.scene.groups.emplace_back(Group{.id = std::move(id)});
    }

    void paint_ground() {
        Group& zones = group("zones");
        if (!map_.zones.empty()) // what is known of them ends before a high frame does
            zones.items.emplace_back(filled({ring_of(sheet_.frame)}, theme_.abroad.fill));
        for (const Zone& zone : map_.zones) {
            const Rings rings = on_paper(zone.rings, base_.view());
            const AreaSymbol& symbol = symbol_of(zone.kind, theme_);
            zones.items.emplace_back(filled(cut(rings, sheet_.frame), symbol.fill));
            zones.items.emplace_back(stroked(cut_borders(rings, sheet_.frame), symbol.border));
        }
        group("land").items.emplace_back(filled(base_.seen(all_features(map_)), theme_.land));
    }

    void paint_borders() {
        const auto of = municipality_of_features(map_);
        const auto region_of = [&](const BaseMap::Side& side) {
            return side && of[index(*side)]
                       ? std::optional(map_.municipalities[*of[index(*side)]].region)
                       : std::nullopt;
        };
        const auto municipality_of = [&](const BaseMap::Side& side) {
            return side ? of[index(*side)] : std::nullopt;
        };
        const auto municipal = joined(base_.borders([&](const auto& left, const auto& right) {
            return region_of(left) == region_of(right) &&
                   municipality_of(left) != municipality_of(right);
        }));
        const auto regional = joined(base_.borders([&](const auto& left, const auto& right) {
            return region_of(left) != region_of(right);
        }));
        constexpr double kThinner = 0.5; // at the scale of an overview
        scene::Stroke thin = theme_.municipality;
        thin.width_mm *= kThinner;
        scene::Stroke region = theme_.region.stroke;
        region.dashes_mm.clear();
        group("municipality-border").items.emplace_back(stroked(municipal, thin));
        if (theme_.region.casing)
            group("region-casing").items.emplace_back(stroked(regional, *theme_.region.casing));
        group("region-border").items.emplace_back(stroked(regional, region));
    }

    /// Each in the middle of the largest circle in its region, the roomiest first; one that would
    /// lie over another stands in the table only.
    void paint_names() {
        std::vector<std::pair<Circle, std::string>> places;
        for (std::size_t i = 0; i < map_.regions.size(); ++i) {
            std::vector<FeatureId> features;
            for (const auto& municipality : map_.municipalities)
                if (municipality.region == i)
                    features.insert(features.end(), municipality.features.begin(),
                                    municipality.features.end());
            if (const auto circle = largest_inscribed_circle(base_.seen(features)))
                places.emplace_back(*circle, map_.regions[i].name);
        }
        std::stable_sort(places.begin(), places.end(), [](const auto& one, const auto& other) {
            return one.first.radius_mm > other.first.radius_mm;
        });
        Group& names = group("names");
        std::vector<PaperBox> taken;
        for (const auto& [circle, name] : places)
            paint_name(names, name, circle, taken);
    }

    /// Of what is not broken: between spaces and hyphens.
    [[nodiscard]] double widest_word(const std::string& name, const TextStyle& style) const {
        double widest = 0;
        for (std::size_t at = 0; at < name.size();) {
            const std::size_t end = std::min(name.find_first_of(" -", at), name.size() - 1) + 1;
            widest = std::max(
                widest, fonts_.width_mm(name.substr(at, end - at), style.face, style.size_pt));
            at = end;
        }
        return widest;
    }

    void paint_name(Group& names, const std::string& name, const Circle& circle,
                    std::vector<PaperBox>& taken) {
        constexpr double kAir = 1; // beside a border
        TextStyle style{.face = scene::Face::Semibold, .colour = theme_.ink};
        std::vector<std::string> lines;
        for (const double size : theme_.member_sizes_pt) {
            style.size_pt = size;
            const double width = std::max(2 * circle.radius_mm - kAir, widest_word(name, style));
            lines = wrapped(name, width, style, fonts_);
            if (width <= 2 * circle.radius_mm - kAir)
                break;
        }
        const double step = line_height_mm(style);
        double half_width = 0;
        for (const auto& line : lines)
            half_width = std::max(half_width, fonts_.width_mm(line, style.face, style.size_pt) / 2);
        const double half_height = step * static_cast<double>(lines.size()) / 2;
        const PaperBox box{circle.centre.x - half_width, circle.centre.y - half_height,
                           circle.centre.x + half_width, circle.centre.y + half_height};
        if (!contains(sheet_.frame, box) ||
            std::ranges::any_of(taken, [&](const PaperBox& other) { return overlap(box, other); }))
            return;
        taken.push_back(box);
        double baseline = circle.centre.y - step * static_cast<double>(lines.size() - 1) / 2 +
                          fonts_.cap_height_mm(style.face, style.size_pt) / 2;
        for (const auto& line : lines) {
            names.items.emplace_back(scene::Text{
                .baseline = {circle.centre.x, baseline},
                .content = line,
                .face = style.face,
                .size_pt = style.size_pt,
                .colour = style.colour,
                .anchor = scene::Anchor::Middle,
                .halo = scene::Text::Halo{.colour = theme_.paper, .width_mm = theme_.halo_mm}});
            baseline += step;
        }
    }

    void paint_frame() {
        group("frame").items.emplace_back(
            stroked({ring_of(sheet_.frame)}, theme_.frame, scene::Subpath::Ends::Closed));
        if (map_.is_schematic)
            draw_schematic_mark(group("schematic"), sheet_.frame, map_.language, theme_, fonts_);
    }

    void paint_panel() {
        const PaperBox& panel = sheet_.panel;
        const TextStyle title{
            .face = scene::Face::Semibold, .size_pt = theme_.title_size_pt, .colour = theme_.ink};
        const TextStyle subtitle{.size_pt = theme_.subtitle_size_pt, .colour = theme_.quiet_ink};
        Group& words = group("words");
        double top = write_lines(words, wrapped(map_.title, panel.width(), title, fonts_, 2),
                                 panel.left, panel.top, title, fonts_);
        top = write_lines(words, wrapped(map_.subtitle, panel.width(), subtitle, fonts_, 4),
                          panel.left, top + 1, subtitle, fonts_);
        constexpr double kBarHeight = 10;
        constexpr double kBarMost = 42;
        fit_letters(panel.bottom - kBarHeight - kGap - top);
        top = paint_table(top + kGap);
        paint_key(top + kGap);
        const int scale = static_cast<int>(base_.view().scale());
        draw_scale_bar(group("scale"), fitting_scale_bar(scale, kBarMost), scale, panel.left + 1,
                       panel.bottom - kBarHeight, map_.language, theme_, fonts_);
        draw_north_arrow(page_.scene.groups.back(), panel.right - 6, panel.bottom - kBarHeight,
                         theme_);
    }

    /// Makes the letters of table and key smaller until both have room in so much height.
    void fit_letters(double height) {
        constexpr double kSmallest = 6.5;
        constexpr double kStep = 0.25;
        while (table_height() + key_height() > height) {
            if (body_.size_pt <= kSmallest)
                throw InputError(fmt::format("{}: its {} regions do not fit on an {} sheet",
                                             map_.title, overview_.rows.size(), sheet_.paper),
                                 "take larger paper: --paper");
            body_.size_pt = std::max(kSmallest, body_.size_pt - kStep);
            key_.size_pt = std::min(key_.size_pt, body_.size_pt);
        }
    }

    /// With the gap above it.
    [[nodiscard]] double table_height() const {
        std::size_t lines = 1; // of signs
        for (const auto& row : overview_.rows)
            lines += wrapped(row.name, name_width(), body_, fonts_).size();
        return kGap + static_cast<double>(lines) * line_height_mm(body_) +
               static_cast<double>(overview_.rows.size() + 1) * kBetweenRows;
    }

    /// With the gap above it.
    [[nodiscard]] double key_height() const {
        std::size_t lines = 0;
        for (const auto& column : overview_.columns)
            lines += wrapped(column.text, key_width(), key_, fonts_).size();
        return kGap + static_cast<double>(lines) * line_height_mm(key_) +
               static_cast<double>(overview_.columns.size()) * kBetweenKeys;
    }

    [[nodiscard]] double name_width() const { return column_end(0) - 6 - sheet_.panel.left; }

    [[nodiscard]] double key_width() const { return sheet_.panel.width() - kKeyText; }

    /// The right end of a column of counts.
    [[nodiscard]] double column_end(std::size_t column) const {
        constexpr double kColumn = 8;
        return sheet_.panel.right -
               kColumn * static_cast<double>(overview_.columns.size() - 1 - column);
    }

    double paint_table(double top) {
        const double left = sheet_.panel.left;
        const TextStyle& style = body_;
        const double caps = fonts_.cap_height_mm(style.face, style.size_pt);
        Group& table = group("table");
        for (std::size_t i = 0; i < overview_.columns.size(); ++i)
            table.items.emplace_back(sign_path(overview_.columns[i].sign,
                                               {column_end(i) - 1, top + caps / 2}, 2, theme_));
        top += line_height_mm(style) + kBetweenRows;
        for (const auto& row : overview_.rows) {
            const double baseline = top + caps;
            for (std::size_t i = 0; i < row.counts.size(); ++i)
                table.items.emplace_back(scene::Text{
                    .baseline = {column_end(i), baseline},
                    .content = row.counts[i] == 0 ? "–" : fmt::format("{}", row.counts[i]),
                    .size_pt = style.size_pt,
                    .colour = row.counts[i] == 0 ? theme_.quiet_ink : theme_.ink,
                    .anchor = scene::Anchor::End});
            const double below = write_lines(table, wrapped(row.name, name_width(), style, fonts_),
                                             left, top, style, fonts_);
            if (row.page)
                page_.links.push_back(
                    {{left, top - 0.5, sheet_.panel.right, below - 0.5}, *row.page});
            top = below + kBetweenRows;
        }
        return top;
    }

    void paint_key(double top) {
        const TextStyle& style = key_;
        const double caps = fonts_.cap_height_mm(style.face, style.size_pt);
        Group& key = group("key");
        for (const auto& column : overview_.columns) {
            key.items.emplace_back(
                sign_path(column.sign, {sheet_.panel.left + 1.2, top + caps / 2}, 2, theme_));
            top = write_lines(key, wrapped(column.text, key_width(), style, fonts_),
                              sheet_.panel.left + kKeyText, top, style, fonts_) +
                  kBetweenKeys;
        }
    }

    static constexpr double kGap = 3; ///< Between the parts of the panel.
    static constexpr double kBetweenRows = 0.4;
    static constexpr double kBetweenKeys = 0.5;
    static constexpr double kKeyText = 4; ///< Where the text of the key begins.

    const Overview& overview_;
    const AreaMap& map_;
    Sheet sheet_;
    const Theme& theme_;
    const scene::Fonts& fonts_;
    BaseMap base_;
    TextStyle body_; ///< Of the table.
    TextStyle key_;
    scene::BookPage page_;
};

} // namespace

scene::BookPage draw_overview(const Overview& overview, const Sheet& sheet, const Theme& theme,
                              const scene::Fonts& fonts) {
    return OverviewPainter(overview, sheet, theme, fonts).paint();
}

} // namespace regio::map
