#include "kernel/edge_index.hpp"
#include "tests/support/dice.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace regio::kernel {

namespace {

using test::Dice;

Point random_point(Dice& dice, int farthest) {
    const int x = dice.roll(-farthest, farthest);
    return {x, dice.roll(-farthest, farthest)};
}

std::vector<Ring> random_rings(Dice& dice, int count, int farthest) {
    std::vector<Ring> rings;
    for (int i = 0; i < count; ++i) {
        Ring ring;
        for (int points = dice.roll(3, 40); points > 0; --points)
            ring.push_back(random_point(dice, farthest));
        rings.push_back(std::move(ring));
    }
    return rings;
}

EdgeIndex index_of(const std::vector<Ring>& rings) {
    return EdgeIndex(std::vector<RingView>(rings.begin(), rings.end()));
}

double least_distance(const std::vector<Ring>& rings, const Place& place) {
    double least = HUGE_VAL;
    for (const Ring& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i)
            least = std::min(least, distance(place, edge(ring, i)));
    return least;
}

void check_against_all(std::uint32_t seed, int farthest) {
    INFO("seed " << seed << ", up to " << farthest);
    Dice dice(seed);
    const auto rings = random_rings(dice, 12, farthest);
    const EdgeIndex index = index_of(rings);
    for (int i = 0; i < 200; ++i) {
        const Place place{random_point(dice, farthest), {dice.roll(-9, 9) / 8.0, 0.3}};
        const NearestEdge nearest = index.nearest(place);
        CHECK(nearest.distance == least_distance(rings, place));
        CHECK(nearest.distance == distance(place, nearest.edge));
    }
}

} // namespace

TEST_CASE("a distance is that from the nearest point of a segment, its ends included") {
    const Segment level{{0, 0}, {10, 0}};
    CHECK(distance({{4, 3}, {}}, level) == 3);
    CHECK(distance({{13, 4}, {}}, level) == 5);
    CHECK(distance({{-3, -4}, {}}, level) == 5);
    CHECK(distance({{5, 0}, {0.5, -0.25}}, level) == 0.25);
    CHECK(distance({{7, 0}, {}}, level) == 0);
    const Segment point{{1, 1}, {1, 1}};
    CHECK(distance({{4, 5}, {}}, point) == 5);
    const Segment slope{{0, 0}, {4, 3}};
    CHECK(distance({{3, -4}, {}}, {{-4, -3}, {4, 3}}) == Approx(5));
    CHECK(distance({{8, 6}, {}}, slope) == 5);
}

TEST_CASE("a distance is as stated out to the corners of the lattice") {
    const Segment diagonal{{-kFarthest, -kFarthest}, {kFarthest, kFarthest}};
    const double true_distance = std::sqrt(2.0) * kFarthest;
    CHECK(std::abs(distance({{kFarthest, -kFarthest}, {}}, diagonal) - true_distance) <=
          kDistanceError);
    CHECK(std::abs(distance({{kFarthest, kFarthest}, {1, 1}}, diagonal) - std::sqrt(2.0)) <=
          kDistanceError);
    CHECK(std::abs(distance({{0, 0}, {0.25, -0.25}}, diagonal) - std::sqrt(0.125)) <=
          kDistanceError);
}

TEST_CASE("neither the direction of a segment nor a translation changes a bit of a distance") {
    const std::uint32_t seed = 4;
    INFO("seed " << seed);
    Dice dice(seed);
    for (int i = 0; i < 500; ++i) {
        const Segment segment{random_point(dice, 1000), random_point(dice, 1000)};
        const Place place{random_point(dice, 1000), {dice.roll(0, 1000) / 7.0, 0.1}};
        const Point by = random_point(dice, 1 << 28);
        const auto moved = [&](Point p) { return Point{p.x + by.x, p.y + by.y}; };
        const double expected = distance(place, segment);
        CHECK(distance(place, {segment.b, segment.a}) == expected);
        CHECK(distance({moved(place.from), place.offset}, {moved(segment.a), moved(segment.b)}) ==
              expected);
    }
}

TEST_CASE("no edge is nearer than the one that the index finds") {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        check_against_all(seed, 20);
        check_against_all(seed, 5000);
        check_against_all(seed, kFarthest - 1);
    }
}

TEST_CASE("of equally near edges the first by its ends is found, whatever order they come in") {
    const std::vector<Ring> rings = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                     {{20, 0}, {20, 10}, {30, 10}, {30, 0}}};
    const Place between{{15, 5}, {}};
    const Segment expected{{10, 0}, {10, 10}};
    CHECK(index_of(rings).nearest(between).edge == expected);
    std::vector<Ring> turned = {rings[1], rings[0]};
    for (Ring& ring : turned)
        std::reverse(ring.begin(), ring.end());
    CHECK(index_of(turned).nearest(between).edge == expected);
    CHECK(index_of(turned).nearest(between).distance == 5);
}

TEST_CASE("an index of no rings is empty") {
    CHECK(EdgeIndex(MultiPolygon{}).is_empty());
    CHECK_FALSE(
        EdgeIndex(MultiPolygon{{.shell = {{0, 0}, {1, 0}, {0, 1}}, .holes = {}}}).is_empty());
}

} // namespace regio::kernel
