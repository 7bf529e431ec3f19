// The largest circle in an area.

#include "map/inscribed_circle.hpp"
#include "tests/support/label_world.hpp"

#include <catch2/catch.hpp>

namespace regio::map {

using scene::PaperLine;
using scene::PaperPoint;
using test::rectangle;

namespace {

const PaperLine kSquare = rectangle({0, 0, 10, 10});

/// Whether the circle is this one to within the tolerance that is the default.
void check(const std::optional<Circle>& circle, PaperPoint centre, double radius_mm) {
    REQUIRE(circle);
    CHECK(circle->centre.x == Approx(centre.x).margin(0.15));
    CHECK(circle->centre.y == Approx(centre.y).margin(0.15));
    CHECK(circle->radius_mm == Approx(radius_mm).margin(0.1));
}

} // namespace

TEST_CASE("nothing has no circle") {
    CHECK_FALSE(largest_inscribed_circle({}));
    CHECK_FALSE(largest_inscribed_circle({{}}));
    CHECK_FALSE(largest_inscribed_circle({{{1, 1}}}));
    CHECK_FALSE(largest_inscribed_circle({{{1, 1}, {2, 2}}}));
}

TEST_CASE("rings without an area have no circle") {
    CHECK_FALSE(largest_inscribed_circle({{{0, 0}, {5, 5}, {9, 9}}}));
    CHECK_FALSE(largest_inscribed_circle({{{1, 1}, {1, 1}, {1, 1}}}));
}

TEST_CASE("the circle of a square touches its sides, whichever way it turns") {
    check(largest_inscribed_circle({kSquare}), {5, 5}, 5);
    check(largest_inscribed_circle({PaperLine(kSquare.rbegin(), kSquare.rend())}), {5, 5}, 5);
}

TEST_CASE("a ring may repeat its first point") {
    PaperLine closed = kSquare;
    closed.push_back(closed.front());
    check(largest_inscribed_circle({closed}), {5, 5}, 5);
}

TEST_CASE("of two parts the one with the larger circle has it, not the one with more area") {
    check(largest_inscribed_circle({rectangle({20, 0, 24, 100}), kSquare}), {5, 5}, 5);
}

TEST_CASE("a circle does not reach into a hole") {
    check(largest_inscribed_circle({rectangle({0, 0, 12, 6}), rectangle({1, 1, 6, 5})}), {9, 3}, 3);
}

TEST_CASE("a hole as large as its shell leaves nothing") {
    CHECK_FALSE(largest_inscribed_circle({kSquare, kSquare}));
}

TEST_CASE("a part may lie in a hole of another") {
    check(largest_inscribed_circle(
              {rectangle({0, 0, 30, 30}), rectangle({1, 1, 29, 29}), rectangle({10, 10, 20, 20})}),
          {15, 15}, 5);
}

TEST_CASE("a hole may share an edge with its shell, as a cut along the frame leaves it") {
    check(largest_inscribed_circle({rectangle({0, 0, 20, 10}), rectangle({0, 0, 12, 10})}), {16, 5},
          4);
}

TEST_CASE("an edge that is walked to and fro is no border") {
    SECTION("between two parts") {
        check(largest_inscribed_circle({{{0, 0},
                                         {10, 0},
                                         {10, 10},
                                         {20, 10},
                                         {20, 4},
                                         {26, 4},
                                         {26, 10},
                                         {10, 10},
                                         {0, 10}}}),
              {5, 5}, 5);
    }
    SECTION("between a shell and its hole") {
        check(largest_inscribed_circle({{{0, 0},
                                         {12, 0},
                                         {12, 6},
                                         {0, 6},
                                         {0, 0},
                                         {1, 1},
                                         {1, 5},
                                         {6, 5},
                                         {6, 1},
                                         {1, 1}}}),
              {9, 3}, 3);
    }
}

TEST_CASE("what a ring goes around twice is outside") {
    check(largest_inscribed_circle(
              {{{0, 0}, {12, 0}, {12, 6}, {0, 6}, {0, 0}, {1, 1}, {6, 1}, {6, 5}, {1, 5}, {1, 1}}}),
          {9, 3}, 3);
    PaperLine twice = kSquare;
    twice.insert(twice.end(), kSquare.begin(), kSquare.end());
    CHECK_FALSE(largest_inscribed_circle({twice}));
}

TEST_CASE("a ring that crosses itself is read as the parts it has") {
    // Two triangles with a corner in common, the left one larger.
    check(largest_inscribed_circle({{{0, 0}, {30, 15}, {30, 5}, {0, 20}}}), {6.18, 10}, 6.18);
}

TEST_CASE("an area smaller than the tolerance has a circle") {
    const auto circle = largest_inscribed_circle({rectangle({0, 0, 0.04, 0.04})});
    REQUIRE(circle);
    CHECK(circle->radius_mm == Approx(0.02).epsilon(0.1));
}

TEST_CASE("the circle of a sliver is found at once, and lies in it") {
    for (const double width : {1e-3, 1e-6, 1e-9}) {
        const PaperLine level{{0, 0}, {200, 0}, {200, width}, {0, width}};
        const PaperLine slanted{{0, 0}, {200, 100}, {200, 100 + width}, {0, width}};
        for (const PaperLine& sliver : {level, slanted}) {
            const auto circle = largest_inscribed_circle({sliver});
            REQUIRE(circle);
            CHECK(circle->radius_mm > 0);
            CHECK(circle->radius_mm <= width / 2);
            CHECK(circle->centre.x > 0);
            CHECK(circle->centre.x < 200);
        }
    }
}

} // namespace regio::map
