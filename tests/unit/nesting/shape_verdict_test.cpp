#include "nesting/shape_verdict.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace regio::nesting {

namespace {

using kernel::EdgeIndex;
using kernel::Lattice;
using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using test::Dice;
using test::kUnits;
using test::Shapes;

MultiPolygon area_of(const char* wkt) {
    return test::normalised(test::polygons_of(wkt));
}

constexpr const char* kContainer = "POLYGON((0 0, 1000 0, 1000 100, 0 100))";
/// A strip of 30 above it.
constexpr const char* kStrip = "POLYGON((100 100, 500 100, 500 130, 100 130))";

ShapeVerdict judge_at(const MultiPolygon& excess, const MultiPolygon& container,
                      double tolerance_m) {
    return judge_shape(excess, EdgeIndex(container), kUnits, {.tolerance_m = tolerance_m});
}

ShapeVerdict judge_strip(double tolerance_m) {
    return judge_at(area_of(kStrip), area_of(kContainer), tolerance_m);
}

/// Which features belong to something.
using Choice = std::vector<bool>;

Choice random_choice(Dice& dice, std::size_t count) {
    Choice choice;
    for (std::size_t i = 0; i < count; ++i)
        choice.push_back(dice.roll(0, 1) == 1);
    return choice;
}

MultiPolygon united(const Shapes& shapes, const Choice& choice) {
    std::vector<MultiPolygon> all;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (choice[i])
            all.push_back(shapes[i].polygons);
    return test::normalised(test::GeosOracle().union_of(all));
}

/// What of an area of whole features lies outside a container of whole features.
MultiPolygon excess_of(const Shapes& shapes, const Choice& area, const Choice& container) {
    Choice outside;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        outside.push_back(area[i] && !container[i]);
    return united(shapes, outside);
}

/// A container that is not empty.
Choice random_container(Dice& dice, std::size_t count) {
    Choice choice = random_choice(dice, count);
    choice[static_cast<std::size_t>(dice.roll(0, static_cast<int>(count) - 1))] = true;
    return choice;
}

bool is_inside(const ShapeVerdict& verdict) {
    return verdict.relation == ShapeRelation::Exact || verdict.relation == ShapeRelation::Within;
}

MultiPolygon moved(MultiPolygon polygons, Point by) {
    const auto move = [&](kernel::Ring& ring) {
        for (Point& point : ring)
            point = {point.x + by.x, point.y + by.y};
    };
    for (Polygon& polygon : polygons) {
        move(polygon.shell);
        for (auto& hole : polygon.holes)
            move(hole);
    }
    return polygons;
}

/// Everything but places.
void check_same_measures(const ExcessPart& one, const ExcessPart& other) {
    CHECK((one.twice_area == other.twice_area));
    CHECK(one.area_m2 == other.area_m2);
    CHECK(one.perimeter_m == other.perimeter_m);
    CHECK(one.mean_width_m == other.mean_width_m);
    CHECK(one.greatest_width == other.greatest_width);
    CHECK(one.depth == other.depth);
}

void check_same(const ShapeVerdict& one, const ShapeVerdict& other) {
    CHECK(one.relation == other.relation);
    CHECK(one.depth == other.depth);
    CHECK(one.holds_from_m == other.holds_from_m);
    CHECK(one.holds_to_m == other.holds_to_m);
    CHECK(one.is_fragile == other.is_fragile);
    REQUIRE(one.parts.size() == other.parts.size());
    for (std::size_t i = 0; i < one.parts.size(); ++i)
        check_same_measures(one.parts[i], other.parts[i]);
}

} // namespace

TEST_CASE("an area without excess is exact at any tolerance") {
    const auto verdict = judge_at({}, area_of(kContainer), 0);
    CHECK(verdict.relation == ShapeRelation::Exact);
    CHECK(verdict.parts.empty());
    CHECK(verdict.holds_from_m == 0);
    CHECK(verdict.holds_to_m == std::numeric_limits<double>::infinity());
    CHECK_FALSE(verdict.is_fragile);
}

TEST_CASE("a strip has its area, perimeter, widths and depth") {
    const auto verdict = judge_strip(10);
    REQUIRE(verdict.parts.size() == 1);
    const ExcessPart& part = verdict.parts[0];
    CHECK(part.area_m2 == 400 * 30);
    CHECK(part.perimeter_m == 860);
    CHECK(part.mean_width_m == Approx(2.0 * 400 * 30 / 860));
    CHECK(part.greatest_width.least_m <= 30);
    CHECK(part.greatest_width.greatest_m >= 30);
    CHECK(part.greatest_width.greatest_m - part.greatest_width.least_m <= 0.1);
    CHECK(part.depth.least_m <= 30);
    CHECK(part.depth.greatest_m >= 30);
    CHECK(part.depth.greatest_m - part.depth.least_m <= 0.001);
    CHECK(part.deepest.y == 130);
}

TEST_CASE("a triangle that stands on its container is as deep as it is high") {
    const auto verdict =
        judge_at(area_of("POLYGON((100 100, 140 100, 100 130))"), area_of(kContainer), 10);
    CHECK(verdict.depth.middle_m() == Approx(30).margin(0.001));
    CHECK(verdict.parts.at(0).greatest_width.middle_m() == Approx(20).margin(0.1));
    CHECK(verdict.parts.at(0).perimeter_m == Approx(120));
    CHECK(verdict.parts.at(0).deepest == kernel::Position{100, 130});
}

TEST_CASE("measures are metres whatever the unit of the lattice is") {
    const Lattice millimetres{.units_per_metre = 1000, .origin_x = 5'000'000, .origin_y = 7'000};
    const auto part =
        measure_part(area_of(kStrip).at(0), EdgeIndex(area_of(kContainer)), millimetres, 0.001);
    CHECK(part.area_m2 == Approx(0.012));
    CHECK(part.perimeter_m == Approx(0.86));
    CHECK(part.depth.middle_m() == Approx(0.03).margin(0.001));
    CHECK(part.deepest.y == Approx(7.13));
}

TEST_CASE("the tolerance tells noise from trespass, and the interval ends where it changes") {
    const double depth = judge_strip(0).depth.greatest_m;
    CHECK(judge_strip(0).relation == ShapeRelation::Outside);
    CHECK(judge_strip(29.99).relation == ShapeRelation::Outside);
    CHECK(judge_strip(30.01).relation == ShapeRelation::Within);
    const auto outside = judge_strip(10);
    CHECK(outside.holds_from_m == 0);
    CHECK(outside.holds_to_m == Approx(30).margin(0.001));
    CHECK(judge_strip(outside.holds_to_m - 1e-9).relation == ShapeRelation::Outside);
    const auto within = judge_strip(100);
    CHECK(within.holds_from_m == depth);
    CHECK(within.holds_to_m == std::numeric_limits<double>::infinity());
    CHECK(judge_strip(within.holds_from_m).relation == ShapeRelation::Within);
}

TEST_CASE("a tolerance that the depth equals is said to be that") {
    const auto verdict = judge_strip(30);
    CHECK(verdict.relation == ShapeRelation::AtTolerance);
    CHECK(verdict.is_fragile);
    CHECK(verdict.holds_from_m <= 30);
    CHECK(verdict.holds_to_m > 30);
    CHECK(verdict.holds_to_m - verdict.holds_from_m <= 0.001);
    CHECK(judge_strip(30.0003).relation == ShapeRelation::Within);
    CHECK(judge_strip(29.9997).relation == ShapeRelation::Outside);
}

TEST_CASE("an answer that half or twice the tolerance changes is fragile") {
    CHECK_FALSE(judge_strip(14.9).is_fragile);
    CHECK(judge_strip(15.1).is_fragile);
    CHECK(judge_strip(59.9).is_fragile);
    CHECK_FALSE(judge_strip(60.1).is_fragile);
    CHECK_FALSE(judge_strip(0).is_fragile);
}

TEST_CASE("the deepest part decides, and comes first") {
    auto excess = area_of(kStrip);
    excess.push_back(area_of("POLYGON((700 100, 710 100, 710 150, 700 150))").at(0));
    const auto verdict = judge_at(excess, area_of(kContainer), 40);
    CHECK(verdict.relation == ShapeRelation::Outside);
    REQUIRE(verdict.parts.size() == 2);
    CHECK(verdict.parts[0].place == 1);
    CHECK(verdict.parts[0].depth.middle_m() == Approx(50).margin(0.001));
    CHECK(verdict.parts[1].depth.middle_m() == Approx(30).margin(0.1));
    CHECK((verdict.twice_area == 2 * (400 * 30 + 10 * 50)));
}

TEST_CASE("borders inside the container make nothing nearer") {
    const auto two_regions = area_of("MULTIPOLYGON(((0 0, 300 0, 300 100, 0 100)), "
                                     "((300 0, 1000 0, 1000 100, 300 100)))");
    check_same(judge_at(area_of(kStrip), two_regions, 10), judge_strip(10));
}

TEST_CASE("neither a larger container nor a larger tolerance turns inside into outside") {
    std::size_t inside = 0;
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        Dice dice(seed);
        const auto shapes = test::random_coverage(seed, {.features = 6, .jitter = 2});
        const Choice area = random_choice(dice, shapes.size());
        const Choice small = random_container(dice, shapes.size());
        Choice large = small;
        large[static_cast<std::size_t>(dice.roll(0, static_cast<int>(shapes.size()) - 1))] = true;
        const double tolerance = dice.roll(0, 200) / 10.0;
        const auto before =
            judge_at(excess_of(shapes, area, small), united(shapes, small), tolerance);
        if (!is_inside(before))
            continue;
        ++inside;
        CHECK(
            is_inside(judge_at(excess_of(shapes, area, large), united(shapes, large), tolerance)));
        CHECK(is_inside(judge_at(excess_of(shapes, area, small), united(shapes, small),
                                 tolerance + dice.roll(1, 50) / 10.0)));
    }
    CHECK(inside > 10);
}

TEST_CASE("areas of whole municipalities are exact or outside as their sets are") {
    std::size_t exact = 0;
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        Dice dice(seed);
        const auto shapes = test::random_coverage(seed, {.features = 4, .jitter = 2});
        const Choice area = random_choice(dice, shapes.size());
        const Choice region = random_container(dice, shapes.size());
        bool lies_inside = true;
        for (std::size_t i = 0; i < shapes.size(); ++i)
            lies_inside = lies_inside && (!area[i] || region[i] || shapes[i].polygons.empty());
        const auto verdict = judge_at(excess_of(shapes, area, region), united(shapes, region), 0);
        CHECK(verdict.relation == (lies_inside ? ShapeRelation::Exact : ShapeRelation::Outside));
        exact += lies_inside ? 1U : 0U;
    }
    CHECK(exact > 3);
    CHECK(exact < 30);
}

TEST_CASE("the interval of every answer ends where the answer changes") {
    for (const auto seed : test::seeds(8)) {
        INFO("seed " << seed);
        Dice dice(seed);
        const auto shapes = test::random_coverage(seed, {.jitter = 2});
        const Choice container = random_container(dice, shapes.size());
        const auto excess = excess_of(shapes, Choice(shapes.size(), true), container);
        if (excess.empty())
            continue;
        const auto borders = united(shapes, container);
        const auto verdict = judge_at(excess, borders, 0);
        const double end = verdict.holds_to_m;
        CHECK(judge_at(excess, borders, end - 1e-6).relation == ShapeRelation::Outside);
        CHECK(judge_at(excess, borders, end + 0.001).relation == ShapeRelation::Within);
        CHECK(judge_at(excess, borders, end + 0.001).holds_from_m <= end + 0.001);
    }
}

TEST_CASE("a translation moves the places and changes nothing else") {
    for (const auto seed : test::seeds(5)) {
        INFO("seed " << seed);
        Dice dice(seed);
        const auto shapes = test::random_coverage(seed, {.jitter = 2});
        const Choice container = random_container(dice, shapes.size());
        const auto excess = excess_of(shapes, Choice(shapes.size(), true), container);
        const auto borders = united(shapes, container);
        const Point by{dice.roll(-1'000'000'000, 1'000'000'000), 123'456'789};
        const auto expected = judge_at(excess, borders, 3);
        const auto verdict = judge_at(moved(excess, by), moved(borders, by), 3);
        check_same(verdict, expected);
        for (std::size_t i = 0; i < verdict.parts.size(); ++i) {
            CHECK(verdict.parts[i].deepest.x - by.x ==
                  Approx(expected.parts[i].deepest.x).margin(1e-6));
            CHECK(verdict.parts[i].deepest.y - by.y ==
                  Approx(expected.parts[i].deepest.y).margin(1e-6));
        }
    }
}

TEST_CASE("no order of parts, rings and vertices changes an answer") {
    for (const auto seed : test::seeds(5)) {
        INFO("seed " << seed);
        Dice dice(seed);
        const auto shapes = test::random_coverage(seed, {.jitter = 2});
        const Choice container = random_container(dice, shapes.size());
        auto excess = excess_of(shapes, Choice(shapes.size(), true), container);
        auto borders = united(shapes, container);
        const auto expected = judge_at(excess, borders, 3);
        for (MultiPolygon* polygons : {&excess, &borders}) {
            std::reverse(polygons->begin(), polygons->end());
            for (Polygon& polygon : *polygons) {
                std::rotate(polygon.shell.begin(), polygon.shell.begin() + 1, polygon.shell.end());
                std::reverse(polygon.holes.begin(), polygon.holes.end());
            }
        }
        const auto verdict = judge_at(excess, borders, 3);
        check_same(verdict, expected);
        for (std::size_t i = 0; i < verdict.parts.size(); ++i)
            CHECK(verdict.parts[i].deepest == expected.parts[i].deepest);
    }
}

} // namespace regio::nesting
