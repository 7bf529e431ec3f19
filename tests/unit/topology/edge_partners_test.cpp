#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/edge_partners.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Point;
using layer::Layer;
using test::layer_of;

std::vector<std::uint32_t> edges_of(const Layer& layer) {
    std::vector<std::uint32_t> edges;
    for (std::size_t ring = 0; ring < layer.ring_count(); ++ring) {
        const std::size_t first = layer.first_point(layer::RingId(ring));
        for (std::size_t i = 0; i < layer.ring(layer::RingId(ring)).size(); ++i)
            edges.push_back(static_cast<std::uint32_t>(first + i));
    }
    return edges;
}

std::size_t pairs_in(const std::vector<std::uint32_t>& partners) {
    const auto alone = std::count(partners.begin(), partners.end(), kNoPartner);
    return (partners.size() - static_cast<std::size_t>(alone)) / 2;
}

void check_mutual(const Layer& layer) {
    const auto partners = match_edges(layer);
    const auto points = layer.points();
    REQUIRE(partners.size() == points.size());
    for (const std::uint32_t e : edges_of(layer)) {
        const std::uint32_t p = partners[e];
        if (p == kNoPartner)
            continue;
        if (partners[p] != e || points[e] != points[p + 1] || points[e + 1] != points[p])
            FAIL("edge " << e << " and edge " << p);
    }
    for (std::size_t ring = 1; ring <= layer.ring_count(); ++ring)
        CHECK(partners[layer.first_point(layer::RingId(ring)) - 1] == kNoPartner);
}

/// Of each pair of points, how many edges are without a partner.
void check_numbers(const Layer& layer) {
    const auto partners = match_edges(layer);
    const auto points = layer.points();
    std::map<std::pair<Point, Point>, std::pair<int, int>> balance; // One way less other; alone.
    for (const std::uint32_t e : edges_of(layer)) {
        auto& [difference, alone] = balance[std::minmax(points[e], points[e + 1])];
        difference += points[e] < points[e + 1] ? 1 : -1;
        alone += partners[e] == kNoPartner ? 1 : 0;
    }
    for (const auto& [ends, numbers] : balance)
        CHECK(std::abs(numbers.first) == numbers.second);
}

/// By the definition: each edge in order takes the latest before it that walks it the other way and
/// waits for a partner.
std::vector<std::uint32_t> partners_in_order(const Layer& layer) {
    const auto points = layer.points();
    std::vector<std::uint32_t> partners(points.size(), kNoPartner);
    std::map<std::pair<Point, Point>, std::vector<std::uint32_t>> waiting;
    for (const std::uint32_t e : edges_of(layer)) {
        auto& others = waiting[{points[e + 1], points[e]}];
        if (others.empty()) {
            waiting[{points[e], points[e + 1]}].push_back(e);
            continue;
        }
        partners[e] = others.back();
        partners[others.back()] = e;
        others.pop_back();
    }
    return partners;
}

/// One triangle many times over, and its mirror image many times, which walks one edge back.
Layer copies(int forward, int backward) {
    test::Shapes shapes;
    for (int i = 0; i < forward + backward; ++i)
        shapes.push_back(
            {.code = std::to_string(i),
             .polygons = test::polygons_of(i < forward ? "POLYGON((0 0, 8 0, 0 8))"
                                                       : "POLYGON((8 0, 0 0, 0 -8))")});
    return layer_of(shapes);
}

/// A field of squares in rows, enough for several tiles, from the least corner of the lattice.
test::Shapes field(std::int32_t columns, std::int32_t rows, std::int32_t size) {
    test::Shapes shapes;
    for (std::int32_t x = 0; x < columns; ++x)
        for (std::int32_t y = 0; y < rows; ++y) {
            const Point low{x * size - kernel::kFarthest, y * size - kernel::kFarthest};
            const Point high{low.x + size, low.y + size};
            shapes.push_back({.code = {},
                              .polygons = {{.shell = {low, {high.x, low.y}, high, {low.x, high.y}},
                                            .holes = {}}}});
        }
    return shapes;
}

/// Triangles around one vertex, each sharing an edge with the next.
test::Shapes fan(std::int32_t count) {
    test::Shapes shapes;
    for (std::int32_t i = 0; i < count; ++i)
        shapes.push_back(
            {.code = {}, .polygons = {{.shell = {{0, 0}, {i, 9}, {i + 1, 9}}, .holes = {}}}});
    return shapes;
}

} // namespace

TEST_CASE("edges of an empty layer have no partners, nor has a ring alone") {
    CHECK(match_edges(layer_of("")).empty());
    CHECK(pairs_in(match_edges(layer_of("a: POLYGON((0 0, 9 0, 0 9))"))) == 0);
}

TEST_CASE("a shared border is matched, a touch in a point and a T-junction are not") {
    const auto pairs = [](const char* text) { return pairs_in(match_edges(layer_of(text))); };
    CHECK(pairs("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((9 0, 18 0, 18 9, 9 9))") == 1);
    CHECK(pairs("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((9 9, 18 9, 18 18, 9 18))") == 0);
    CHECK(pairs("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((9 0, 18 0, 18 4, 9 4))") == 0);
    CHECK(pairs("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((0 0, 9 0, 9 9, 0 9))") == 0);
}

TEST_CASE("the edges of a hole are matched with those of what fills it") {
    CHECK(pairs_in(match_edges(layer_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (3 3, 6 3, 6 6, 3 6))\n"
                                        "b: POLYGON((3 3, 6 3, 6 6, 3 6))"))) == 4);
}

TEST_CASE("a spike is matched with itself") {
    const Layer layer = layer_of("a: POLYGON((0 0, 9 0, 9 9, 9 12, 9 9, 0 9))");
    CHECK(pairs_in(match_edges(layer)) == 1);
    check_mutual(layer);
}

TEST_CASE("of copies of an edge as many stay alone as there are more one way than the other") {
    for (const auto& [forward, backward] :
         {std::pair{1, 1}, {2, 1}, {1, 2}, {3, 3}, {1, 9}, {200, 77}, {77, 200}}) {
        INFO(forward << " forward, " << backward << " backward");
        const Layer layer = copies(forward, backward);
        check_mutual(layer);
        check_numbers(layer);
        CHECK(pairs_in(match_edges(layer)) ==
              static_cast<std::size_t>(std::min(forward, backward)));
    }
}

TEST_CASE("where features overlap, each border keeps one partner all along") {
    const Layer layer = layer_of("a: POLYGON((0 0, 4 0, 4 3, 4 6, 4 9, 0 9))\n"
                                 "b: POLYGON((0 0, 4 0, 4 3, 4 6, 4 9, 0 9))\n"
                                 "c: POLYGON((4 0, 8 0, 8 9, 4 9, 4 6, 4 3))");
    const auto partners = match_edges(layer);
    std::vector<layer::FeatureId> beside;
    const std::size_t first = layer.first_point(layer::RingId{2});
    for (std::size_t i = 0; i < 6; ++i)
        if (const auto p = partners[first + i]; p != kNoPartner)
            beside.push_back(p < layer.first_point(layer::RingId{1}) ? layer::FeatureId{0}
                                                                     : layer::FeatureId{1});
    REQUIRE(beside.size() == 3);
    CHECK(beside[0] == beside[1]);
    CHECK(beside[1] == beside[2]);
}

TEST_CASE("partners are mutual and as many as can be, in coverages and in rubbish") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        for (const Layer& layer :
             {layer_of(test::random_coverage(seed)), layer_of(test::random_rubbish(seed)),
              layer_of(
                  test::random_rubbish(seed, {.features = 12, .most_points = 9, .size = 2}))}) {
            check_mutual(layer);
            check_numbers(layer);
        }
    }
}

TEST_CASE("edges find their partners across tiles, out to the corners of the lattice") {
    const Layer layer = layer_of(field(64, 64, 1 << 25));
    REQUIRE(layer.points().back().x == kernel::kFarthest - (1 << 25));
    check_mutual(layer);
    CHECK(pairs_in(match_edges(layer)) == 2 * 64 * 63);
}

TEST_CASE("each edge takes the latest walk the other way that waits for one") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        for (const auto& shapes :
             {test::random_coverage(seed), test::random_rubbish(seed),
              test::random_rubbish(seed, {.features = 40, .most_points = 9, .size = 2})}) {
            const Layer layer = layer_of(shapes);
            CHECK(match_edges(layer) == partners_in_order(layer));
        }
    }
}

TEST_CASE("edges that crowd a corner, a vertex or one pair of points find the same partners") {
    test::Shapes cluster = field(60, 60, 10);
    cluster.push_back(
        {.code = {},
         .polygons = {
             {.shell = {{kernel::kFarthest, kernel::kFarthest}, {0, 9}, {9, 0}}, .holes = {}}}});
    for (const Layer& layer : {layer_of(cluster), layer_of(fan(9000)), copies(2500, 2000)}) {
        const auto partners = match_edges(layer);
        CHECK(pairs_in(partners) >= 2000);
        CHECK(partners == partners_in_order(layer));
    }
}

} // namespace regio::topology
