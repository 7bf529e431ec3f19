#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/box_cells.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Point;

/// A staircase of short edges.
std::vector<Point> staircase(std::int32_t steps) {
    std::vector<Point> points;
    for (std::int32_t i = 0; i < steps; ++i) {
        points.push_back({i * 10, i % 7});
        points.push_back({i * 10, 100 + i});
    }
    return points;
}

std::vector<std::uint32_t> edges_of(const std::vector<Point>& points) {
    std::vector<std::uint32_t> edges(points.size() - 1);
    std::iota(edges.begin(), edges.end(), 0U);
    return edges;
}

} // namespace

TEST_CASE("two edges whose boxes meet are together in a cell") {
    const auto points = staircase(150);
    const auto edges = edges_of(points);
    BoxCells cells;
    REQUIRE(cells.divide(points, edges));
    REQUIRE(cells.count() > 4);
    std::vector<std::vector<bool>> are_together(edges.size(), std::vector<bool>(edges.size()));
    for (std::size_t cell = 0; cell < cells.count(); ++cell)
        for (const auto e : cells[cell])
            for (const auto f : cells[cell])
                are_together[e][f] = true;
    const auto box = [&](std::uint32_t e) { return box_of(std::span(points).subspan(e, 2)); };
    for (const auto e : edges)
        for (const auto f : edges)
            if (meets(box(e), box(f)))
                CHECK(are_together[e][f]);
}

TEST_CASE("no edges, and edges as long as all together, are not divided") {
    BoxCells cells;
    CHECK_FALSE(cells.divide({}, {}));
    CHECK(cells.count() == 0);
    std::vector<Point> zigzag;
    for (std::int32_t i = 0; i < 400; ++i)
        zigzag.push_back({i, i % 2 == 0 ? 0 : 1000000});
    for (std::int32_t i = 0; i < 400; ++i)
        zigzag.push_back({i % 2 == 0 ? 0 : 1000000, i});
    CHECK_FALSE(cells.divide(zigzag, edges_of(zigzag)));
}

} // namespace regio::topology
