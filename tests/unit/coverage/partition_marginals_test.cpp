// Three layers at once: what their pieces add up to, and how they fit together.

#include "coverage/partition.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/partition_sums.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

namespace regio::coverage {

namespace {

using kernel::Point;

/// A coverage as random_coverage() makes it, a thousand times as large, with every corner moved by
/// itself: borders of several such layers cross anywhere.
layer::Layer large_coverage(std::uint32_t seed) {
    constexpr std::int32_t kScale = 1000;
    const auto moved = [&](Point& point) {
        test::Dice dice(seed ^ static_cast<std::uint32_t>(point.x * 7919 + point.y));
        point = {point.x * kScale + dice.roll(-2000, 2000),
                 point.y * kScale + dice.roll(-2000, 2000)};
    };
    test::Shapes shapes = test::random_coverage(seed);
    for (test::Shape& shape : shapes)
        for (kernel::Polygon& polygon : shape.polygons) {
            for (Point& point : polygon.shell)
                moved(point);
            for (kernel::Ring& hole : polygon.holes)
                for (Point& point : hole)
                    moved(point);
        }
    return test::layer_of(shapes);
}

/// Three of them.
test::PartitionedLayers three_layers(std::uint32_t seed) {
    std::vector<layer::Layer> layers;
    for (const std::uint32_t i : {0U, 1000U, 2000U})
        layers.push_back(large_coverage(seed + i));
    return test::PartitionedLayers(layers);
}

} // namespace

TEST_CASE("marginals of three random layers are the overlaps of two within the rounding") {
    for (const std::uint32_t seed : test::seeds(25)) {
        CAPTURE(seed);
        const auto layers = three_layers(seed);
        for (const auto& [one, other] : {std::pair{0U, 1U}, {0U, 2U}, {1U, 2U}})
            for (const auto& difference : layers.differences(one, other)) {
                CAPTURE(one, other, difference.a, difference.b);
                CHECK(difference.in_square_units <= difference.bound);
            }
    }
}

TEST_CASE("pieces of three random layers are a coverage, edge by edge") {
    const test::GeosOracle geos;
    for (const std::uint32_t seed : test::seeds(25)) {
        CAPTURE(seed);
        const auto layers = three_layers(seed);
        std::vector<kernel::MultiPolygon> areas;
        for (const Piece& piece : layers.pieces()) {
            areas.push_back(piece.polygons);
            CHECK(geos.validity(piece.polygons).is_valid);
        }
        const auto edges = test::coverage_edges(areas);
        CHECK(edges.repeated == 0);
        CHECK(edges.one_sided == test::edges_of(test::normalised(geos.union_of(areas))));
    }
}

} // namespace regio::coverage
