#include "coverage/outline.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace regio::coverage {

namespace {

using kernel::MultiPolygon;
using kernel::Polygon;
using kernel::Ring;
using layer::FeatureId;
using layer::Layer;
using test::layer_of;
using test::Shapes;

using Group = std::vector<FeatureId>;

MultiPolygon outline_of(const Layer& layer, const Group& group) {
    const topology::Chains chains(layer);
    return Outliner(chains).outline(group);
}

/// As text, of features by their places.
std::string outline_of(const char* text, const std::vector<std::uint32_t>& places) {
    Group group;
    for (const auto place : places)
        group.push_back(FeatureId{place});
    return test::to_wkt(outline_of(layer_of(text), group));
}

/// The features with these codes.
Group group_of(const Layer& layer, const std::vector<std::string>& codes) {
    Group group;
    for (std::uint32_t i = 0; i < layer.features().size(); ++i)
        if (std::count(codes.begin(), codes.end(), layer.features()[i].code) > 0)
            group.push_back(FeatureId{i});
    return group;
}

/// Groups of every size of the features of random_coverage().
const std::vector<std::vector<std::string>> kGroups = {
    {"f0"}, {"f1", "f2"}, {"f0", "f3"}, {"f0", "f1", "f2"}, {"f0", "f1", "f2", "f3"}};

/// Calls with coverages of all sorts.
template <typename Visit>
void for_each_coverage(std::uint32_t count, const Visit& visit) {
    for (const auto seed : test::seeds(count)) {
        INFO("seed " << seed);
        visit(test::random_coverage(seed, {.features = 4,
                                           .unused_percent = static_cast<int>(seed % 3) * 15,
                                           .jitter = static_cast<int>(seed % 2) * 2}));
    }
}

std::vector<MultiPolygon> polygons_of(const Shapes& shapes, const std::vector<std::string>& codes) {
    std::vector<MultiPolygon> polygons;
    for (const auto& shape : shapes)
        if (std::count(codes.begin(), codes.end(), shape.code) > 0)
            polygons.push_back(shape.polygons);
    return polygons;
}

/// Edges that the group walks more often one way than the other, each with by how much.
test::EdgeCounts edges_that_stay(const Layer& layer, const Group& group) {
    test::EdgeCounts walks;
    for (const FeatureId feature : group)
        for (const auto& part : layer.parts_of(feature))
            for (const auto ring : rings_of(layer, part))
                test::count_edges(ring, walks);
    test::EdgeCounts stay;
    for (const auto& [edge, count] : walks) {
        const auto back = walks.find({edge.second, edge.first});
        if (const int more = count - (back == walks.end() ? 0 : back->second); more > 0)
            stay[edge] = more;
    }
    return stay;
}

bool repeats_a_point(Ring ring) {
    std::sort(ring.begin(), ring.end());
    return std::adjacent_find(ring.begin(), ring.end()) != ring.end();
}

const char* const kEnclave = "a: POLYGON((0 0, 9 0, 9 9, 0 9), (3 3, 3 6, 6 6, 6 3))\n"
                             "b: POLYGON((3 3, 6 3, 6 6, 3 6))";

/// Four squares of a chessboard: a and d are black, b and c white.
const char* const kBoard = "a: POLYGON((0 0, 5 0, 5 5, 0 5))\nb: POLYGON((5 0, 9 0, 9 5, 5 5))\n"
                           "c: POLYGON((0 5, 5 5, 5 9, 0 9))\nd: POLYGON((5 5, 9 5, 9 9, 5 9))";

} // namespace

TEST_CASE("no features have no outline, nor has one without parts") {
    CHECK(outline_of(kBoard, {}) == "MULTIPOLYGON EMPTY");
    CHECK(outline_of("a: POLYGON EMPTY", {0}) == "MULTIPOLYGON EMPTY");
}

TEST_CASE("an enclave alone is itself, its host has the hole, together they have none") {
    CHECK(outline_of(kEnclave, {1}) == "POLYGON((3 3, 6 3, 6 6, 3 6, 3 3))");
    CHECK(outline_of(kEnclave, {0}) ==
          "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))");
    CHECK(outline_of(kEnclave, {0, 1}) == "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))");
}

TEST_CASE("vertices on straight lines stay") {
    CHECK(outline_of(kBoard, {0, 1}) == "POLYGON((0 0, 5 0, 9 0, 9 5, 5 5, 0 5, 0 0))");
    CHECK(outline_of(kBoard, {0, 1, 2, 3}) ==
          "POLYGON((0 0, 5 0, 9 0, 9 5, 9 9, 5 9, 0 9, 0 5, 0 0))");
}

TEST_CASE("squares that touch in a corner are two polygons") {
    CHECK(outline_of(kBoard, {0, 3}) ==
          "MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5, 0 0)), ((5 5, 9 5, 9 9, 5 9, 5 5)))");
    CHECK(outline_of(kBoard, {1, 2}) ==
          "MULTIPOLYGON(((0 5, 5 5, 5 9, 0 9, 0 5)), ((5 0, 9 0, 9 5, 5 5, 5 0)))");
}

TEST_CASE("a ring of features that closes in a corner has a hole that touches its shell") {
    // An L below and left, an L above and right, that touch in (3 6) and share (6 0) - (6 3).
    CHECK(outline_of("a: POLYGON((0 0, 6 0, 6 3, 3 3, 3 6, 0 6))\n"
                     "b: POLYGON((6 0, 9 0, 9 9, 3 9, 3 6, 6 6, 6 3))",
                     {0, 1}) ==
          "POLYGON((0 0, 6 0, 9 0, 9 9, 3 9, 3 6, 0 6, 0 0), (3 3, 3 6, 6 6, 6 3, 3 3))");
}

TEST_CASE("holes that touch in a corner are two holes") {
    CHECK(outline_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (1 1, 1 4, 4 4, 4 1), (4 4, 4 7, 7 7, 7 4))",
                     {0}) == "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 4, 4 4, 4 1, 1 1), "
                             "(4 4, 4 7, 7 7, 7 4, 4 4))");
}

TEST_CASE("an island in a hole in an island in a hole belongs to the smallest shell around it") {
    CHECK(outline_of("a: POLYGON((0 0, 20 0, 20 20, 0 20), (2 2, 2 18, 18 18, 18 2))\n"
                     "b: POLYGON((4 4, 16 4, 16 16, 4 16), (6 6, 6 14, 14 14, 14 6))\n"
                     "c: POLYGON((8 8, 12 8, 12 12, 8 12))",
                     {2, 1, 0}) ==
          "MULTIPOLYGON(((0 0, 20 0, 20 20, 0 20, 0 0), (2 2, 2 18, 18 18, 18 2, 2 2)), "
          "((4 4, 16 4, 16 16, 4 16, 4 4), (6 6, 6 14, 14 14, 14 6, 6 6)), "
          "((8 8, 12 8, 12 12, 8 12, 8 8)))");
}

TEST_CASE("an island that touches its hole in a corner is a polygon of its own") {
    CHECK(outline_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (3 3, 3 7, 7 7, 7 3))\n"
                     "b: POLYGON((3 3, 5 3, 5 5, 3 5))\nc: POLYGON((3 3, 5 4, 4 5))",
                     {0, 2}) ==
          "MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 3 7, 7 7, 7 3, 3 3)), "
          "((3 3, 5 4, 4 5, 3 3)))");
}

TEST_CASE(
    "areas that touch in two points are two polygons, and what they enclose is a hole of none") {
    // A lens and an arch above it, each cut in two so that the cuts end where they touch.
    CHECK(outline_of("a: POLYGON((0 0, 10 -2, 20 0))\nb: POLYGON((0 0, 20 0, 10 2))\n"
                     "c: POLYGON((0 0, 10 5, 20 0, 10 7))\nd: POLYGON((0 0, 10 7, 20 0, 10 10))",
                     {0, 1, 2, 3}) == "MULTIPOLYGON(((0 0, 10 -2, 20 0, 10 2, 0 0)), "
                                      "((0 0, 10 5, 20 0, 10 10, 0 0)))");
}

TEST_CASE("a spike falls away with the dissolve") {
    CHECK(outline_of("a: POLYGON((0 0, 9 0, 9 9, 9 12, 9 9, 0 9))", {0}) ==
          "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))");
}

TEST_CASE("the edges of an outline are those that the group walks more often one way") {
    for_each_coverage(36, [](const Shapes& shapes) {
        const Layer layer = layer_of(shapes);
        for (const auto& codes : kGroups) {
            const auto group = group_of(layer, codes);
            CHECK(test::edges_of(outline_of(layer, group)) == edges_that_stay(layer, group));
        }
    });
}

TEST_CASE("the area of an outline is the sum of the areas of its features, exactly") {
    for_each_coverage(36, [](const Shapes& shapes) {
        const Layer layer = layer_of(shapes);
        for (const auto& codes : kGroups) {
            kernel::Moments sum;
            for (const FeatureId feature : group_of(layer, codes))
                sum += moments(layer, feature);
            CHECK(moments(outline_of(layer, group_of(layer, codes))) == sum);
        }
    });
}

TEST_CASE("the outline of one feature of a clean layer is that feature") {
    for_each_coverage(36, [](const Shapes& shapes) {
        const Layer layer = layer_of(shapes);
        for (std::uint32_t i = 0; i < shapes.size(); ++i)
            CHECK(test::to_wkt(outline_of(layer, {FeatureId{i}})) ==
                  test::to_wkt(test::normalised(shapes[i].polygons)));
    });
}

TEST_CASE("no order of features, start vertex, direction or repetition changes an outline") {
    for_each_coverage(36, [](const Shapes& shapes) {
        const Layer one = layer_of(shapes);
        const Layer other = layer_of(test::shuffled(shapes, 5));
        for (const auto& codes : kGroups) {
            auto group = group_of(other, codes);
            const auto outline = outline_of(one, group_of(one, codes));
            CHECK(outline_of(other, group) == outline);
            std::reverse(group.begin(), group.end());
            group.insert(group.end(), 2, group.front());
            CHECK(outline_of(other, group) == outline);
        }
    });
}

TEST_CASE("polygons and holes are in order of their least points, where their rings begin") {
    for_each_coverage(36, [](const Shapes& shapes) {
        for (const auto& codes : kGroups) {
            const Layer layer = layer_of(shapes);
            const auto outline = outline_of(layer, group_of(layer, codes));
            CHECK(outline == test::normalised(outline));
            for (const Polygon& polygon : outline) {
                CHECK(twice_area(polygon.shell) > 0);
                for (const Ring& hole : polygon.holes)
                    CHECK(twice_area(hole) < 0);
            }
        }
    });
}

TEST_CASE("no ring of an outline comes back to a point") {
    for_each_coverage(36, [](const Shapes& shapes) {
        for (const auto& codes : kGroups) {
            const Layer layer = layer_of(shapes);
            for (const Polygon& polygon : outline_of(layer, group_of(layer, codes))) {
                CHECK_FALSE(repeats_a_point(polygon.shell));
                for (const Ring& hole : polygon.holes)
                    CHECK_FALSE(repeats_a_point(hole));
            }
        }
    });
}

TEST_CASE("an outline is the union that GEOS makes, and GEOS calls it valid") {
    const test::GeosOracle geos;
    for_each_coverage(36, [&](const Shapes& shapes) {
        const Layer layer = layer_of(shapes);
        for (const auto& codes : kGroups) {
            const auto outline = outline_of(layer, group_of(layer, codes));
            const auto verdict = geos.validity(outline);
            INFO(test::to_wkt(outline) << ' ' << verdict.reason);
            CHECK(verdict.is_valid);
            CHECK(geos.are_equal(outline, geos.union_of(polygons_of(shapes, codes))));
        }
    });
}

TEST_CASE("outlines of neighbouring groups share their borders point by point") {
    for_each_coverage(30, [](const Shapes& shapes) {
        const Layer layer = layer_of(shapes);
        const auto one = outline_of(layer, group_of(layer, {"f0", "f1"}));
        const auto other = outline_of(layer, group_of(layer, {"f2", "f3"}));
        const Layer dissolved =
            layer_of(Shapes{{.code = "1", .polygons = one}, {.code = "2", .polygons = other}});
        const auto all = group_of(layer, {"f0", "f1", "f2", "f3"});
        CHECK(outline_of(dissolved, {FeatureId{0}, FeatureId{1}}) == outline_of(layer, all));
    });
}

} // namespace regio::coverage
