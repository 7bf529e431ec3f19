#include "map/inscribed_circle.hpp"
#include "map/paper_areas.hpp"
#include "tests/support/paper.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

namespace regio::map {

namespace {

using scene::PaperLine;
using scene::PaperPoint;
using test::paper_line;

/// What rounding to the grid of the areas may leave along the borders of a test.
constexpr double kGridSlivers_mm2 = 1e-3;

Rings random_area(std::uint32_t seed, PaperPoint centre) {
    return {test::random_star(seed, centre, 30, 20), test::random_star(seed + 1000, centre, 8, 7)};
}

/// A municipality that two former ones make, and these as another survey has them.
struct Merger {
    Rings whole;
    Rings left;
    Rings right;
};

PaperLine moved(PaperLine ring, std::mt19937& random, double noise_mm) {
    std::uniform_real_distribution<double> noise(-noise_mm, noise_mm);
    for (PaperPoint& point : ring) {
        point.x += noise(random);
        point.y += noise(random);
    }
    return ring;
}

/// `noise_mm` is how far points of the older survey lie from those of the newer, which is the older
/// one around the origin times `growth`.
Merger merger(std::uint32_t seed, double noise_mm, double growth = 1) {
    constexpr int kPoints = 24;
    std::mt19937 random(seed);
    const PaperLine whole = test::random_star(seed, {0, 0}, 30, kPoints);
    PaperLine left(whole.begin() + kPoints / 4, whole.begin() + 3 * kPoints / 4 + 1);
    left.push_back({2, 0});
    PaperLine right(whole.begin() + 3 * kPoints / 4, whole.end());
    right.insert(right.end(), whole.begin(), whole.begin() + kPoints / 4 + 1);
    right.push_back({2, 0});
    PaperLine grown = whole;
    for (PaperPoint& point : grown)
        point = {point.x * growth, point.y * growth};
    return {.whole = {grown},
            .left = {moved(left, random, noise_mm)},
            .right = {moved(right, random, noise_mm)}};
}

} // namespace

TEST_CASE("an area has the size that GEOS says, holes and parts counted") {
    CHECK(area_mm2({}) == 0);
    CHECK(area_mm2({paper_line("0 0, 10 0, 10 10, 0 10")}) == Approx(100));
    CHECK(area_mm2({paper_line("0 0, 10 0, 10 10, 0 10"), paper_line("2 2, 2 4, 4 4, 4 2")}) ==
          Approx(96));
    CHECK(area_mm2({paper_line("0 0, 10 0, 10 10, 0 10"), paper_line("20 0, 21 0, 21 1, 20 1")}) ==
          Approx(101));
    CHECK(area_mm2({paper_line("0 0, 10 0")}) == 0);
}

TEST_CASE("a ring that was cut at a frame and runs along it twice is repaired") {
    CHECK(area_mm2({paper_line("0 0, 10 0, 10 5, 0 5, 0 8, 10 8, 10 10, 0 10")}) == Approx(70));
    CHECK(area_mm2({paper_line("0 0, 4 0, 0 0, 0 4, 4 4, 4 0")}) == Approx(16));
}

TEST_CASE("a ring that runs out and back on a line is the area without the line") {
    const Rings spiked{paper_line("0 0, 4 0, 4 -3, 4 0, 4 4, 0 4")};
    const Rings square{paper_line("3 3, 6 3, 6 6, 3 6")};
    CHECK(area_mm2(spiked) == Approx(16));
    CHECK(area_mm2(unite(spiked, square)) == Approx(16 + 9 - 1));
    CHECK(area_mm2(subtract(spiked, square)) == Approx(15));
    CHECK(area_mm2(subtract(square, spiked)) == Approx(8));
}

TEST_CASE("what is united and what is shared add up") {
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const Rings a = random_area(seed, {0, 0});
        const Rings b = random_area(seed + 500, {double(seed % 50), 5});
        const double shared = test::geos_shared_area(a, b);
        CHECK(area_mm2(unite(a, b)) + shared == Approx(area_mm2(a) + area_mm2(b)));
        CHECK(area_mm2(subtract(a, b)) + shared == Approx(area_mm2(a)));
        CHECK(area_mm2(unite(subtract(a, b), b)) == Approx(area_mm2(unite(a, b))));
    }
}

TEST_CASE("an area without itself is nothing, with itself the same") {
    const Rings a = random_area(3, {0, 0});
    CHECK(subtract(a, a).empty());
    CHECK(area_mm2(unite(a, a)) == Approx(area_mm2(a)));
    CHECK(area_mm2(subtract(a, {})) == Approx(area_mm2(a)));
    CHECK(area_mm2(unite(a, {})) == Approx(area_mm2(a)));
    CHECK(subtract({}, a).empty());
}

TEST_CASE("in one survey the parts of a merger are the former municipalities") {
    const Merger same = merger(7, 0);
    CHECK(area_mm2(part_of_merger(same.whole, same.left, same.right)) ==
          Approx(area_mm2(same.left)));
    CHECK(area_mm2(part_of_merger(same.whole, same.right, same.left)) ==
          Approx(area_mm2(same.right)));
}

TEST_CASE("the two parts of a merger cover it in another survey as well, and nothing else") {
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const Merger other = merger(seed, 0.4);
        const Rings left = part_of_merger(other.whole, other.left, other.right);
        const Rings right = part_of_merger(other.whole, other.right, other.left);
        const double whole = area_mm2(other.whole);
        CHECK(area_mm2(unite(left, right)) == Approx(whole));
        CHECK(area_mm2(subtract(left, other.whole)) == Approx(0).margin(kGridSlivers_mm2));
        // What both former parts claim, or neither, may be drawn with each that is asked about.
        const double claimed_twice = test::geos_shared_area(other.left, other.right);
        const double claimed_by_none =
            area_mm2(subtract(other.whole, unite(other.left, other.right)));
        CHECK(area_mm2(left) + area_mm2(right) <=
              whole + claimed_twice + claimed_by_none + kGridSlivers_mm2);
    }
}

TEST_CASE("a part of a merger has no sliver on the far side of the other") {
    for (const auto seed : test::seeds(20)) {
        for (const double growth : {1.0, 1.01}) {
            INFO("seed " << seed << ", growth " << growth);
            const Merger other = merger(seed, 0.2, growth);
            CHECK(test::geos_area_beyond(part_of_merger(other.whole, other.left, other.right),
                                         other.left, 1) < 0.01);
            CHECK(test::geos_area_beyond(part_of_merger(other.whole, other.right, other.left),
                                         other.right, 1) < 0.01);
        }
    }
}

TEST_CASE("a sliver goes to the part along which it lies") {
    // Along the left part the newer survey reaches 0.2 mm further to the left.
    const Rings whole{paper_line("-0.2 0, 20 0, 20 10, -0.2 10")};
    const Rings left{paper_line("0 0, 10 0, 10 10, 0 10")};
    const Rings right{paper_line("10 0, 20 0, 20 10, 10 10")};
    CHECK(area_mm2(part_of_merger(whole, left, right)) == Approx(102));
    CHECK(area_mm2(part_of_merger(whole, right, left)) == Approx(100));
}

TEST_CASE("a merger of which all parts are wanted is whole") {
    const Merger other = merger(11, 0.4);
    CHECK(area_mm2(part_of_merger(other.whole, unite(other.left, other.right), {})) ==
          Approx(area_mm2(other.whole)));
}

TEST_CASE("what two areas have in common is what one has without what the other lacks") {
    for (const std::uint32_t seed : {11U, 12U, 13U}) {
        INFO("seed " << seed);
        const Rings one = random_area(seed, {0, 0});
        const Rings other = random_area(seed + 50, {12, 7});
        CHECK(area_mm2(intersect(one, other)) ==
              Approx(area_mm2(one) - area_mm2(subtract(one, other))).margin(kGridSlivers_mm2));
    }
}

TEST_CASE("an operation on each of many areas is the same as on one of them") {
    std::vector<Rings> areas{{}};
    for (const std::uint32_t seed : {31U, 32U, 33U})
        areas.push_back(random_area(seed, {double(seed), 0}));
    const Rings other = random_area(34, {40, 8});
    const auto shared = intersect_each(areas, other);
    const auto left = subtract_from_each(areas, other);
    REQUIRE(shared.size() == areas.size());
    REQUIRE(left.size() == areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        CHECK(shared[i] == intersect(areas[i], other));
        CHECK(left[i] == subtract(areas[i], other));
    }
}

TEST_CASE("many areas together are what they are one by one") {
    CHECK(unite_all({}).empty());
    std::vector<Rings> areas;
    Rings one_by_one;
    for (std::uint32_t seed = 41; seed < 48; ++seed) {
        INFO("seed " << seed);
        areas.push_back(random_area(seed, {20.0 * (seed % 3), 10.0 * (seed % 4)}));
        one_by_one = unite(one_by_one, areas.back());
        const Rings all = unite_all(areas);
        CHECK(area_mm2(all) == Approx(area_mm2(one_by_one)));
        CHECK(area_mm2(subtract(all, one_by_one)) == Approx(0).margin(kGridSlivers_mm2));
    }
}

TEST_CASE("a widened area reaches as far as is asked, on all sides") {
    const Rings square{paper_line("10 10, 14 10, 14 14, 10 14")};
    const Rings wider = widened(square, 1);
    CHECK(area_mm2(subtract(square, wider)) == 0);
    CHECK(test::geos_area_beyond(wider, square, 1.0001) == Approx(0).margin(1e-9));
    // Around a point that is nearly one, the nearest place of the border is a chord's middle.
    const Rings dot = widened({paper_line("0 0, 1e-6 0, 1e-6 1e-6, 0 1e-6")}, 1);
    const auto circle = largest_inscribed_circle(dot, 1e-4);
    REQUIRE(circle);
    CHECK(circle->radius_mm > kLeastReach);
    // A square, four sides and four quarters of a circle, as polygons of 32 corners have it.
    CHECK(area_mm2(wider) == Approx(16 + 16 + 3.1416).margin(0.03));
}

TEST_CASE("a simplified area has fewer points and lies within the tolerance of what it was") {
    for (const std::uint32_t seed : {21U, 22U}) {
        INFO("seed " << seed);
        const Rings area{test::random_star(seed, {0, 0}, 30, 400)};
        const Rings fewer = simplified(area, 0.5);
        REQUIRE(fewer.size() == 1);
        CHECK(fewer[0].size() < area[0].size());
        CHECK(test::geos_area_beyond(fewer, area, 0.5001) == Approx(0).margin(1e-9));
    }
}

} // namespace regio::map
