// The laws of topology/overlap.hpp on random layers: overlapping, degenerate, and as wide as the
// lattice. tests/support/overlap_soak.cpp goes on with other seeds for as long as one likes.

#include "coverage/outline.hpp"
#include "tests/support/boost_oracle.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/overlap_laws.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/random_overlaps.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

using Catch::WithinAbs;
using kernel::AreaSum;

/// Layers to go through, with their seeds printed where a law is broken.
template <typename Check>
void for_random_layers(std::uint32_t count, const Check& check) {
    for (const auto seed : seeds(count)) {
        const auto [a, b] = random_overlaps(seed);
        INFO("seed " << seed << '\n' << to_text(a) << to_text(b));
        check(a, b, seed);
    }
}

/// A coverage whose cells are no squares; every second one with other vertices on the borders of
/// neighbours.
Shapes coverage(std::uint32_t seed, int unused_percent) {
    Shapes shapes = random_coverage(
        seed, {.columns = 4, .rows = 4, .unused_percent = unused_percent, .jitter = 2});
    return seed % 2 == 0 ? without_straight_vertices(shapes) : shapes;
}

AreaSum own_area(const Shape& shape) {
    return AreaSum(moments(normalised(shape.polygons)).twice_area);
}

/// The features by turns in three groups, each joined to one; "g0" to "g2".
Shapes dissolved(const Shapes& shapes) {
    constexpr std::size_t kGroups = 3;
    const topology::Chains chains(layer_of(shapes));
    const coverage::Outliner outliner(chains);
    Shapes groups;
    for (std::size_t g = 0; g < kGroups; ++g) {
        std::vector<layer::FeatureId> members;
        for (std::size_t i = g; i < shapes.size(); i += kGroups)
            members.push_back(layer::FeatureId(i));
        groups.push_back({.code = "g" + std::to_string(g), .polygons = outliner.outline(members)});
    }
    return groups;
}

/// Each feature whole in one of the other layer.
Overlaps nested(const Shapes& shapes, const std::vector<std::string>& owners) {
    Overlaps result;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (!shapes[i].polygons.empty())
            result[{shapes[i].code, owners[i % owners.size()]}] = {.area = own_area(shapes[i])};
    return result;
}

std::vector<std::string> codes_of(const Shapes& shapes) {
    std::vector<std::string> codes;
    for (const Shape& shape : shapes)
        codes.push_back(shape.code);
    return codes;
}

} // namespace

TEST_CASE("random layers that overlap hold valid features only") {
    const GeosOracle geos;
    for_random_layers(200, [&](const Shapes& a, const Shapes& b, std::uint32_t /*seed*/) {
        for (const Shapes* const shapes : {&a, &b})
            for (const Shape& shape : *shapes)
                CHECK(geos.validity(shape.polygons).is_valid);
    });
}

TEST_CASE("conservation: overlaps with a layer that covers a feature once add up to its area") {
    for (const auto seed : seeds(60)) {
        INFO("seed " << seed);
        const Shapes all = coverage(seed, 0);
        const auto [a, unused] =
            random_overlaps(seed, {.size = 12, .step = 2, .jitter = 1, .corner = {6, 6}});
        Overlaps left = overlaps(a, all);
        for (const Shape& feature : a) {
            AreaSum sum;
            for (const auto& [codes, pair] : left)
                if (codes.first == feature.code)
                    sum += pair.area;
            CHECK((sum == own_area(feature)));
        }
    }
}

TEST_CASE("conservation: overlaps leave of a feature what lies in no feature of a partition") {
    for (const auto seed : seeds(8)) {
        INFO("seed " << seed);
        const auto [a, unused] =
            random_overlaps(seed, {.features = 2, .size = 12, .step = 3, .jitter = 1});
        CHECK(breach_of_conservation(a, coverage(seed, 30)) == "");
    }
}

TEST_CASE("certified error: areas are within their bound of the exact ones, or nothing") {
    for_random_layers(200, [](const Shapes& a, const Shapes& b, std::uint32_t /*seed*/) {
        CHECK(breach_of_error_bound(a, b) == "");
    });
}

TEST_CASE("transpose: which layer comes first changes no bit") {
    for_random_layers(2000, [](const Shapes& a, const Shapes& b, std::uint32_t /*seed*/) {
        CHECK(breach_of_transpose(a, b) == "");
    });
}

TEST_CASE("indifference: threads and the size of cells change no bit") {
    for_random_layers(60, [](const Shapes& a, const Shapes& b, std::uint32_t /*seed*/) {
        CHECK(breach_of_equal_terms(a, b) == "");
    });
    for (const auto seed : seeds(3)) {
        INFO("seed " << seed);
        CHECK(breach_of_equal_terms(coverage(seed, 15), coverage(seed + 1, 15)) == "");
    }
}

TEST_CASE("indifference: the order of features, rings and vertices changes no bit") {
    for_random_layers(500, [](const Shapes& a, const Shapes& b, std::uint32_t seed) {
        CHECK(breach_of_equal_order(a, b, seed) == "");
    });
    for (const auto seed : seeds(20)) {
        INFO("seed " << seed);
        CHECK(breach_of_equal_order(coverage(seed, 15), coverage(seed + 1, 15), seed) == "");
    }
}

TEST_CASE("identity: a partition overlaps itself in its diagonal alone") {
    for (const auto seed : seeds(60)) {
        INFO("seed " << seed);
        const Shapes shapes = coverage(seed, 15);
        const Overlaps diagonal = nested(shapes, codes_of(shapes));
        CHECK(difference(overlaps(shapes, shapes), diagonal) == "");
        CHECK(difference(overlaps(shapes, without_straight_vertices(shapes)), diagonal) == "");
    }
}

TEST_CASE("identity: a partition nests in its own dissolve exactly") {
    for (const auto seed : seeds(60)) {
        INFO("seed " << seed);
        Shapes shapes = random_coverage(seed, {.features = 8, .jitter = 2});
        const Shapes groups = dissolved(shapes);
        const Overlaps expected = nested(shapes, codes_of(groups));
        CHECK(difference(overlaps(shapes, groups), expected) == "");
        CHECK(difference(overlaps(without_straight_vertices(shapes), groups), expected) == "");
    }
}

TEST_CASE("lattice motions: turning and mirroring both layers changes no bit") {
    for_random_layers(500, [](const Shapes& a, const Shapes& b, std::uint32_t /*seed*/) {
        CHECK(breach_of_rotation(a, b) == "");
    });
}

TEST_CASE("lattice motions: moving both layers away from the origin keeps the bounds") {
    for_random_layers(300, [](const Shapes& a, const Shapes& b, std::uint32_t /*seed*/) {
        CHECK(breach_of_translation(a, b) == "");
    });
}

TEST_CASE("parts add: shares of the work add up to the whole, bit for bit") {
    for_random_layers(50, [](const Shapes& a, const Shapes& b, std::uint32_t /*seed*/) {
        CHECK(breach_of_parts_add(a, b) == "");
    });
    for (const auto seed : seeds(5)) {
        INFO("seed " << seed);
        CHECK(breach_of_parts_add(coverage(seed, 15), coverage(seed + 1, 15)) == "");
    }
}

TEST_CASE("identity: each feature shares its own area with itself, whatever overlaps it") {
    for_random_layers(150, [](const Shapes& a, const Shapes& /*b*/, std::uint32_t /*seed*/) {
        CHECK(breach_of_identity(a) == "");
    });
}

TEST_CASE("areas of features by themselves are those of their rings") {
    for_random_layers(100, [](const Shapes& a, const Shapes& /*b*/, std::uint32_t /*seed*/) {
        const auto areas = topology::twice_areas(topology::Chains(layer_of(a)));
        REQUIRE(areas.size() == a.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            CHECK((areas[i] == moments(a[i].polygons).twice_area));
    });
}

TEST_CASE("overlaps of coverages are those of GEOS and of Boost.Geometry") {
    const GeosOracle geos;
    for (const auto seed : seeds(10)) {
        const Shapes a = coverage(seed, 15);
        const Shapes b = coverage(seed + 100, 15);
        Overlaps all = overlaps(a, b);
        for (const Shape& one : a)
            for (const Shape& other : b) {
                INFO("seed " << seed << ": " << one.code << " and " << other.code);
                const double area = all[{one.code, other.code}].area.twice_area() / 2;
                CHECK_THAT(geos.overlap_area(one.polygons, other.polygons),
                           WithinAbs(area, kDoubleOverlayMargin));
                CHECK_THAT(boost_overlap_area(one.polygons, other.polygons),
                           WithinAbs(area, kDoubleOverlayMargin));
            }
    }
}

} // namespace regio::test
