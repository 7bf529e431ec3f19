#include "coverage/partition.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/overlap.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace regio::coverage {

namespace {

using arrangement::Member;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using test::layer_of;
using topology::Chains;

/// The pieces of some layers.
std::vector<Piece> pieces_of(const std::vector<Layer>& layers, PartitionKind kind) {
    std::vector<Chains> chains;
    chains.reserve(layers.size());
    std::vector<const Chains*> all;
    for (const Layer& layer : layers)
        all.push_back(&chains.emplace_back(layer));
    return partition(all, kind);
}

Wide twice_area(const Piece& piece) {
    return moments(piece.polygons).twice_area;
}

Wide twice_area(const std::vector<Piece>& pieces) {
    Wide sum = 0;
    for (const Piece& piece : pieces)
        sum += twice_area(piece);
    return sum;
}

/// Twice the area of what lies in a feature.
Wide twice_area_in(const std::vector<Piece>& pieces, Member feature) {
    Wide sum = 0;
    for (const Piece& piece : pieces)
        if (std::find(piece.features.begin(), piece.features.end(), feature) !=
            piece.features.end())
            sum += twice_area(piece);
    return sum;
}

/// Two squares of a hundred that share a quarter.
std::vector<Layer> two_squares() {
    return {layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"),
            layer_of("b: POLYGON((5 5, 15 5, 15 15, 5 15))\n")};
}

constexpr std::array kKinds = {PartitionKind::Intersection, PartitionKind::Union,
                               PartitionKind::Difference, PartitionKind::Clip};

/// Crossings move by half a unit at most, so the area beside a border by as much along it.
double bound_on(const Layer& layer, FeatureId feature) {
    return 2 * test::perimeter_of(layer, feature);
}

} // namespace

TEST_CASE("each kind of partition of two squares has its pieces") {
    const auto layers = two_squares();
    const auto both = pieces_of(layers, PartitionKind::Intersection);
    REQUIRE(both.size() == 1);
    CHECK((both[0].features == std::vector<Member>{{0, FeatureId{0}}, {1, FeatureId{0}}}));
    CHECK((both[0].polygons ==
           kernel::MultiPolygon{{.shell = {{5, 5}, {10, 5}, {10, 10}, {5, 10}}, .holes = {}}}));
    const auto all = pieces_of(layers, PartitionKind::Union);
    REQUIRE(all.size() == 3);
    CHECK(twice_area(all) == 2 * 175);
    const auto rest = pieces_of(layers, PartitionKind::Difference);
    REQUIRE(rest.size() == 1);
    CHECK((rest[0].features == std::vector<Member>{{0, FeatureId{0}}}));
    CHECK(twice_area(rest) == 2 * 75);
    CHECK(twice_area(pieces_of(layers, PartitionKind::Clip)) == 2 * 25);
}

TEST_CASE("an intersection of three layers lies in all of them") {
    auto layers = two_squares();
    layers.push_back(layer_of("c: POLYGON((0 0, 8 0, 8 20, 0 20))\n"));
    const auto pieces = pieces_of(layers, PartitionKind::Intersection);
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].features.size() == 3);
    CHECK(twice_area(pieces) == 2 * 15);
    CHECK(twice_area(pieces_of(layers, PartitionKind::Clip)) == 2 * 90);
    CHECK(twice_area(pieces_of(layers, PartitionKind::Difference)) == 2 * 10);
}

TEST_CASE("layers that lie apart have no piece in common") {
    const std::vector<Layer> layers = {layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"),
                                       layer_of("b: POLYGON((10 0, 20 0, 20 10, 10 10))\n")};
    CHECK(pieces_of(layers, PartitionKind::Intersection).empty());
    CHECK(pieces_of(layers, PartitionKind::Clip).empty());
    CHECK(pieces_of(layers, PartitionKind::Union).size() == 2);
    CHECK(pieces_of(layers, PartitionKind::Difference).size() == 1);
}

TEST_CASE("features of the first layer that overlap are each clipped whole") {
    const std::vector<Layer> layers = {layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                                "b: POLYGON((4 0, 14 0, 14 10, 4 10))\n"
                                                "c: POLYGON((8 0, 18 0, 18 10, 8 10))\n"),
                                       layer_of("z: POLYGON((0 0, 20 0, 20 5, 0 5))\n")};
    for (const auto kind : {PartitionKind::Clip, PartitionKind::Difference}) {
        const auto pieces = pieces_of(layers, kind);
        REQUIRE(pieces.size() == 3);
        for (const Piece& piece : pieces)
            CHECK(twice_area(piece) == 2 * 50);
    }
}

TEST_CASE("polygons of random partitions are valid by GEOS") {
    const test::GeosOracle geos;
    for (const std::uint32_t seed : test::seeds(40)) {
        const std::vector<Layer> layers = {
            layer_of(test::random_coverage(seed, {.jitter = 2})),
            layer_of(test::random_coverage(seed + 1000, {.jitter = 2}))};
        for (const auto kind : kKinds)
            for (const Piece& piece : pieces_of(layers, kind)) {
                const auto validity = geos.validity(piece.polygons);
                CAPTURE(seed, kind, validity.reason);
                CHECK(validity.is_valid);
            }
    }
}

TEST_CASE("pieces of random partitions add up to features and overlaps within the rounding") {
    for (const std::uint32_t seed : test::seeds(60)) {
        const std::vector<Layer> layers = {
            layer_of(test::random_coverage(seed, {.jitter = 2})),
            layer_of(test::random_coverage(seed + 1000, {.jitter = 2}))};
        const auto all = pieces_of(layers, PartitionKind::Union);
        const auto rest = pieces_of(layers, PartitionKind::Difference);
        const auto clipped = pieces_of(layers, PartitionKind::Clip);
        const auto own = topology::twice_areas(Chains(layers[0]));
        for (std::uint32_t i = 0; i < own.size(); ++i) {
            CAPTURE(seed, i);
            const Member feature{0, FeatureId{i}};
            const Wide whole = twice_area_in(all, feature);
            CHECK(whole == twice_area_in(rest, feature) + twice_area_in(clipped, feature));
            CHECK(std::abs(static_cast<double>(whole - own[i])) <=
                  bound_on(layers[0], FeatureId{i}));
        }
        const auto both = pieces_of(layers, PartitionKind::Intersection);
        for (const auto& pair : topology::overlap(Chains(layers[0]), Chains(layers[1]))) {
            Wide sum = 0;
            for (const Piece& piece : both)
                if (piece.features == std::vector<Member>{{0, pair.a}, {1, pair.b}})
                    sum += twice_area(piece);
            CAPTURE(seed, index(pair.a), index(pair.b));
            CHECK(std::abs(static_cast<double>(sum) - pair.area.twice_area()) <=
                  bound_on(layers[0], pair.a) + bound_on(layers[1], pair.b));
        }
    }
}

TEST_CASE("a layer and itself cut each other into their features, point by point") {
    for (const std::uint32_t seed : test::seeds(20)) {
        const Layer layer = layer_of(test::random_coverage(seed));
        const auto pieces = pieces_of({layer, layer}, PartitionKind::Intersection);
        CAPTURE(seed);
        CHECK(pieces.size() == layer.features().size());
        for (const Piece& piece : pieces) {
            CHECK(piece.features.front().feature == piece.features.back().feature);
            CHECK(twice_area(piece) ==
                  topology::twice_areas(Chains(layer))[index(piece.features.front().feature)]);
        }
    }
}

} // namespace regio::coverage
