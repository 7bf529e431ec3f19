#include "coverage/dissolve.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/random_overlaps.hpp"
#include "topology/overlap.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

namespace regio::coverage {

namespace {

using kernel::MultiPolygon;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using test::layer_of;

/// Each feature to one of `count` groups or to none, and now and then to a second one.
std::vector<FeatureList> random_groups(std::size_t features, int count, std::uint32_t seed) {
    test::Dice dice(seed);
    std::vector<FeatureList> groups(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < features; ++i)
        for (auto& group : groups)
            if (dice.roll(1, count) == 1)
                group.push_back(FeatureId(i));
    return groups;
}

Wide twice_area(const Dissolved& dissolved) {
    return moments(dissolved.area).twice_area;
}

/// The features of two random coverages over each other, whose borders meet in lattice points.
test::Shapes two_coverages(std::uint32_t seed) {
    test::Shapes shapes = test::random_coverage(seed);
    const test::Shapes others = test::random_coverage(seed + 1000);
    shapes.insert(shapes.end(), others.begin(), others.end());
    return shapes;
}

} // namespace

TEST_CASE("members that overlap are united, and what they share is measured") {
    const auto layer = layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                "b: POLYGON((5 5, 15 5, 15 15, 5 15))\n"
                                "c: POLYGON((20 0, 30 0, 30 10, 20 10))\n");
    const std::vector<FeatureList> groups = {{FeatureId{0}, FeatureId{1}, FeatureId{2}}};
    const auto dissolved = dissolve(layer, groups);
    REQUIRE(dissolved.size() == 1);
    CHECK(twice_area(dissolved[0]) == 2 * 275);
    CHECK(dissolved[0].area.size() == 2);
    CHECK(dissolved[0].overlapping == FeatureList{FeatureId{0}, FeatureId{1}});
    CHECK(dissolved[0].twice_shared == 2 * 25);
}

TEST_CASE("groups overlap each other where their members do, and each is whole") {
    const auto layer = layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                "b: POLYGON((4 0, 14 0, 14 10, 4 10))\n"
                                "c: POLYGON((8 0, 18 0, 18 10, 8 10))\n");
    const std::vector<FeatureList> groups = {
        {FeatureId{0}, FeatureId{1}}, {FeatureId{1}, FeatureId{2}}, {FeatureId{0}}};
    const auto dissolved = dissolve(layer, groups);
    REQUIRE(dissolved.size() == 3);
    CHECK(twice_area(dissolved[0]) == 2 * 140);
    CHECK(twice_area(dissolved[1]) == 2 * 140);
    CHECK(twice_area(dissolved[2]) == 2 * 100);
    CHECK(dissolved[2].overlapping.empty());
}

TEST_CASE("where no members of a group overlap, other features move nothing of it") {
    const auto layer = layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                "b: POLYGON((3 3, 14 8, 5 15))\n");
    const std::vector<FeatureList> groups = {{FeatureId{0}}, {FeatureId{1}}};
    const auto dissolved = dissolve(layer, groups);
    for (std::uint32_t i = 0; i < 2; ++i)
        CHECK(dissolved[i].area == test::normalised(test::polygons_of(layer, FeatureId{i})));
}

TEST_CASE("groups of a cut layer have their borders in common point by point") {
    // The diagonal is crossed by the border between the groups at a place that is no lattice point.
    const auto layer = layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                "b: POLYGON((10 0, 20 0, 20 10, 10 10))\n"
                                "c: POLYGON((3 2, 13 5, 3 9))\n");
    const std::vector<FeatureList> groups = {{FeatureId{0}, FeatureId{2}}, {FeatureId{1}}};
    const auto dissolved = dissolve(layer, groups);
    const auto one = test::edges_of(dissolved[0].area);
    const auto other = test::edges_of(dissolved[1].area);
    // Of the border that b has with a, what c does not go over is walked by both.
    std::size_t shared = 0;
    for (const auto& [edge, count] : one)
        shared += other.contains({edge.second, edge.first}) ? 1U : 0U;
    CHECK(shared == 2);
    for (const auto& [edge, count] : other)
        for (const auto& end : {edge.first, edge.second})
            CHECK((end.x != 10 || end.y == 0 || end.y == 10 || end.y == 4 || end.y == 6));
}

TEST_CASE("holes that part what is inside part a dissolved area in polygons that hang together") {
    const test::GeosOracle geos;
    for (const char* const wkt :
         {// In two corners, in the middle of two edges, and two holes in a row.
          "a: POLYGON((0 0, 10 0, 10 10, 0 10), (0 0, 4 6, 10 10, 6 4))",
          "a: POLYGON((0 0, 10 0, 10 10, 0 10), (5 0, 4 5, 5 10, 6 5))",
          "a: POLYGON((0 0, 10 0, 10 10, 0 10), (5 0, 4 3, 5 5, 6 3), (5 5, 4 7, 5 10, 6 7))"}) {
        CAPTURE(wkt);
        const auto layer = layer_of(wkt);
        const std::vector<FeatureList> groups = {{FeatureId{0}}};
        const auto dissolved = dissolve(layer, groups);
        CHECK(dissolved[0].area.size() == 2);
        CHECK(geos.validity(dissolved[0].area).is_valid);
        CHECK(twice_area(dissolved[0]) == moments(layer, FeatureId{0}).twice_area);
    }
}

TEST_CASE("a border goes though its sides have different vertices") {
    const auto layer = layer_of("a: POLYGON((-6 -3, 0 -3, 0 3, -6 3))\n"
                                "b: POLYGON((0 -3, 6 -3, 6 3, 0 3, 0 0))\n");
    const std::vector<FeatureList> groups = {{FeatureId{0}, FeatureId{1}}};
    const auto dissolved = dissolve(layer, groups);
    CHECK(test::to_wkt(dissolved[0].area) ==
          test::to_wkt(test::polygons_of("POLYGON((-6 -3, 0 -3, 6 -3, 6 3, 0 3, -6 3))")));
}

TEST_CASE("coverages of which neighbours have other vertices are dissolved to the unions of GEOS") {
    const test::GeosOracle geos;
    for (const std::uint32_t seed : test::seeds(60)) {
        CAPTURE(seed);
        const Layer layer =
            layer_of(test::without_straight_vertices(test::random_coverage(seed, {.features = 8})));
        const auto groups = random_groups(layer.features().size(), 3, seed);
        const auto dissolved = dissolve(layer, groups);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            CHECK(geos.validity(dissolved[i].area).is_valid);
            CHECK(geos.are_equal(dissolved[i].area,
                                 geos.union_of(test::polygons_of(layer, groups[i]))));
        }
    }
}

TEST_CASE("a ring that touches an edge of its own is parted there") {
    const auto layer = layer_of("a: POLYGON((-4 -4, -2 -4, 0 0, 4 0, 4 4, -4 -4, -2 0, -4 0))");
    const std::vector<FeatureList> groups = {{FeatureId{0}}};
    const auto dissolved = dissolve(layer, groups);
    CHECK(dissolved[0].area.size() == 3);
    CHECK(test::GeosOracle().validity(dissolved[0].area).is_valid);
    CHECK(twice_area(dissolved[0]) == moments(layer, FeatureId{0}).twice_area);
}

TEST_CASE("a hole that touches its shell once stays what it is") {
    const auto layer = layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10), (5 0, 4 5, 5 8, 6 5))");
    const std::vector<FeatureList> groups = {{FeatureId{0}}};
    CHECK(dissolve(layer, groups)[0].area ==
          test::normalised(test::polygons_of(layer, FeatureId{0})));
}

TEST_CASE("a dissolved coverage is a coverage, with the sums of the areas of its features") {
    for (const std::uint32_t seed : test::seeds(60)) {
        CAPTURE(seed);
        const Layer layer = layer_of(test::random_coverage(seed, {.features = 9, .jitter = 2}));
        std::vector<FeatureList> groups(3);
        for (std::size_t i = 0; i < layer.features().size(); ++i)
            groups[i % 3].push_back(FeatureId(i));
        const auto own = topology::twice_areas(topology::Chains(layer));
        test::EdgeCounts edges;
        const auto dissolved = dissolve(layer, groups);
        for (std::size_t i = 0; i < 3; ++i) {
            Wide sum = 0;
            for (const FeatureId feature : groups[i])
                sum += own[index(feature)];
            CHECK(twice_area(dissolved[i]) == sum);
            CHECK(dissolved[i].overlapping.empty());
            for (const auto& [edge, count] : test::edges_of(dissolved[i].area))
                edges[edge] += count;
        }
        for (const auto& [edge, count] : edges)
            CHECK(count == 1);
    }
}

TEST_CASE("dissolved groups of layers that overlap are the unions of GEOS") {
    const test::GeosOracle geos;
    for (const std::uint32_t seed : test::seeds(60)) {
        CAPTURE(seed);
        const Layer layer = layer_of(two_coverages(seed));
        const auto groups = random_groups(layer.features().size(), 3, seed);
        const auto dissolved = dissolve(layer, groups);
        REQUIRE(dissolved.size() == groups.size());
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const auto all = test::polygons_of(layer, groups[i]);
            CHECK(geos.are_equal(dissolved[i].area, geos.union_of(all)));
            const auto validity = geos.validity(dissolved[i].area);
            CAPTURE(validity.reason);
            CHECK(validity.is_valid);
        }
    }
}

TEST_CASE("what members share is what their areas have more than their union, where pairs do") {
    for (const std::uint32_t seed : test::seeds(60)) {
        CAPTURE(seed);
        // No place lies in more than two features, so what is shared counts twice in the sum.
        const Layer layer = layer_of(two_coverages(seed));
        FeatureList all;
        Wide sum = 0;
        for (std::size_t i = 0; i < layer.features().size(); ++i) {
            all.push_back(FeatureId(i));
            sum += moments(layer, FeatureId(i)).twice_area;
        }
        const std::vector<FeatureList> groups = {all};
        const auto dissolved = dissolve(layer, groups);
        CHECK(twice_area(dissolved[0]) + dissolved[0].twice_shared == sum);
    }
}

TEST_CASE("unions of any overlapping features are valid and have the area of GEOS in doubles") {
    const test::GeosOracle geos;
    for (const std::uint32_t seed : test::seeds(80)) {
        CAPTURE(seed);
        const auto [shapes, others] = test::random_overlaps(seed, {.features = 5, .size = 30});
        const Layer layer = layer_of(shapes);
        const auto groups = random_groups(layer.features().size(), 2, seed);
        const auto dissolved = dissolve(layer, groups);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            CHECK(geos.validity(dissolved[i].area).is_valid);
            const auto members = test::polygons_of(layer, groups[i]);
            const double united = geos.union_area(members);
            double border = 0;
            for (const MultiPolygon& member : members)
                for (const auto& [edge, count] : test::edges_of(member))
                    border +=
                        std::hypot(edge.second.x - edge.first.x, edge.second.y - edge.first.y);
            // Half a unit in x and in y along all borders.
            CHECK(std::abs(static_cast<double>(twice_area(dissolved[i])) / 2 - united) <= border);
        }
    }
}

TEST_CASE("no order of features and groups changes a dissolved area") {
    for (const std::uint32_t seed : test::seeds(30)) {
        CAPTURE(seed);
        const auto [shapes, others] = test::random_overlaps(seed, {.features = 5, .size = 30});
        const Layer layer = layer_of(shapes);
        auto turned = shapes;
        std::reverse(turned.begin(), turned.end());
        const auto groups = random_groups(shapes.size(), 3, seed);
        auto turned_groups = groups;
        for (auto& group : turned_groups) {
            for (FeatureId& feature : group)
                feature = FeatureId(shapes.size() - 1 - index(feature));
            std::reverse(group.begin(), group.end());
        }
        std::reverse(turned_groups.begin(), turned_groups.end());
        const auto one = dissolve(layer, groups);
        const auto other = dissolve(layer_of(turned), turned_groups);
        for (std::size_t i = 0; i < groups.size(); ++i)
            CHECK(one[i].area == other[groups.size() - 1 - i].area);
    }
}

} // namespace regio::coverage
