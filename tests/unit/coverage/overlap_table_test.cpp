#include "coverage/overlap_table.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <string>

namespace regio::coverage {

namespace {

using kernel::AreaSum;
using kernel::Wide;
using layer::FeatureId;
using layer::Regrouping;
using test::layer_of;

constexpr const char* kTwoSquares = "a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                    "b: POLYGON((10 0, 20 0, 20 10, 10 10))\n";

OverlapTable table_of(const char* a, const char* b) {
    return overlap_table(overlap_side(layer_of(a)), overlap_side(layer_of(b)));
}

/// Areas of parts that lie alone, by feature.
using Areas = std::map<std::size_t, double>;
Areas areas_of(const std::vector<Uncovered>& parts) {
    Areas areas;
    for (const auto& part : parts)
        areas[index(part.feature)] = part.area.twice_area() / 2;
    return areas;
}

/// What the rows of each feature of the first layer add up to.
std::vector<AreaSum> sums_of_a(const OverlapTable& table) {
    std::vector<AreaSum> sums(table.twice_areas_a.size());
    for (const auto& pair : table.pairs)
        sums[index(pair.a)] += pair.area;
    for (const auto& part : table.a_alone)
        sums[index(part.feature)] += part.area;
    return sums;
}

} // namespace

TEST_CASE("pairs share area, and what is left of a feature lies alone") {
    const auto table = table_of(kTwoSquares, "x: POLYGON((5 5, 15 5, 15 15, 5 15))\n");
    REQUIRE(table.pairs.size() == 2);
    CHECK(table.pairs[0].area == AreaSum(Wide{2 * 25}));
    CHECK(table.pairs[1].area == AreaSum(Wide{2 * 25}));
    CHECK(areas_of(table.a_alone) == Areas{{0, 75}, {1, 75}});
    CHECK(areas_of(table.b_alone) == Areas{{0, 50}});
    CHECK(table.twice_areas_a == std::vector<Wide>{200, 200});
}

TEST_CASE("what is covered whole has no part alone") {
    const auto table = table_of(kTwoSquares, "x: POLYGON((0 0, 20 0, 20 10, 0 10))\n");
    CHECK(table.pairs.size() == 2);
    CHECK(table.a_alone.empty());
    CHECK(table.b_alone.empty());
}

TEST_CASE("layers that are apart lie alone, and so does one without polygons not at all") {
    const auto apart = table_of(kTwoSquares, "x: POLYGON((50 0, 60 0, 60 10, 50 10))\n");
    CHECK(apart.pairs.empty());
    CHECK(areas_of(apart.a_alone) == Areas{{0, 100}, {1, 100}});
    CHECK(areas_of(apart.b_alone) == Areas{{0, 100}});
    layer::Layer empty({}, test::kUnits);
    empty.add_feature({});
    const auto none = overlap_table(overlap_side(layer_of(kTwoSquares)), overlap_side(empty));
    CHECK(none.pairs.empty());
    CHECK(none.a_alone.size() == 2);
    CHECK(none.b_alone.empty());
}

TEST_CASE("what several overlapping features cover is taken from a feature once") {
    const auto table = table_of("a: POLYGON((0 0, 20 0, 20 20, 0 20))\n",
                                "x: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                "y: POLYGON((5 5, 15 5, 15 15, 5 15))\n");
    CHECK(table.pairs.size() == 2);
    CHECK(areas_of(table.a_alone) == Areas{{0, 400 - 175}});
    CHECK(table.a_alone.front().is_rounded);
    CHECK_FALSE(error_bound(table.a_alone.front()).has_value());
    CHECK(table.b_alone.empty());
}

TEST_CASE("groups that share members cover what their members cover, exactly") {
    const auto members = layer_of("1: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                  "2: POLYGON((10 0, 20 0, 20 10, 10 10))\n"
                                  "3: POLYGON((20 0, 30 0, 30 10, 20 10))\n"
                                  "4: POLYGON((30 0, 40 0, 40 10, 30 10))\n");
    const std::array groups = {
        Regrouping{.feature = {.code = "x", .name = {}}, .members = {FeatureId{0}, FeatureId{1}}},
        Regrouping{.feature = {.code = "y", .name = {}}, .members = {FeatureId{1}, FeatureId{2}}}};
    const auto side = overlap_side(members, groups);
    CHECK(side.cover.has_value());
    CHECK_FALSE(side.is_cover_rounded);
    const auto table =
        overlap_table(side, overlap_side(layer_of("b: POLYGON((0 0, 40 0, 40 5, 0 5))\n")));
    REQUIRE(table.pairs.size() == 2);
    CHECK(table.pairs[0].area == AreaSum(Wide{2 * 100}));
    CHECK(areas_of(table.a_alone) == Areas{{0, 100}, {1, 100}});
    CHECK(areas_of(table.b_alone) == Areas{{0, 50}}); // Under 4, which is in no group.
    CHECK(error_bound(table.b_alone.front()) == 0);
}

TEST_CASE("groups without a common member need no cover") {
    const auto members = layer_of(kTwoSquares);
    const std::array groups = {
        Regrouping{.feature = {.code = "x", .name = {}}, .members = {FeatureId{0}, FeatureId{1}}}};
    CHECK_FALSE(overlap_side(members, groups).cover.has_value());
}

TEST_CASE("rows over a layer without overlaps add up to the area of a feature exactly") {
    for (const std::uint32_t seed : test::seeds(60)) {
        CAPTURE(seed);
        const auto a = overlap_side(layer_of(test::random_coverage(seed, {.jitter = 2})));
        const auto b = overlap_side(layer_of(test::random_coverage(seed + 500, {.jitter = 2})));
        const auto table = overlap_table(a, b);
        const auto sums = sums_of_a(table);
        for (std::size_t i = 0; i < sums.size(); ++i)
            CHECK(sums[i] == AreaSum(table.twice_areas_a[i]));
    }
}

TEST_CASE("the table with the sides changed is the same") {
    for (const std::uint32_t seed : test::seeds(20)) {
        CAPTURE(seed);
        const auto a = overlap_side(layer_of(test::random_coverage(seed, {.jitter = 2})));
        const auto b = overlap_side(layer_of(test::random_coverage(seed + 500, {.jitter = 2})));
        const auto one = overlap_table(a, b);
        const auto other = overlap_table(b, a);
        CHECK(one.a_alone == other.b_alone);
        CHECK(one.b_alone == other.a_alone);
        CHECK(one.pairs.size() == other.pairs.size());
    }
}

TEST_CASE("what lies under none of random overlapping features is what GEOS leaves") {
    const test::GeosOracle geos;
    for (const std::uint32_t seed : test::seeds(30)) {
        CAPTURE(seed);
        test::Shapes shapes = test::random_coverage(seed);
        const test::Shapes others = test::random_coverage(seed + 1000);
        shapes.insert(shapes.end(), others.begin(), others.end());
        std::vector<kernel::MultiPolygon> all;
        for (const auto& shape : shapes)
            all.push_back(shape.polygons);
        const auto table =
            overlap_table(overlap_side(layer_of("a: POLYGON((0 0, 60 0, 60 60, 0 60))\n")),
                          overlap_side(layer_of(shapes)));
        const double covered = geos.area(geos.union_of(all));
        const double left = table.a_alone.empty() ? 0 : areas_of(table.a_alone).at(0);
        CHECK(left == 3600 - covered);
    }
}

} // namespace regio::coverage
