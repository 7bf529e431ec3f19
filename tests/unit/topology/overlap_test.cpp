#include "tests/support/random_layers.hpp"
#include "topology/overlap.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace regio::topology {

namespace {

using test::layer_of;
using Areas = std::map<std::pair<std::string, std::string>, double>;

/// In square units, by codes.
Areas areas_of(const layer::Layer& a, const layer::Layer& b) {
    Areas areas;
    for (const auto& pair : overlap(Chains(a), Chains(b)))
        areas[{a[pair.a].code, b[pair.b].code}] = pair.area.twice_area() / 2;
    return areas;
}

Areas areas_of(std::string_view a, std::string_view b) {
    return areas_of(layer_of(a), layer_of(b));
}

} // namespace

TEST_CASE("two squares share the square in which they overlap") {
    const Areas expected{{{"a", "b"}, 25.0}};
    CHECK(areas_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))",
                   "b: POLYGON((5 5, 15 5, 15 15, 5 15))") == expected);
}

TEST_CASE("a triangle that is cut between lattice points keeps its fraction") {
    // The line from (0, 0) to (3, 1) leaves a third of the unit strip: 1/2 * 1 * 1/3.
    const Areas areas = areas_of("a: POLYGON((0 0, 3 0, 3 1))", "b: POLYGON((0 0, 1 0, 1 1, 0 1))");
    REQUIRE(areas.size() == 1);
    CHECK(areas.begin()->second == Approx(1.0 / 6).epsilon(1e-15));
}

TEST_CASE("areas that share nothing but borders or points are no pair") {
    CHECK(areas_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))",
                   "b: POLYGON((10 0, 20 0, 20 10, 10 10))\n"
                   "c: POLYGON((2 10, 5 10, 5 20, 2 20))\n"
                   "d: POLYGON((10 10, 20 10, 20 20))\n"
                   "e: POLYGON((-5 5, 0 2, 0 8))")
              .empty());
}

TEST_CASE("an area in a hole is no pair, and an area around everything has all of it") {
    const auto a = "a: POLYGON((0 0, 30 0, 30 30, 0 30), (10 10, 20 10, 20 20, 10 20))";
    CHECK(areas_of(a, "b: POLYGON((10 10, 20 10, 20 20, 10 20))").empty());
    CHECK(areas_of(a, "b: POLYGON((12 12, 18 12, 18 18, 12 18))").empty());
    const Areas all{{{"a", "b"}, 800.0}};
    CHECK(areas_of(a, "b: POLYGON((-5 -5, 35 -5, 35 35, -5 35))") == all);
    CHECK(areas_of(a, "b: POLYGON((0 0, 30 0, 30 30, 0 30))") == all);
}

TEST_CASE("features of one layer may overlap each other") {
    const Areas expected{{{"a", "b"}, 50.0}, {{"a", "c"}, 50.0}, {{"a", "d"}, 100.0}};
    CHECK(areas_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))",
                   "b: POLYGON((0 0, 5 0, 5 10, 0 10))\n"
                   "c: POLYGON((3 0, 8 0, 8 10, 3 10))\n"
                   "d: POLYGON((0 0, 10 0, 10 10, 0 10))") == expected);
}

TEST_CASE("borders with other vertices are the same border") {
    const auto b = "l: POLYGON((0 0, 5 0, 5 9, 0 9))\n"
                   "r: POLYGON((5 0, 10 0, 10 9, 5 9, 5 6, 5 3))";
    const Areas expected{{{"a", "l"}, 4.0}, {{"a", "r"}, 4.0}, {{"b", "l"}, 4.0},
                         {{"b", "r"}, 4.0}, {{"c", "l"}, 4.0}, {{"c", "r"}, 4.0}};
    CHECK(areas_of("a: POLYGON((1 1, 9 1, 9 2, 1 2))\nb: POLYGON((1 3, 9 3, 9 4, 1 4))\n"
                   "c: POLYGON((1 6, 9 6, 9 7, 1 7))",
                   b) == expected);
}

TEST_CASE("random layers overlap as their features do pair by pair") {
    for (const std::uint32_t seed : test::seeds(300)) {
        CAPTURE(seed);
        const auto simple = test::simple_rings(40);
        test::Shapes a;
        test::Shapes b;
        for (std::size_t i = 0; i < 4; ++i) {
            a.push_back({"a" + std::to_string(i), {{simple[(seed * 7 + i * 5) % 40], {}}}});
            b.push_back({"b" + std::to_string(i), {{simple[(seed * 11 + i * 13) % 40], {}}}});
        }
        Areas one_by_one;
        for (const auto& one : a)
            for (const auto& other : b)
                one_by_one.merge(areas_of(layer_of({one}), layer_of({other})));
        CHECK(areas_of(layer_of(a), layer_of(b)) == one_by_one);
    }
}

} // namespace regio::topology
