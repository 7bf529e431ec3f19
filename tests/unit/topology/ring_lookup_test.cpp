#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/ring_lookup.hpp"

#include <catch2/catch.hpp>

namespace regio::topology {

namespace {

using layer::Layer;
using layer::RingId;
using test::layer_of;

} // namespace

TEST_CASE("every stored point is found in its ring") {
    for (const auto seed : test::seeds(20)) {
        INFO("seed " << seed);
        const Layer layer =
            layer_of(test::random_rubbish(seed, {.features = 9, .most_points = 3 + int(seed) * 4}));
        const RingLookup rings(layer);
        for (std::size_t ring = 0; ring < layer.ring_count(); ++ring)
            for (std::size_t i = layer.first_point(RingId(ring));
                 i < layer.first_point(RingId(ring + 1)); ++i)
                CHECK(rings.of(i) == RingId(ring));
    }
}

TEST_CASE("the first ring from a place on begins there or behind it") {
    const Layer layer = layer_of("a: POLYGON((0 0, 9 0, 0 9))\nb: POLYGON((0 0, 9 0, 9 9, 0 9))");
    const RingLookup rings(layer);
    CHECK(rings.first_from(0) == 0);
    CHECK(rings.first_from(1) == 1);
    CHECK(rings.first_from(4) == 1);
    CHECK(rings.first_from(5) == 2);
    CHECK(rings.first_from(9) == 2);
    CHECK(RingLookup(layer_of("")).first_from(0) == 0);
}

} // namespace regio::topology
