// Members of which only some former parts take part.

#include "map/area_map.hpp"
#include "map/base_map.hpp"
#include "map/view.hpp"
#include "map/working_area.hpp"
#include "tests/support/map_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace regio::map {

namespace {

using test::drawn;
using test::MapWorld;
using test::rings_of;

/// Municipality 11 made of Oud-West and Oud-Oost, of which the first is a member. The borders of
/// these are of another survey: straight.
PartialMembership western_half() {
    return {.parts = "Oud-West",
            .wanted = {test::rectangle(6000, 6000, 9000, 12'000)},
            .others = {test::rectangle(9000, 6000, 12'000, 12'000)}};
}

AreaMap with_partial(const MapWorld& world, PartialMembership partial) {
    AreaMap map = world.map_of("00 01 11");
    for (auto& municipality : map.municipalities)
        if (municipality.code == "11")
            municipality.partial = std::move(partial);
    return map;
}

double square_kilometres(const DrawnMap& map, const std::string& path) {
    const double km_per_mm = map.audit.scale / 1e6;
    return test::geos_area(rings_of(map.scene, path)) * km_per_mm * km_per_mm;
}

bool has_label(const DrawnMap& map, const std::string& text) {
    return std::any_of(map.audit.labels.begin(), map.audit.labels.end(),
                       [&](const auto& label) { return label.text == text; });
}

} // namespace

TEST_CASE("of a partial member the former parts are drawn that are members, in their own class") {
    const MapWorld world({.wobble_m = 60});
    const DrawnMap map = drawn(with_partial(world, western_half()));
    CHECK(map.audit.members == std::vector<std::string>{"00", "01", "11"});
    CHECK(map.audit.partial == std::vector<std::string>{"11"});
    CHECK(test::group_of(map.scene, "partial") != nullptr);
    CHECK(map.audit.legend == map.audit.drawn);
    CHECK(std::count(map.audit.legend.begin(), map.audit.legend.end(), "partial") == 1);
}

TEST_CASE("of a partial member all that lies on the near side of the former border is drawn") {
    const MapWorld world({.wobble_m = 60});
    const AreaMap content = with_partial(world, western_half());
    const DrawnMap map = drawn(content);
    const auto area = extent_of_area(content);
    const View view({(area.min_x + area.max_x) / 2, (area.min_y + area.max_y) / 2}, map.audit.scale,
                    map.audit.frame);
    const auto west = on_paper({test::rectangle(0, 0, 9000, 18'000)}, view);
    const BaseMap base(world.chains(), view, test::print_theme().tolerance_mm);
    const auto whole = base.whole(test::features_of(content, "11"));
    CHECK(test::geos_area(rings_of(map.scene, "nis-11")) ==
          Approx(test::geos_shared_area(whole, west)).margin(0.5));
}

TEST_CASE("both halves of a partial member together are all of it") {
    const MapWorld world({.wobble_m = 60});
    PartialMembership other = western_half();
    std::swap(other.wanted, other.others);
    const DrawnMap west = drawn(with_partial(world, western_half()));
    const DrawnMap east = drawn(with_partial(world, std::move(other)));
    const DrawnMap whole = drawn(world.map_of("00 01 11"));
    CHECK(square_kilometres(west, "nis-11") + square_kilometres(east, "nis-11") ==
          Approx(square_kilometres(whole, "nis-11")).epsilon(0.001));
}

TEST_CASE("the outline of an area runs along the border of the former part") {
    const MapWorld world({.wobble_m = 60});
    const DrawnMap map = drawn(with_partial(world, western_half()));
    const auto outline = test::lines_of(map.scene, "area-outline");
    REQUIRE(outline.size() == 1);
    CHECK(outline.front().front() == outline.front().back());
    std::map<double, double> upright_mm; // by place; between the former parts it is 6 km
    for (std::size_t i = 0; i + 1 < outline.front().size(); ++i) {
        const auto& from = outline.front()[i];
        const auto& to = outline.front()[i + 1];
        if (std::abs(from.x - to.x) < 1e-9)
            upright_mm[from.x] += std::abs(from.y - to.y);
    }
    double straight_mm = 0;
    for (const auto& [place, length] : upright_mm)
        straight_mm = std::max(straight_mm, length);
    CHECK(straight_mm == Approx(6e6 / map.audit.scale).margin(2));
}

TEST_CASE(
    "a partial member whose former parts are not known is drawn whole, in the class of its own") {
    const MapWorld world({.wobble_m = 60});
    const DrawnMap map = drawn(with_partial(world, {.parts = "Oud-West"}));
    CHECK(map.audit.partial == std::vector<std::string>{"11"});
    CHECK(test::group_of(map.scene, "partial") != nullptr);
    const DrawnMap whole = drawn(world.map_of("00 01 11"));
    CHECK(square_kilometres(map, "nis-11") == Approx(square_kilometres(whole, "nis-11")));
    CHECK(test::lines_of(map.scene, "area-outline") == test::lines_of(whole.scene, "area-outline"));
}

TEST_CASE("the name of a partial member says which part is meant") {
    const MapWorld world({.wobble_m = 60});
    CHECK(has_label(drawn(with_partial(world, western_half())), "Eikenhout (deel Oud-West)"));
    AreaMap english = with_partial(world, {.parts = "Oud-West"});
    english.language = Language::English;
    CHECK(has_label(drawn(english), "Eikenhout (part Oud-West)"));
}

TEST_CASE("the area of a map counts of a partial member the parts that are drawn") {
    const MapWorld world({.wobble_m = 0});
    AreaMap map = with_partial(world, western_half());
    for (auto& municipality : map.municipalities)
        if (municipality.code != "11")
            municipality.role = Role::Other;
    const DrawnMap sheet = drawn(map);
    CHECK(sheet.audit.scale == 50'000);
    CHECK(sheet.audit.fill == Approx(120 / sheet.audit.frame.height()));
}

} // namespace regio::map
