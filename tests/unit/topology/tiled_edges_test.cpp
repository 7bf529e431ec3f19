#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/tiled_edges.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Point;
using layer::Layer;
using test::layer_of;

std::vector<std::uint32_t> edges_of(std::span<const EdgeRun> runs) {
    std::vector<std::uint32_t> edges;
    for (const EdgeRun& run : runs)
        for (std::uint32_t i = 0; i < run.count; ++i)
            edges.push_back(run.first + i);
    return edges;
}

/// A coverage of enough edges for several tiles.
Layer coverage(std::uint32_t seed) {
    return layer_of(test::random_coverage(seed, {.columns = 60, .rows = 40, .jitter = 2}));
}

} // namespace

TEST_CASE("the runs of a layer are its edges in order") {
    const Layer layer = layer_of("a: POLYGON((0 0, 9 0, 0 9))\nb: POLYGON((0 0, 9 0, 9 9, 0 9))");
    CHECK(edges_of(runs_of(layer)) == std::vector<std::uint32_t>{0, 1, 2, 4, 5, 6, 7});
    CHECK(edge_count(runs_of(layer)) == layer.edge_count());
    CHECK(runs_of(layer_of("")).empty());
}

TEST_CASE("every edge is in one tile, in order there") {
    for (const auto seed : test::seeds(5)) {
        INFO("seed " << seed);
        const Layer layer = coverage(seed);
        const auto runs = runs_of(layer);
        const TiledEdges tiled(layer.points(), runs);
        REQUIRE(tiled.tile_count() > 4);
        std::vector<std::uint32_t> all;
        for (std::size_t t = 0; t < tiled.tile_count(); ++t) {
            const auto edges = edges_of(tiled.tile(t));
            CHECK(std::is_sorted(edges.begin(), edges.end()));
            all.insert(all.end(), edges.begin(), edges.end());
        }
        std::sort(all.begin(), all.end());
        CHECK(all == edges_of(runs));
    }
}

TEST_CASE("edges with the same ends are in the same tile") {
    const Layer layer = coverage(1);
    const TiledEdges tiled(layer.points(), runs_of(layer));
    std::map<std::pair<Point, Point>, std::size_t> tile_of;
    for (std::size_t t = 0; t < tiled.tile_count(); ++t)
        for (const std::uint32_t e : edges_of(tiled.tile(t))) {
            const auto ends = std::minmax(layer.points()[e], layer.points()[e + 1]);
            CHECK(tile_of.try_emplace(ends, t).first->second == t);
        }
}

} // namespace regio::topology
