#include "coverage/ring_builder.hpp"
#include "tests/support/geometry.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

namespace regio::coverage {

namespace {

using kernel::Ring;

/// The rings in order, whatever the order of the lines.
std::vector<Ring> joined(const std::vector<Line>& lines) {
    auto rings = join_rings(lines);
    std::sort(rings.begin(), rings.end());
    return rings;
}

} // namespace

TEST_CASE("no lines make no rings, and a line that does not close makes none") {
    CHECK(join_rings({}).empty());
    CHECK(join_rings({{{0, 0}, {9, 0}, {9, 9}}}).empty());
    CHECK(join_rings({{{0, 0}, {9, 0}}, {{9, 0}, {9, 9}}}).empty());
    CHECK(assemble({}).empty());
}

TEST_CASE("lines are joined end to end whatever their order") {
    const std::vector<Ring> triangle = {{{0, 0}, {9, 0}, {0, 9}}};
    CHECK(joined({{{9, 0}, {0, 9}, {0, 0}, {9, 0}}}) == triangle);
    CHECK(joined({{{9, 0}, {0, 9}}, {{0, 0}, {9, 0}}, {{0, 9}, {0, 0}}}) == triangle);
}

TEST_CASE("an edge there and back is no ring") {
    CHECK(join_rings({{{0, 0}, {9, 0}}, {{9, 0}, {0, 0}}}).empty());
}

TEST_CASE("a ring that meets itself in two points in turn is split in both") {
    // The lower half of a lens and the upper one, in one line that passes (0 0) and (20 0) twice.
    const Line line = {{0, 0},  {10, -9}, {20, 0}, {10, -2}, {0, 0}, {6, 2},
                       {10, 3}, {14, 2},  {20, 0}, {10, 9},  {0, 0}};
    CHECK(joined({line}) == std::vector<Ring>{{{0, 0}, {6, 2}, {10, 3}, {14, 2}, {20, 0}, {10, 9}},
                                              {{0, 0}, {10, -9}, {20, 0}, {10, -2}}});
}

TEST_CASE("a hole without a shell around it is left out") {
    CHECK(assemble({{{0, 0}, {0, 9}, {9, 0}}}).empty());
    CHECK(test::to_wkt(assemble({{{0, 0}, {0, 9}, {9, 0}}, {{20, 0}, {29, 0}, {20, 9}}})) ==
          "POLYGON((20 0, 29 0, 20 9, 20 0))");
}

TEST_CASE("a hole that shares all its points with two shells belongs to the one it lies in") {
    const Ring hole = {{0, 0}, {3, 3}, {6, 0}};
    const Ring around = {{0, 0}, {6, 0}, {6, 6}, {0, 6}};
    const Ring filling = {{0, 0}, {6, 0}, {3, 3}};
    CHECK(
        test::to_wkt(assemble({hole, filling, around})) ==
        "MULTIPOLYGON(((0 0, 6 0, 3 3, 0 0)), ((0 0, 6 0, 6 6, 0 6, 0 0), (0 0, 3 3, 6 0, 0 0)))");
}

} // namespace regio::coverage
