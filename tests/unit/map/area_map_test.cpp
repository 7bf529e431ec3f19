#include "base/error.hpp"
#include "map/area_map.hpp"
#include "map/working_area.hpp"
#include "scene/render.hpp"
#include "tests/support/json.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/sample_scene.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace regio::map {

namespace {

using scene::PaperBox;
using scene::PaperLine;
using test::drawn;
using test::group_of;
using test::lines_of;
using test::MapWorld;
using test::PaperLines;
using test::rings_of;

using Codes = std::vector<std::string>;

/// Working areas of all sorts: one municipality, two parts, a hole, across regions, two parts
/// that touch in a corner.
struct Example {
    const char* members;
    const char* outsiders;
    std::size_t outlines; ///< Lines around the area and its holes.
};
constexpr std::array kExamples = {Example{"11", "", 1},
                                  Example{"00 01 02", "", 1},
                                  Example{"00 01 11 10", "21", 1},
                                  Example{"00 32", "", 2},
                                  Example{"00 10 20 01 21 02 12 22", "", 2},
                                  Example{"01 11", "20 30 31", 2}};

template <typename Visit>
void for_each_example(const Visit& visit) {
    const MapWorld world;
    for (const Example& example : kExamples) {
        INFO(example.members << " | " << example.outsiders);
        visit(example, drawn(world.map_of(example.members, example.outsiders)));
    }
}

Codes sorted_codes(const std::string& text) {
    Codes codes = test::words(text);
    std::sort(codes.begin(), codes.end());
    return codes;
}

/// The codes of the paths of a group.
Codes highlighted(const scene::Scene& scene, const std::string& group) {
    Codes codes;
    if (const auto* found = group_of(scene, group))
        for (const auto& item : found->items)
            if (const auto* path = std::get_if<scene::Path>(&item); path && path->fill)
                codes.push_back(path->id.substr(std::string("nis-").size()));
    return codes;
}

PaperBox box_around(const PaperLines& lines) {
    PaperBox box{1e9, 1e9, -1e9, -1e9};
    for (const PaperLine& line : lines)
        for (const auto& point : line)
            box = {std::min(box.left, point.x), std::min(box.top, point.y),
                   std::max(box.right, point.x), std::max(box.bottom, point.y)};
    return box;
}

/// Refused with this message and hint.
std::pair<std::string, std::string> refusal_of(const AreaMap& map) {
    try {
        static_cast<void>(drawn(map));
    } catch (const InputError& error) {
        return {error.what(), error.hint()};
    }
    return {};
}

} // namespace

TEST_CASE("every member is highlighted, and nobody else") {
    for_each_example([](const Example& example, const DrawnMap& map) {
        CHECK(map.audit.members ==
              sorted_codes(std::string(example.members) + " " + example.outsiders));
        CHECK(map.audit.outsiders == sorted_codes(example.outsiders));
        CHECK(map.audit.partial.empty());
        CHECK(highlighted(map.scene, "member") == sorted_codes(example.members));
        CHECK(highlighted(map.scene, "outsider") == sorted_codes(example.outsiders));
        CHECK(group_of(map.scene, "partial") == nullptr);
    });
}

TEST_CASE("no edge of a border is drawn twice, and municipal and regional borders are all there") {
    const MapWorld world;
    const AreaMap map = world.map_of("00 01", "20");
    const DrawnMap sheet = drawn(map);
    std::set<std::pair<std::pair<double, double>, std::pair<double, double>>> edges;
    std::size_t count = 0;
    PaperLines lines = lines_of(sheet.scene, "municipality-border");
    const PaperLines regional = lines_of(sheet.scene, "region-border");
    lines.insert(lines.end(), regional.begin(), regional.end());
    for (const PaperLine& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            // A list gives values back, not references to the pairs made here.
            edges.insert(std::minmax(
                {std::pair(line[i].x, line[i].y), std::pair(line[i + 1].x, line[i + 1].y)}));
            ++count;
        }
    CHECK(edges.size() == count);
    const kernel::Extent area = extent_of_area(map);
    const View view({(area.min_x + area.max_x) / 2, (area.min_y + area.max_y) / 2},
                    sheet.audit.scale, sheet.audit.frame);
    const BaseMap base(world.chains(), view, test::print_theme().tolerance_mm);
    CHECK(test::length_of(lines) ==
          Approx(test::length_of(base.borders([](auto&&...) { return true; }))));
}

TEST_CASE("the area fills three quarters of the frame at most, and is in its middle") {
    for_each_example([](const Example&, const DrawnMap& map) {
        CHECK(map.audit.fill <= kFullest);
        CHECK(map.audit.fill > 0);
        const PaperBox box = box_around(lines_of(map.scene, "area-outline"));
        CHECK(box.centre().x == Approx(map.audit.frame.centre().x).margin(0.1));
        CHECK(box.centre().y == Approx(map.audit.frame.centre().y).margin(0.1));
        CHECK(std::max(box.width() / map.audit.frame.width(),
                       box.height() / map.audit.frame.height()) ==
              Approx(map.audit.fill).margin(0.002));
    });
}

TEST_CASE("the legend has the symbols that are drawn, and no other") {
    for_each_example([](const Example& example, const DrawnMap& map) {
        CHECK(map.audit.legend == map.audit.drawn);
        const auto has = [&](const char* symbol) {
            return std::count(map.audit.legend.begin(), map.audit.legend.end(), symbol) == 1;
        };
        CHECK(has("outsider") == (*example.outsiders != 0));
        CHECK(has("area-outline"));
        CHECK(has("land"));
        CHECK_FALSE(has("partial"));
        CHECK_FALSE(has("sea"));
    });
}

TEST_CASE("a zone that shows is in the legend, one below the municipalities is not") {
    const MapWorld world;
    AreaMap map = world.map_of("00 01");
    map.zones = {{.kind = Zone::Kind::Abroad,
                  .name = "Ginder",
                  .rings = {test::rectangle(-50'000, -50'000, 0, 50'000)}},
                 {.kind = Zone::Kind::Sea,
                  .name = "Zee",
                  .rings = {test::rectangle(7000, 7000, 11'000, 11'000)}}};
    const DrawnMap sheet = drawn(map);
    CHECK(std::count(sheet.audit.legend.begin(), sheet.audit.legend.end(), "abroad") == 1);
    CHECK(std::count(sheet.audit.legend.begin(), sheet.audit.legend.end(), "sea") == 0);
    CHECK(sheet.audit.legend == sheet.audit.drawn);
}

TEST_CASE("the same map gives the same file") {
    const MapWorld world;
    const scene::Fonts fonts = test::house_fonts();
    const auto svg = [&] {
        return to_svg(drawn(world.map_of("00 01 11", "21")).scene, fonts, {.maker = "test"});
    };
    CHECK(svg() == svg());
}

TEST_CASE("every member has its name, no label overlaps another, and all lie in the frame") {
    for_each_example([](const Example&, const DrawnMap& map) {
        CHECK(map.audit.dropped_members.empty());
        CHECK(overlapping_labels(map.audit) == 0);
        std::size_t names = 0;
        for (const auto& label : map.audit.labels) {
            CHECK(contains(map.audit.frame, label.box));
            CHECK(label.size_pt >= 6.5);
            names += label.kind == "member" ? 1U : 0U;
        }
        CHECK(names == map.audit.members.size());
    });
}

TEST_CASE("labels that overlap are counted by pairs") {
    Audit audit;
    CHECK(overlapping_labels(audit) == 0);
    for (const double left : {0.0, 5.0, 8.0, 20.0})
        audit.labels.push_back({.text = "x", .kind = "member", .box = {left, 0, left + 10, 3}});
    CHECK(overlapping_labels(audit) == 3);
}

TEST_CASE("each part of an area and each hole in it has one closed outline") {
    for_each_example([](const Example& example, const DrawnMap& map) {
        const PaperLines outline = lines_of(map.scene, "area-outline");
        CHECK(outline.size() == example.outlines);
        for (const PaperLine& line : outline)
            CHECK(line.front() == line.back());
    });
}

TEST_CASE("borders between regions are drawn where more than one region is seen") {
    const MapWorld world;
    CHECK_FALSE(lines_of(drawn(world.map_of("00 01", "20")).scene, "region-border").empty());
    AreaMap map = world.map_of("00 01");
    CHECK_FALSE(test::texts_of(drawn(map).scene, "names").empty());
}

TEST_CASE("a map of made-up boundaries says so in the frame, another does not") {
    const MapWorld world;
    AreaMap map = world.map_of("00 01 11");
    CHECK(group_of(drawn(map).scene, "schematic") == nullptr);
    CHECK_FALSE(drawn(map).audit.is_schematic);
    map.is_schematic = true;
    const DrawnMap sheet = drawn(map);
    CHECK(sheet.audit.is_schematic);
    CHECK(test::texts_of(sheet.scene, "schematic") == Codes{"schematische grenzen"});
    const PaperBox mark = box_around(lines_of(sheet.scene, "schematic"));
    CHECK(contains(sheet.audit.frame, mark));
    for (const auto& label : sheet.audit.labels)
        CHECK_FALSE(overlap(mark, label.box));
    map.language = Language::English;
    CHECK(test::texts_of(drawn(map).scene, "schematic") == Codes{"schematic boundaries"});
}

TEST_CASE("a scale bar is true, and its scale is one of the list") {
    for_each_example([](const Example&, const DrawnMap& map) {
        CHECK(std::count(scale_list().begin(), scale_list().end(), map.audit.scale) == 1);
        CHECK(map.audit.scale_bar_mm * map.audit.scale / 1000 == Approx(map.audit.scale_bar_m));
    });
}

TEST_CASE("characters that the font lacks are told, each once") {
    const MapWorld world;
    AreaMap map = world.map_of("00 01");
    CHECK(drawn(map).audit.missing_characters.empty());
    map.title = "Werkingsgebied van 東京東";
    map.facts = {"京"};
    CHECK(drawn(map).audit.missing_characters == Codes{"京", "東"});
}

TEST_CASE("an area without polygons is refused") {
    const MapWorld world;
    CHECK(refusal_of(world.map_of("")) ==
          std::pair<std::string, std::string>(
              "Werkingsgebied van Voorbeeld: no member has a polygon in test: there is nothing to "
              "draw",
              "does the layer have the codes of the list, and of its day?"));
}

TEST_CASE("an area that is too large for the sheet is refused, with the paper that would do") {
    const MapWorld world({.cell_m = 40'000});
    const auto [message, hint] = refusal_of(world.map_of("00 30"));
    CHECK_THAT(message, Catch::StartsWith("Werkingsgebied van Voorbeeld: the area is 160 by 4"));
    CHECK_THAT(message, Catch::EndsWith("km, too large for an A4 sheet at 1:500\u00a0000, the "
                                        "coarsest scale"));
    CHECK(hint == "take larger paper: --paper A2");
    const MapWorld huge({.cell_m = 400'000});
    CHECK(refusal_of(huge.map_of("00 30")).second == "no sheet up to A0 is large enough");
}

TEST_CASE("what can be measured of a sheet is told as JSON") {
    const MapWorld world;
    const auto json = test::parse_json(to_json(drawn(world.map_of("00 01", "20")).audit));
    CHECK(json["schema"] == "regio.map-audit/1");
    CHECK(json["members"] == Codes{"00", "01", "20"});
    CHECK(json["outsiders"] == Codes{"20"});
    CHECK(json["legend"] == json["drawn"]);
}

} // namespace regio::map
