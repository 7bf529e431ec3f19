#include "coverage/coverage_health.hpp"
#include "tests/support/feature_pairs.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/self_contacts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace regio::coverage {

namespace {

using layer::FeatureId;
using layer::Layer;
using test::layer_of;
using test::Shapes;

using Pairs = test::FeaturePairs;

CoverageHealth health_of(const Layer& layer) {
    return coverage_health(layer, topology::Chains(layer));
}

CoverageHealth health_of(const char* text) {
    return health_of(layer_of(text));
}

const Pairs kFirstTwo = {{FeatureId{0}, FeatureId{1}}};

std::uint64_t units(topology::Length length) {
    return length.fixed / 65536;
}

std::vector<kernel::MultiPolygon> polygons_of(const Shapes& shapes) {
    std::vector<kernel::MultiPolygon> polygons;
    for (const auto& shape : shapes)
        polygons.push_back(shape.polygons);
    return polygons;
}

/// Features of one simple ring each, some of which overlap, touch or share borders.
Shapes features_of(const std::vector<kernel::Ring>& rings, std::size_t first, std::size_t count) {
    Shapes shapes;
    for (std::size_t i = 0; i < count; ++i)
        shapes.push_back(
            {.code = std::to_string(i),
             .polygons = {
                 {.shell = rings[(first * 7 + i * (first + 3)) % rings.size()], .holes = {}}}});
    return shapes;
}

const char* const kNeighbours =
    "a: POLYGON((0 0, 5 0, 5 9, 0 9))\nb: POLYGON((5 0, 9 0, 9 9, 5 9))";

/// Four strips around a gap of 3 by 3.
const char* const kFrame = "s: POLYGON((0 0, 9 0, 9 3, 6 3, 3 3, 0 3))\n"
                           "w: POLYGON((0 3, 3 3, 3 6, 0 6))\ne: POLYGON((6 3, 9 3, 9 6, 6 6))\n"
                           "n: POLYGON((0 6, 3 6, 6 6, 9 6, 9 9, 0 9))";

} // namespace

TEST_CASE("a layer without features has no borders, gaps and overlaps") {
    const auto health = health_of("");
    CHECK(health.edges == 0);
    CHECK(health.one_sided_edges == 0);
    CHECK(health.gaps.empty());
    CHECK(health.overlaps.empty());
}

TEST_CASE("two neighbours have an outer border and nothing else") {
    const auto health = health_of(kNeighbours);
    CHECK(health.edges == 7);
    CHECK(health.one_sided_edges == 6);
    CHECK(units(health.one_sided) == 36);
    CHECK(units(health.inside_other) == 0);
    CHECK(health.gaps.empty());
    CHECK(health.overlaps.empty());
}

TEST_CASE("what features enclose together is a gap") {
    const auto health = health_of(kFrame);
    CHECK(test::to_wkt(health.gaps) == "POLYGON((3 3, 6 3, 6 6, 3 6, 3 3))");
    CHECK(units(health.one_sided) == 36 + 12);
    CHECK(health.overlaps.empty());
}

TEST_CASE("a hole is a gap, and an island that does not fill it is a hole of the gap") {
    CHECK(test::to_wkt(health_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7))\n"
                                 "b: POLYGON((4 4, 5 4, 5 5, 4 5))")
                           .gaps) ==
          "POLYGON((2 2, 7 2, 7 7, 2 7, 2 2), (4 4, 4 5, 5 5, 5 4, 4 4))");
}

TEST_CASE("a bay that is open to the outside in a corner only is a gap") {
    CHECK(test::to_wkt(health_of("a: POLYGON((0 0, 6 0, 6 3, 3 3, 3 6, 0 6))\n"
                                 "b: POLYGON((6 0, 9 0, 9 9, 3 9, 3 6, 6 6, 6 3))")
                           .gaps) == "POLYGON((3 3, 6 3, 6 6, 3 6, 3 3))");
}

TEST_CASE("what features enclose that touch in corners only is a gap") {
    CHECK(test::to_wkt(
              health_of("s: POLYGON((3 0, 6 0, 6 3, 3 3))\nw: POLYGON((0 3, 3 3, 3 6, 0 6))\n"
                        "e: POLYGON((6 3, 9 3, 9 6, 6 6))\nn: POLYGON((3 6, 6 6, 6 9, 3 9))")
                  .gaps) == "POLYGON((3 3, 6 3, 6 6, 3 6, 3 3))");
}

TEST_CASE("features that touch in a corner or lie apart do not overlap") {
    CHECK(health_of("a: POLYGON((0 0, 5 0, 5 5, 0 5))\nb: POLYGON((5 5, 9 5, 9 9, 5 9))")
              .overlaps.empty());
    CHECK(health_of("a: POLYGON((0 0, 5 0, 5 5, 0 5))\nb: POLYGON((6 0, 9 0, 9 5, 6 5))")
              .overlaps.empty());
}

TEST_CASE("features that meet in a T-junction do not overlap, and leave no gap between them") {
    const auto health =
        health_of("a: POLYGON((0 0, 5 0, 5 9, 0 9))\nb: POLYGON((5 0, 9 0, 9 4, 5 4))");
    CHECK(health.overlaps.empty());
    CHECK(health.gaps.empty());
    CHECK(health.one_sided_edges == 8);
    CHECK(units(health.one_sided) == 28 + 16);
    CHECK(units(health.inside_other) == 4 + 4);
}

TEST_CASE("a gap beside the middle of an edge that others share is found") {
    // The edge x = 3 of a has b along its ends and a gap of 1 by 3 in between, then another below.
    CHECK(test::to_wkt(health_of("a: POLYGON((0 0, 3 0, 3 12, 0 12))\n"
                                 "b: POLYGON((3 0, 9 0, 9 12, 3 12, 3 8, 4 8, 4 5, 3 5, 3 4, 4 4, "
                                 "4 2, 3 2))")
                           .gaps) ==
          "MULTIPOLYGON(((3 2, 4 2, 4 4, 3 4, 3 2)), ((3 5, 4 5, 4 8, 3 8, 3 5)))");
}

TEST_CASE("features that cross overlap") {
    const auto health =
        health_of("a: POLYGON((0 0, 6 0, 6 6, 0 6))\nb: POLYGON((3 3, 9 3, 9 9, 3 9))");
    CHECK(health.overlaps == kFirstTwo);
    CHECK(health.gaps.empty());
}

TEST_CASE("a corner that pokes into a feature overlaps it, wherever the middles of edges lie") {
    CHECK(health_of("a: POLYGON((0 0, 100 0, 100 100, 0 100))\n"
                    "b: POLYGON((98 10, 300 -200, 300 220))")
              .overlaps == kFirstTwo);
    // Its edges pass through vertices of a only.
    CHECK(health_of("a: POLYGON((0 0, 100 0, 100 8, 100 12, 100 100, 0 100))\n"
                    "b: POLYGON((98 10, 101 7, 300 0, 300 20, 101 13))")
              .overlaps == kFirstTwo);
}

TEST_CASE("a corner that pokes through a shared border is found at every edge of it") {
    constexpr std::int32_t kEdges = 40;
    kernel::Ring west = {{0, 4000}, {0, 0}};
    kernel::Ring east = {{900, 0}, {900, 4000}};
    for (std::int32_t i = 0; i <= kEdges; ++i) {
        west.push_back({100, 100 * i});
        east.push_back({100, 100 * (kEdges - i)});
    }
    for (std::int32_t i = 0; i < kEdges; ++i) {
        INFO("edge " << i);
        const std::int32_t y = 100 * i + 50;
        const kernel::Ring corner = {{98, y}, {500, y - 40}, {500, y + 40}};
        CHECK(health_of(layer_of(Shapes{{.code = "west", .polygons = {{west, {}}}},
                                        {.code = "east", .polygons = {{east, {}}}},
                                        {.code = "corner", .polygons = {{corner, {}}}}}))
                  .overlaps == Pairs{{FeatureId{0}, FeatureId{2}}, {FeatureId{1}, FeatureId{2}}});
    }
}

TEST_CASE("a feature within another overlaps it, also when it shares a border with it") {
    const auto apart =
        health_of("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((2 2, 4 2, 4 4, 2 4))");
    CHECK(apart.overlaps == kFirstTwo);
    CHECK(units(apart.inside_other) == 8);
    CHECK(apart.gaps.empty());
    CHECK(
        health_of("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((0 0, 4 0, 4 4, 0 4))").overlaps ==
        kFirstTwo);
    CHECK(
        health_of("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((0 0, 9 0, 9 4, 0 4))").overlaps ==
        kFirstTwo);
}

TEST_CASE("a feature that is there twice overlaps its copy, and its hole is one gap") {
    const char* const twice = "a: POLYGON((0 0, 9 0, 9 9, 0 9), (3 3, 6 3, 6 6, 3 6))\n"
                              "b: POLYGON((9 9, 0 9, 0 0, 9 0), (3 3, 6 3, 6 6, 3 6))";
    const auto health = health_of(twice);
    CHECK(health.overlaps == kFirstTwo);
    CHECK(units(health.inside_other) == 0);
    CHECK(test::to_wkt(health.gaps) == "POLYGON((3 3, 6 3, 6 6, 3 6, 3 3))");
}

TEST_CASE("each feature around another one's copy overlaps nothing") {
    CHECK(health_of("a: POLYGON((0 0, 5 0, 5 9, 0 9))\nb: POLYGON((5 0, 9 0, 9 9, 5 9))\n"
                    "c: POLYGON((0 0, 5 0, 5 9, 0 9))")
              .overlaps == Pairs{{FeatureId{0}, FeatureId{2}}});
}

TEST_CASE("parts of one feature that meet in a T-junction leave no gap between them") {
    const auto health =
        health_of("a: MULTIPOLYGON(((0 0, 5 0, 5 9, 0 9)), ((5 2, 9 2, 9 4, 5 4)))");
    CHECK(health.gaps.empty());
    CHECK(health.overlaps.empty());
    CHECK(units(health.inside_other) == 0);
}

TEST_CASE("a coverage has no overlaps, and its gaps are what the union of GEOS encloses") {
    const test::GeosOracle geos;
    std::size_t gaps = 0;
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const auto shapes = test::random_coverage(
            seed, {.columns = 6, .rows = 6, .jitter = static_cast<int>(seed % 3)});
        const auto health = health_of(layer_of(shapes));
        CHECK(health.overlaps.empty());
        CHECK(health.inside_other == topology::Length{});
        CHECK(geos.validity(health.gaps).is_valid);
        CHECK(geos.are_equal(health.gaps, geos.gaps_of(polygons_of(shapes))));
        gaps += health.gaps.size();
    }
    CHECK(gaps > 40);
}

TEST_CASE("that is so whatever vertices neighbours have on their borders") {
    const test::GeosOracle geos;
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const auto shapes = test::without_straight_vertices(
            test::random_coverage(seed, {.columns = 6, .rows = 6, .features = 5}));
        const auto health = health_of(layer_of(shapes));
        CHECK(health.overlaps.empty());
        CHECK(geos.are_equal(health.gaps, geos.gaps_of(polygons_of(shapes))));
    }
}

TEST_CASE("two features are a pair when GEOS finds a common area") {
    const test::GeosOracle geos;
    const auto rings = test::simple_rings(97, 5);
    std::size_t overlapping = 0;
    for (std::size_t i = 0; i < 1000; ++i) {
        const auto shapes = features_of(rings, i, 2);
        INFO(test::to_text(shapes));
        const Layer layer = layer_of(shapes);
        const auto expected = pairs_by_geos(geos, layer, test::kInsidesMeet);
        CHECK(health_of(layer).overlaps == expected);
        overlapping += expected.size();
    }
    CHECK(overlapping > 100);
    CHECK(overlapping < 999);
}

TEST_CASE("every pair overlaps, and where there is no pair there is no overlap") {
    const test::GeosOracle geos;
    const auto rings = test::simple_rings(89, 9);
    for (std::size_t i = 0; i < 200; ++i) {
        const auto shapes = features_of(rings, i, 5);
        INFO(test::to_text(shapes));
        const Layer layer = layer_of(shapes);
        const auto expected = pairs_by_geos(geos, layer, test::kInsidesMeet);
        const auto found = health_of(layer).overlaps;
        CHECK(std::includes(expected.begin(), expected.end(), found.begin(), found.end()));
        CHECK(found.empty() == expected.empty());
    }
}

TEST_CASE(
    "overlaps alone, and what lies inside others, are those of the health, whatever the layer") {
    std::size_t overlapping = 0;
    topology::Length inside;
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        for (const auto& shapes :
             {test::random_rubbish(seed), test::random_rubbish(seed, {.features = 8, .size = 30}),
              test::random_coverage(seed)}) {
            const Layer layer = layer_of(shapes);
            const topology::Chains chains(layer);
            const Pairs overlaps = find_overlaps(layer, chains);
            const auto health = coverage_health(layer, chains);
            CHECK(overlaps == health.overlaps);
            CHECK(length_inside_others(layer, chains) == health.inside_other);
            overlapping += overlaps.size();
            inside += health.inside_other;
        }
    }
    CHECK(overlapping > 100);
    CHECK(inside > topology::Length{});
}

TEST_CASE("a layer without features has no overlaps alone either") {
    const Layer layer = layer_of("");
    CHECK(find_overlaps(layer, topology::Chains(layer)).empty());
}

TEST_CASE("the two copies of a cell overlap when they are asked for by themselves") {
    constexpr std::int32_t kSide = 4;
    Shapes grid;
    for (int copy = 0; copy < 2; ++copy)
        for (std::int32_t y = 0; y < kSide; ++y)
            for (std::int32_t x = 0; x < kSide; ++x)
                grid.push_back(
                    {.code = std::to_string(grid.size()),
                     .polygons = {{.shell = {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}},
                                   .holes = {}}}});
    const Layer layer = layer_of(grid);
    CHECK_FALSE(find_overlaps(layer, topology::Chains(layer)).empty());
    constexpr std::uint32_t kCells = kSide * kSide;
    for (std::uint32_t cell = 0; cell < kCells; ++cell) {
        INFO("cell " << cell);
        const Layer copies = select(layer, std::vector{FeatureId{cell}, FeatureId{cell + kCells}});
        CHECK(find_overlaps(copies, topology::Chains(copies)) == kFirstTwo);
    }
}

} // namespace regio::coverage
