// Areas that names belong to.

#include "map/label_area.hpp"
#include "tests/support/label_world.hpp"

#include <catch2/catch.hpp>

namespace regio::map {

using scene::PaperLine;
using test::rectangle;

namespace {

const std::vector<PaperLine> kFrameShaped = {rectangle({0, 0, 20, 20}), rectangle({5, 5, 15, 15})};

} // namespace

TEST_CASE("nothing contains nothing") {
    const LabelArea area{std::vector<PaperLine>{}};
    CHECK_FALSE(area.contains({0, 0}));
    CHECK(area.grid_points(1).empty());
    CHECK(area.share_of({0, 0, 1, 1}) == 0);
    CHECK_FALSE(area.has_edge_in({-1, -1, 1, 1}));
}

TEST_CASE("a hole is outside, and so is what surrounds a ring") {
    const LabelArea area(kFrameShaped);
    CHECK(area.contains({2, 2}));
    CHECK_FALSE(area.contains({10, 10}));
    CHECK_FALSE(area.contains({21, 10}));
}

TEST_CASE("points of the grid lie inside") {
    const LabelArea area(kFrameShaped);
    const auto points = area.grid_points(1);
    CHECK(points.size() == 300);
    for (const auto point : points)
        CHECK(area.contains(point));
}

TEST_CASE("the share of a box is what lies inside of it") {
    const LabelArea area(kFrameShaped);
    CHECK(area.share_of({1, 1, 4, 4}) == Approx(1));
    CHECK(area.share_of({6, 6, 14, 14}) == 0);
    CHECK(area.share_of({0, 5, 10, 15}) == Approx(0.5));
    CHECK(area.share_of({-10, 0, 10, 5}) == Approx(0.5));
    CHECK(area.share_of({30, 30, 40, 40}) == 0);
}

TEST_CASE("a box between two rows is inside or not as its middle is") {
    const LabelArea area({rectangle({0, 0, 10, 10})}, 5);
    CHECK(area.share_of({1, 4, 2, 4.5}) == 1);
    CHECK(area.share_of({11, 4, 12, 4.5}) == 0);
}

} // namespace regio::map
