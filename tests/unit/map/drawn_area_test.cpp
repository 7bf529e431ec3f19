// Working areas that are given by polygons: drawn as they are, with what lies outside their region.

#include "kernel/polygon.hpp"
#include "map/area_map.hpp"
#include "map/base_map.hpp"
#include "map/drawn_area.hpp"
#include "map/inscribed_circle.hpp"
#include "map/paper_areas.hpp"
#include "scene/render.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/sample_scene.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace regio::map {

namespace {

using test::drawn;
using test::group_of;
using test::lines_of;
using test::MapWorld;
using test::PaperLines;
using test::rings_of;

using Excess = DrawnArea::Excess;

/// An upright strip to the right of the border between West and Oost, which is straight: the region
/// of the members reaches to x = 12 000.
Excess strip(int width_m, bool is_trespass, int from_y = 3000) {
    const int right = 12'000 + width_m;
    const int to_y = from_y + 4000;
    return {.polygon = {.shell = {{12'000, from_y}, {right, from_y}, {right, to_y}, {12'000, to_y}},
                        .holes = {}},
            .width_m = static_cast<double>(width_m),
            .is_trespass = is_trespass};
}

/// A square in Oost.
Excess blob(int side_m) {
    const int right = 15'000 + side_m;
    const int top = 3000 + side_m;
    return {.polygon = {.shell = {{15'000, 3000}, {right, 3000}, {right, top}, {15'000, top}},
                        .holes = {}},
            .width_m = static_cast<double>(side_m),
            .is_trespass = true};
}

/// Two parts, one with a hole, in municipalities 00, 01, 10 and 11 of West and 02.
constexpr const char* kParts =
    "MULTIPOLYGON(((0 0, 12000 0, 12000 11000, 0 11000), (3000 3000, 3000 5000, 5000 5000, 5000 "
    "3000)), ((1000 13000, 4000 13000, 4000 17000, 1000 17000)))";

/// A map of that drawing in a country of straight borders.
AreaMap map_of_parts(const MapWorld& world, std::vector<Excess> excess = {}) {
    AreaMap map = world.map_of("00 10 01 11 02");
    for (auto& municipality : map.municipalities) {
        if (municipality.code == "01" || municipality.code == "11")
            municipality.drawn_share = 5.0 / 6;
        if (municipality.code == "02")
            municipality.drawn_share = 1.0 / 3;
    }
    map.drawing = DrawnArea{
        .layer = test::layer_of({{.code = "area", .polygons = test::polygons_of(kParts)}}),
        .container = "West",
        .excess = std::move(excess)};
    return map;
}

constexpr double kParts_m2 = 12e3 * 11e3 - 2e3 * 2e3 + 3e3 * 4e3;

const MapWorld& straight_world() {
    static const MapWorld kWorld({.wobble_m = 0});
    return kWorld;
}

DrawnMap map_with(std::vector<Excess> excess) {
    return drawn(map_of_parts(straight_world(), std::move(excess)));
}

/// The rings of all that is filled in a group, path by path.
std::vector<PaperLines> fills_of(const DrawnMap& map, const std::string& group) {
    std::vector<PaperLines> fills;
    if (const auto* found = group_of(map.scene, group))
        for (const auto& item : found->items)
            if (const auto* path = std::get_if<scene::Path>(&item); path && path->fill) {
                PaperLines& rings = fills.emplace_back();
                for (const auto& line : path->lines)
                    rings.push_back(line.points);
            }
    return fills;
}

double square_metres(double mm2, const DrawnMap& map) {
    const double m_per_mm = map.audit.scale / 1000.0;
    return mm2 * m_per_mm * m_per_mm;
}

std::string legend_text(const DrawnMap& map) {
    std::string text;
    for (const auto& line : test::texts_of(map.scene, "legend"))
        text += line + " ";
    return text;
}

bool has_label(const DrawnMap& map, const std::string& text) {
    return std::any_of(map.audit.labels.begin(), map.audit.labels.end(),
                       [&](const auto& label) { return label.text == text; });
}

/// How far simplifying and round corners let a widened part be wider than the least.
double widened_more_mm() {
    return 2 * test::print_theme().tolerance_mm + 0.02;
}

double greatest_width_mm(const PaperLines& rings) {
    const auto circle = largest_inscribed_circle(rings, 0.001);
    REQUIRE(circle);
    return 2 * circle->radius_mm;
}

/// The members and what lies beside them, laid together; no two of them share any area.
Rings seen_in(const WorkingArea& area) {
    Rings all = area.beside_members;
    double sum_mm2 = area_mm2(all);
    for (const auto& member : area.members) {
        all = unite(all, member.seen);
        sum_mm2 += area_mm2(member.seen);
    }
    CHECK(area_mm2(all) == Approx(sum_mm2));
    return all;
}

WorkingArea on_sheet(const AreaMap& map) {
    const View view({12'000, 9000}, 100'000, {0, 0, 300, 250});
    return area_of_drawing(map, BaseMap(*map.chains, view, test::print_theme().tolerance_mm),
                           test::print_theme());
}

/// With no excess, noise, trespass, both wide and narrow.
const std::vector<std::vector<Excess>> kExcesses = {
    {},
    {strip(60, false)},
    {strip(60, true)},
    {strip(900, true)},
    {strip(900, false)},
    {strip(900, true), strip(40, true, 7500), strip(30, false, 12'000)}};

} // namespace

TEST_CASE("the outline of a drawn area encloses the area of the drawing, holes and parts apart") {
    const DrawnMap map = map_with({});
    const PaperLines outline = lines_of(map.scene, "area-outline");
    CHECK(outline.size() == 3);
    CHECK(square_metres(area_mm2(outline), map) == Approx(kParts_m2).epsilon(1e-6));
    CHECK(square_metres(map.audit.drawing.value().area_mm2, map) == Approx(kParts_m2));
}

TEST_CASE("what is filled of a drawn area is the drawing, and of members only what lies in it") {
    const DrawnMap map = map_with({});
    double filled_mm2 = 0;
    for (const char* group : {"member", "partial"})
        for (const auto& rings : fills_of(map, group))
            filled_mm2 += area_mm2(rings);
    CHECK(square_metres(filled_mm2, map) == Approx(kParts_m2).epsilon(1e-5));
    CHECK(square_metres(area_mm2(rings_of(map.scene, "nis-11")), map) ==
          Approx(6000.0 * 5000).epsilon(1e-5));
    CHECK(square_metres(area_mm2(rings_of(map.scene, "nis-00")), map) ==
          Approx(6000.0 * 6000 - 2000.0 * 2000).epsilon(1e-5));
}

TEST_CASE("a drawn area is in the middle of the frame") {
    const DrawnMap map = map_with({});
    scene::PaperBox box{1e9, 1e9, -1e9, -1e9};
    for (const auto& line : lines_of(map.scene, "area-outline"))
        for (const auto& point : line)
            box = {std::min(box.left, point.x), std::min(box.top, point.y),
                   std::max(box.right, point.x), std::max(box.bottom, point.y)};
    CHECK(box.centre().x == Approx(map.audit.frame.centre().x).margin(0.1));
    CHECK(box.centre().y == Approx(map.audit.frame.centre().y).margin(0.1));
    CHECK(map.audit.fill > 0.45);
}

TEST_CASE("members that lie in a drawing in part have a symbol of their own and say their share") {
    const AreaMap content = map_of_parts(straight_world());
    const DrawnMap map = drawn(content);
    CHECK(map.audit.members == std::vector<std::string>{"00", "01", "02", "10", "11"});
    CHECK(map.audit.partial == std::vector<std::string>{"01", "02", "11"});
    CHECK(map.audit.partial_whole.empty());
    CHECK(fills_of(map, "partial").size() == 3);
    for (const auto& municipality : content.municipalities)
        if (municipality.role == Role::Member)
            CHECK(has_label(map, municipality.name + (municipality.code == "02"  ? " (33\u00a0%)"
                                                      : municipality.drawn_share ? " (83\u00a0%)"
                                                                                 : "")));
}

TEST_CASE("a share is told more finely where a whole percent would be none or all of it") {
    AreaMap content = map_of_parts(straight_world());
    content.language = Language::English;
    for (auto& municipality : content.municipalities)
        if (municipality.drawn_share)
            municipality.drawn_share = municipality.code == "02" ? 0.0512 : 0.9478;
    const DrawnMap map = drawn(content);
    CHECK(has_label(map, content.municipalities[2].name + " (5.1%)"));
    CHECK(has_label(map, content.municipalities[1].name + " (94.8%)"));
}

TEST_CASE("a symbol of excess is drawn for a trespass, and for noise that is as wide as one") {
    for (const auto& excess : kExcesses) {
        const DrawnMap map = map_with(excess);
        const double scale = map.audit.scale;
        std::size_t expected = 0;
        for (const Excess& part : excess)
            if (part.is_trespass ||
                part.width_m * 1000 / scale >= test::print_theme().least_excess_mm)
                ++expected;
        INFO(excess.size() << " parts");
        CHECK(map.audit.drawing.value().excess.size() == expected);
        const bool is_drawn = group_of(map.scene, "excess") != nullptr ||
                              group_of(map.scene, "excess-widened") != nullptr;
        CHECK(is_drawn == (expected > 0));
    }
}

TEST_CASE("with a drawing, too, the legend has the symbols that are drawn, and no other") {
    for (const auto& excess : kExcesses) {
        const DrawnMap map = map_with(excess);
        CHECK(map.audit.legend == map.audit.drawn);
        const bool has_excess = !map.audit.drawing.value().excess.empty();
        CHECK(std::count(map.audit.legend.begin(), map.audit.legend.end(), "excess") ==
              (has_excess ? 1 : 0));
        CHECK((legend_text(map).find("tekening buiten West") != std::string::npos) == has_excess);
    }
}

TEST_CASE("excess of any width is seen, and none is widened that is wide enough") {
    const double least_mm = test::print_theme().least_excess_mm;
    const double scale = map_with({}).audit.scale;
    for (const int width_m : {1, 10, 50, 100, 150, 199, 200, 201, 250, 400, 1000}) {
        INFO(width_m << " m at 1:" << scale);
        const DrawnMap map = map_with({strip(width_m, true)});
        const double true_mm = width_m * 1000 / scale;
        const bool is_widened = true_mm < least_mm;
        const auto fills = fills_of(map, is_widened ? "excess-widened" : "excess");
        REQUIRE(fills.size() == 1);
        CHECK(group_of(map.scene, is_widened ? "excess" : "excess-widened") == nullptr);
        const double drawn_mm = greatest_width_mm(fills[0]);
        CHECK(drawn_mm >= std::max(true_mm, least_mm) - 0.002);
        CHECK(drawn_mm <= std::max(true_mm, least_mm) + (is_widened ? widened_more_mm() : 0.002));
        CHECK((legend_text(map).find("overdreven") != std::string::npos) == is_widened);
        if (!is_widened)
            CHECK(square_metres(area_mm2(fills[0]), map) == Approx(4000.0 * width_m));
    }
}

TEST_CASE("a trespass that is small on all sides is drawn as wide as the least") {
    const double least_mm = test::print_theme().least_excess_mm;
    for (const int side_m : {1, 10, 50, 100, 150, 199}) {
        INFO(side_m << " m");
        const DrawnMap map = map_with({blob(side_m)});
        const auto fills = fills_of(map, "excess-widened");
        REQUIRE(fills.size() == 1);
        const double drawn_mm = greatest_width_mm(fills[0]);
        CHECK(drawn_mm >= least_mm);
        CHECK(drawn_mm <= least_mm + widened_more_mm());
    }
}

TEST_CASE("simplifying takes nothing of a part that is just wide enough") {
    // A polygon of many corners, so flat that one in two could go.
    Excess round = blob(1);
    round.polygon.shell.clear();
    constexpr int kCorners = 48;
    constexpr double kRadius_m = 101;
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        round.polygon.shell.push_back(
            {static_cast<int>(std::lround(15'000 + kRadius_m * std::cos(angle))),
             static_cast<int>(std::lround(3000 + kRadius_m * std::sin(angle)))});
    }
    AreaMap map = map_of_parts(straight_world(), {round});
    map.drawing->excess[0].width_m = 200;
    const ExcessSymbols symbols = on_sheet(map).excess;
    REQUIRE(symbols.widths.size() == 1);
    CHECK_FALSE(symbols.widths[0].is_widened);
    CHECK(symbols.widened.empty());
    CHECK(greatest_width_mm(symbols.wide) >= test::print_theme().least_excess_mm);
}

TEST_CASE("the audit has the width of each part of excess as it is measured on the sheet") {
    for (const auto& part : {strip(50, true), strip(900, true), blob(30), blob(700)}) {
        const DrawnMap map = map_with({part});
        REQUIRE(map.audit.drawing.value().excess.size() == 1);
        const ExcessWidth width = map.audit.drawing->excess[0];
        CHECK(width.true_mm == Approx(part.width_m * 1000 / map.audit.scale));
        CHECK(width.is_widened == (width.true_mm < test::print_theme().least_excess_mm));
        const auto fills = fills_of(map, width.is_widened ? "excess-widened" : "excess");
        REQUIRE(fills.size() == 1);
        CHECK(width.drawn_mm == Approx(greatest_width_mm(fills[0])).margin(0.011));
    }
}

TEST_CASE("what is seen of members and beside them is the drawing, but for what excess hides") {
    for (const auto& excess : kExcesses) {
        INFO(excess.size() << " parts");
        const WorkingArea area = on_sheet(map_of_parts(straight_world(), excess));
        const Rings seen = seen_in(area);
        CHECK(area_mm2(subtract(seen, area.drawing)) == Approx(0).margin(1e-3));
        CHECK(area_mm2(seen) == Approx(area_mm2(area.drawing)));
    }
}

TEST_CASE("excess outside all municipalities hides what lies beside the members, and no more") {
    AreaMap map = straight_world().map_of("00 10");
    map.drawing = DrawnArea{
        .layer = test::layer_of({{.code = "area",
                                  .polygons = test::polygons_of(
                                      "POLYGON((-4000 0, 12000 0, 12000 6000, -4000 6000))")}}),
        .container = "West",
        .excess = {{.polygon = test::polygons_of("POLYGON((-3000 0, 0 0, 0 6000, -3000 6000))")[0],
                    .width_m = 3000,
                    .is_trespass = true}}};
    const WorkingArea area = on_sheet(map);
    const Rings seen = seen_in(area);
    CHECK(area_mm2(subtract(seen, area.drawing)) == Approx(0).margin(1e-3));
    const Rings missing = subtract(area.drawing, seen);
    CHECK(area_mm2(missing) > 30 * 60);
    CHECK(test::geos_area_beyond(missing, area.excess.wide, 0.16) == Approx(0).margin(1e-3));
    for (const auto& member : area.members)
        CHECK(area_mm2(member.seen) == Approx(60 * 60));
}

TEST_CASE("widened excess lies around where it is so") {
    const DrawnMap map = map_with({strip(50, true)});
    const auto fills = fills_of(map, "excess-widened");
    REQUIRE(fills.size() == 1);
    const DrawnMap as_is = map_with({strip(1000, true)});
    const auto wide = fills_of(as_is, "excess");
    REQUIRE(wide.size() == 1);
    REQUIRE(map.audit.scale == as_is.audit.scale);
    // Both strips begin at the border; the widened one reaches over it by less than its new width.
    const auto left = [](const PaperLines& rings) {
        double least = 1e9;
        for (const auto& ring : rings)
            for (const auto& point : ring)
                least = std::min(least, point.x);
        return least;
    };
    const double width_mm = 50 * 1000.0 / map.audit.scale;
    const double reach_mm = left(wide[0]) - left(fills[0]);
    const double least_reach_mm = (test::print_theme().least_excess_mm - width_mm) / 2;
    CHECK(reach_mm >= least_reach_mm);
    CHECK(reach_mm <= least_reach_mm + widened_more_mm() / 2);
}

TEST_CASE("the legend says which parts are widened: all, or the narrow ones") {
    const auto text = [](std::vector<Excess> excess, Language language) {
        AreaMap map = map_of_parts(straight_world(), std::move(excess));
        map.language = language;
        return legend_text(drawn(map));
    };
    const std::vector<Excess> narrow{strip(50, true)};
    const std::vector<Excess> both{strip(50, true), strip(900, true, 8000)};
    const auto has = [](const std::string& legend, const char* words) {
        return legend.find(words) != std::string::npos;
    };
    CHECK(has(text(narrow, Language::Dutch), "; breedte overdreven"));
    CHECK(has(text(both, Language::Dutch), "smalle delen: breedte overdreven"));
    CHECK(has(text(narrow, Language::English), "; width exaggerated"));
    CHECK(has(text(both, Language::English), "narrow parts: width exaggerated"));
}

TEST_CASE("members that lie in a drawing in part only lend no symbol of whole ones") {
    AreaMap map = map_of_parts(straight_world());
    for (auto& municipality : map.municipalities)
        if (municipality.role == Role::Member)
            municipality.drawn_share = 0.5;
    const DrawnMap sheet = drawn(map);
    CHECK(group_of(sheet.scene, "member") == nullptr);
    CHECK(sheet.audit.legend == sheet.audit.drawn);
    CHECK(std::count(sheet.audit.drawn.begin(), sheet.audit.drawn.end(), "member") == 0);
}

TEST_CASE("what is wholly hidden by excess has no symbol of its own, and keeps its name") {
    AreaMap map = straight_world().map_of("00 10", "20");
    map.drawing = DrawnArea{
        .layer = test::layer_of(
            {{.code = "area",
              .polygons = test::polygons_of("POLYGON((0 0, 18000 0, 18000 6000, 0 6000))")}}),
        .container = "West",
        .excess = {
            {.polygon = test::polygons_of("POLYGON((12000 0, 18000 0, 18000 6000, 12000 6000))")[0],
             .width_m = 6000,
             .is_trespass = true}}};
    const DrawnMap sheet = drawn(map);
    CHECK(group_of(sheet.scene, "outsider") == nullptr);
    CHECK(group_of(sheet.scene, "excess") != nullptr);
    CHECK(sheet.audit.legend == sheet.audit.drawn);
    CHECK(sheet.audit.outsiders == std::vector<std::string>{"20"});
    CHECK(has_label(sheet, map.municipalities[6].name));
}

TEST_CASE("the same drawing gives the same bytes") {
    static const scene::Fonts kFonts = test::house_fonts();
    const auto svg = [] {
        const DrawnMap map = map_with(kExcesses.back());
        return scene::to_svg(map.scene, kFonts, {}) + to_json(map.audit);
    };
    CHECK(svg() == svg());
}

} // namespace regio::map
