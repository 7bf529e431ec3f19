#include "kernel/trapezoids.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace regio::kernel {

namespace {

double height_at(const Segment& edge, double x) {
    return edge.a.y + (x - edge.a.x) * (edge.b.y - edge.a.y) / (edge.b.x - edge.a.x);
}

double width_at(const Trapezoid& trapezoid, double x) {
    return height_at(trapezoid.above, x) - height_at(trapezoid.below, x);
}

double area_of(const std::vector<Trapezoid>& trapezoids) {
    double area = 0;
    for (const Trapezoid& t : trapezoids)
        area += (t.right - t.left) * (width_at(t, t.left) + width_at(t, t.right)) / 2;
    return area;
}

std::size_t point_count(const Polygon& polygon) {
    std::size_t points = polygon.shell.size();
    for (const Ring& hole : polygon.holes)
        points += hole.size();
    return points;
}

/// Together they have the area of the polygon and each lies in it: then they cover it once.
void check_cover(const Polygon& polygon) {
    const test::GeosOracle geos;
    CAPTURE(test::to_wkt({polygon}));
    const auto all = trapezoids(polygon);
    CHECK(area_of(all) == Approx(static_cast<double>(moments(polygon).twice_area) / 2));
    CHECK(all.size() <= 3 * point_count(polygon));
    for (const Trapezoid& t : all) {
        REQUIRE(t.left < t.right);
        CHECK(std::min(width_at(t, t.left), width_at(t, t.right)) >= -1e-9);
        const double x = (t.left + t.right) / 2.0;
        const Position middle{x, (height_at(t.below, x) + height_at(t.above, x)) / 2};
        CHECK(geos.distance(middle, {polygon}) == 0);
    }
}

Polygon polygon_of(const char* wkt) {
    return test::polygons_of(wkt).at(0);
}

/// With their rings in a row and counter-clockwise shells, whatever GEOS makes of them.
MultiPolygon random_areas(std::uint32_t seed) {
    MultiPolygon areas;
    for (const auto& shape : test::random_coverage(seed, {.jitter = 2})) {
        const auto united = test::GeosOracle().union_of(std::array{shape.polygons});
        areas.insert(areas.end(), united.begin(), united.end());
    }
    return test::normalised(std::move(areas));
}

} // namespace

TEST_CASE("a rectangle is one trapezoid, a triangle two at most") {
    CHECK(trapezoids(polygon_of("POLYGON((0 0, 10 0, 10 4, 0 4))")) ==
          std::vector<Trapezoid>{
              {.left = 0, .right = 10, .below = {{0, 0}, {10, 0}}, .above = {{0, 4}, {10, 4}}}});
    CHECK(trapezoids(polygon_of("POLYGON((0 0, 10 0, 0 5))")).size() == 1);
    CHECK(trapezoids(polygon_of("POLYGON((0 0, 10 0, 4 5))")).size() == 2);
}

TEST_CASE("what lies above and below a hole are trapezoids of their own") {
    const auto all = trapezoids(
        test::normalised(test::polygons_of("POLYGON((0 0, 9 0, 9 9, 0 9), (3 3, 6 3, 6 6, 3 6))"))
            .at(0));
    CHECK(all.size() == 4);
    CHECK(area_of(all) == Approx(72));
}

TEST_CASE("rings that touch in a point are cut there and no worse for it") {
    for (const char* wkt :
         {"POLYGON((0 0, 9 0, 9 9, 0 9), (0 3, 6 2, 6 6))", // a hole at the shell's edge
          "POLYGON((0 0, 9 0, 9 9, 0 9), (2 2, 5 5, 2 7), (5 5, 8 3, 8 8))", // two holes
          "POLYGON((0 0, 9 0, 9 9, 0 9), (4 0, 6 4, 2 4))",                  // from below
          "POLYGON((0 0, 9 0, 9 9, 0 9), (9 4, 5 6, 5 2))"}) {               // from the right
        CAPTURE(wkt);
        check_cover(test::normalised(test::polygons_of(wkt)).at(0));
    }
}

TEST_CASE("trapezoids cover a polygon once") {
    std::size_t checked = 0;
    for (const auto seed : test::seeds(12)) {
        INFO("seed " << seed);
        for (const Polygon& polygon : random_areas(seed)) {
            check_cover(polygon);
            ++checked;
        }
    }
    for (const Ring& ring : test::simple_rings(40, 9))
        check_cover({.shell = ring, .holes = {}});
    CHECK(checked > 20);
}

TEST_CASE("neither the order of rings nor their start changes a trapezoid") {
    for (const auto seed : test::seeds(6)) {
        INFO("seed " << seed);
        for (Polygon polygon : random_areas(seed)) {
            const auto expected = trapezoids(polygon);
            std::reverse(polygon.holes.begin(), polygon.holes.end());
            std::rotate(polygon.shell.begin(), polygon.shell.begin() + 2, polygon.shell.end());
            CHECK(trapezoids(polygon) == expected);
        }
    }
}

} // namespace regio::kernel
