// The second opinions on overlaps, by areas worked out by hand and by each other.

#include "tests/support/boost_oracle.hpp"
#include "tests/support/exact_overlap.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <vector>

namespace regio::test {

namespace {

using Catch::WithinAbs;
using kernel::MultiPolygon;

const auto kSquare = "POLYGON((0 0, 4 0, 4 4, 0 4))";

Rational covered(const char* wkt) {
    return covered_area(polygons_of(wkt));
}

Rational shared(const char* one, const char* other) {
    return overlap_area(polygons_of(one), polygons_of(other));
}

} // namespace

TEST_CASE("a wide number is the same number as a rational") {
    CHECK(rational(0) == 0);
    CHECK(rational(-1) == -1);
    CHECK(rational(kernel::Wide{1} << 100) == Rational("1267650600228229401496703205376"));
    CHECK(rational(-(kernel::Wide{3} << 64)) == Rational("-55340232221128654848"));
}

TEST_CASE("a feature covers what its rings say") {
    CHECK(covered_area({}) == 0);
    CHECK(covered(kSquare) == 16);
    CHECK(covered("POLYGON((0 0, 0 4, 4 4, 4 0))") == 16);
    CHECK(covered("POLYGON((0 0, 3 1, 1 2))") == Rational(5, 2));
    CHECK(covered("POLYGON((0 0, 9 0, 9 9, 0 9), (1 1, 4 1, 4 4, 1 4))") == 72);
    // A hole that reaches out of its shell, and holes that overlap.
    CHECK(covered("POLYGON((0 0, 4 0, 4 4, 0 4), (2 1, 6 1, 6 3, 2 3))") == 12);
    CHECK(covered("POLYGON((0 0, 4 0, 4 4, 0 4), (1 1, 3 1, 3 3, 1 3), (2 2, 4 2, 4 4, 2 4))") ==
          9);
    // An island in a lake, parts that overlap, a part twice.
    CHECK(covered("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9), (1 1, 8 1, 8 8, 1 8)), "
                  "((2 2, 4 2, 4 4, 2 4)))") == 36);
    CHECK(covered("MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4)), ((2 2, 6 2, 6 6, 2 6)))") == 28);
    CHECK(covered("MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4)), ((0 0, 4 0, 4 4, 0 4)))") == 16);
}

TEST_CASE("a ring encloses the points of odd winding") {
    // A bow tie, one that is not in the middle, a spike, a ring that goes around twice.
    CHECK(covered("POLYGON((0 0, 2 2, 2 0, 0 2))") == 2);
    CHECK(covered("POLYGON((0 0, 3 3, 3 0, 0 1))") == Rational(15, 4));
    CHECK(covered("POLYGON((0 0, 4 0, 4 4, 4 9, 4 4, 0 4))") == 16);
    CHECK(covered("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0, 4 0, 4 4, 0 4))") == 0);
    CHECK(covered("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0, 2 0, 2 2, 0 2))") == 12);
}

TEST_CASE("two features share what both cover") {
    CHECK(shared(kSquare, kSquare) == 16);
    CHECK(shared(kSquare, "POLYGON((2 3, 9 3, 9 9, 2 9))") == 2);
    // Apart, with a common corner, a common border, one in the other, across.
    CHECK(shared(kSquare, "POLYGON((5 0, 9 0, 9 4, 5 4))") == 0);
    CHECK(shared(kSquare, "POLYGON((4 4, 9 4, 9 9, 4 9))") == 0);
    CHECK(shared(kSquare, "POLYGON((4 1, 9 1, 9 9, 4 9))") == 0);
    CHECK(shared(kSquare, "POLYGON((1 1, 3 1, 2 3))") == 2);
    CHECK(shared(kSquare, "POLYGON((-1 1, 9 1, 9 2, -1 2))") == 4);
    // In thirds: the line from (-1, 0) to (2, 1) cuts a corner of 2 by 2/3 off.
    CHECK(shared("POLYGON((-1 0, 2 0, 2 1))", "POLYGON((0 0, 2 0, 2 2, 0 2))") == Rational(4, 3));
    CHECK(shared("POLYGON((0 0, 9 0, 9 9, 0 9), (1 1, 4 1, 4 4, 1 4))", kSquare) == 7);
    CHECK(overlap_area({}, polygons_of(kSquare)) == 0);
}

TEST_CASE("what lies under no feature is what the others leave") {
    const auto square = polygons_of(kSquare);
    CHECK(area_under_none(square, {}) == 16);
    CHECK(area_under_none(square, std::array{square}) == 0);
    const std::array others = {polygons_of("POLYGON((2 2, 9 2, 9 9, 2 9))"),
                               polygons_of("POLYGON((1 1, 3 1, 3 3, 1 3))"),
                               polygons_of("POLYGON((8 0, 9 0, 9 1))")};
    CHECK(area_under_none(square, others) == 9);
}

TEST_CASE("exact areas hold at the ends of the lattice") {
    const std::int32_t far = kernel::kFarthest;
    const MultiPolygon all = {
        {.shell = {{-far, -far}, {far, -far}, {far, far}, {-far, far}}, .holes = {}}};
    const MultiPolygon kite = {
        {.shell = {{-far, 0}, {0, -far + 1}, {far, 1}, {1, far}}, .holes = {}}};
    CHECK(covered_area(all) == rational(kernel::Wide{1} << 62));
    CHECK(overlap_area(all, kite) == Rational(rational(twice_area(kite[0].shell)) / 2));
    CHECK(overlap_area(kite, kite) == covered_area(kite));
}

TEST_CASE("exact areas of random rubbish add up") {
    for (const auto seed : seeds(30)) {
        INFO("seed " << seed);
        const Shapes shapes = random_rubbish(seed, {.features = 2});
        const MultiPolygon& one = shapes[0].polygons;
        const MultiPolygon& other = shapes[1].polygons;
        CHECK(overlap_area(one, other) == overlap_area(other, one));
        CHECK(overlap_area(one, one) == covered_area(one));
        CHECK(overlap_area(one, other) + area_under_none(one, std::span(&other, 1)) ==
              covered_area(one));
    }
}

// Two more programs compute the same areas in doubles: off by a few last bits of what they cover.
TEST_CASE("GEOS and Boost.Geometry agree with the exact areas of valid features") {
    const GeosOracle geos;
    const auto rings = simple_rings(60, 9);
    for (std::size_t i = 0; i + 1 < rings.size(); ++i) {
        const MultiPolygon one = {{.shell = rings[i], .holes = {}}};
        const MultiPolygon other = {{.shell = rings[i + 1], .holes = {}}};
        INFO(to_wkt(one) << " and " << to_wkt(other));
        const auto exact = overlap_area(one, other).convert_to<double>();
        CHECK_THAT(geos.overlap_area(one, other), WithinAbs(exact, kDoubleOverlayMargin));
        CHECK_THAT(boost_overlap_area(one, other), WithinAbs(exact, kDoubleOverlayMargin));
    }
}

} // namespace regio::test
