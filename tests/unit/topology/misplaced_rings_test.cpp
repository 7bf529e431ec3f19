#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/misplaced_rings.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace regio::topology {

namespace {

using layer::FeatureId;
using layer::Layer;
using test::layer_of;

/// Whether the first feature of a layer has a ring where it should not lie.
bool is_misplaced(const std::string& text) {
    return !find_misplaced_rings(layer_of(text)).empty();
}

const char* const kHoleOutside = "a: POLYGON((0 0, 9 0, 9 9, 0 9), (12 0, 15 0, 15 3, 12 3))";
const char* const kHole = "a: POLYGON((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7))";

/// Unit squares with a unit between them, in one feature.
std::string squares(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        const std::string left = std::to_string(2 * i);
        const std::string right = std::to_string(2 * i + 1);
        text += (i == 0 ? "((" : ", ((") + left + " 0, " + right + " 0, " + right + " 1, " + left +
                " 1))";
    }
    return text;
}

} // namespace

TEST_CASE("no feature, a feature without parts and a feature of one ring have no ring misplaced") {
    CHECK_FALSE(is_misplaced(""));
    CHECK_FALSE(is_misplaced("a: POLYGON EMPTY"));
    CHECK_FALSE(is_misplaced("a: POLYGON((0 0, 9 0, 0 9))"));
}

TEST_CASE("a hole belongs inside its shell") {
    CHECK_FALSE(is_misplaced(kHole));
    CHECK(is_misplaced(kHoleOutside));
    // Within the box of the shell, and around the shell.
    CHECK(is_misplaced("a: POLYGON((0 0, 9 0, 0 9), (7 7, 8 7, 8 8, 7 8))"));
    CHECK(is_misplaced("a: POLYGON((2 2, 7 2, 7 7, 2 7), (0 0, 9 0, 9 9, 0 9))"));
}

TEST_CASE("a hole may touch its shell in a point, from within only") {
    CHECK_FALSE(is_misplaced("a: POLYGON((0 0, 9 0, 9 9, 0 9), (0 0, 3 6, 6 3))"));
    CHECK_FALSE(is_misplaced("a: POLYGON((0 0, 9 0, 9 9, 0 9), (5 0, 3 3, 6 3))"));
    CHECK(is_misplaced("a: POLYGON((0 0, 9 0, 9 9, 0 9), (5 0, 3 -3, 6 -3))"));
}

TEST_CASE("a hole equal to its shell is misplaced") {
    CHECK(is_misplaced("a: POLYGON((0 0, 9 0, 0 9), (0 0, 9 0, 0 9))"));
}

TEST_CASE("a hole belongs in no other hole") {
    CHECK(is_misplaced(
        "a: POLYGON((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7), (4 4, 5 4, 5 5, 4 5))"));
    CHECK(is_misplaced(
        "a: POLYGON((0 0, 9 0, 9 9, 0 9), (4 4, 5 4, 5 5, 4 5), (2 2, 7 2, 7 7, 2 7))"));
    CHECK_FALSE(is_misplaced(
        "a: POLYGON((0 0, 9 0, 9 9, 0 9), (1 1, 3 1, 3 3, 1 3), (5 5, 7 5, 7 7, 5 7))"));
}

TEST_CASE("a hole that is there twice is misplaced") {
    CHECK(is_misplaced("a: POLYGON((0 0, 9 0, 9 9, 0 9), (2 2, 4 2, 2 4), (2 2, 4 2, 2 4))"));
}

TEST_CASE("holes may touch each other in a point") {
    CHECK_FALSE(is_misplaced(
        "a: POLYGON((0 0, 9 0, 9 9, 0 9), (1 1, 3 1, 3 3, 1 3), (3 3, 7 3, 7 7, 3 7))"));
}

TEST_CASE("a part belongs in no other part, in whatever order they come") {
    CHECK(is_misplaced("a: MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9)), ((2 2, 4 2, 4 4, 2 4)))"));
    CHECK(is_misplaced("a: MULTIPOLYGON(((2 2, 4 2, 4 4, 2 4)), ((0 0, 9 0, 9 9, 0 9)))"));
}

TEST_CASE("a part that is there twice is misplaced, wherever its copy begins") {
    CHECK(is_misplaced("a: MULTIPOLYGON(((0 0, 9 0, 0 9)), ((0 0, 9 0, 0 9)))"));
    CHECK(is_misplaced("a: MULTIPOLYGON(((0 0, 9 0, 0 9)), ((0 9, 9 0, 0 0)))"));
}

TEST_CASE("an island in a hole is in place, and in an island's island it is not") {
    CHECK_FALSE(is_misplaced("a: MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7)), "
                             "((4 4, 5 4, 5 5, 4 5)))"));
    CHECK_FALSE(is_misplaced("a: MULTIPOLYGON(((4 4, 5 4, 5 5, 4 5)), "
                             "((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7)))"));
    CHECK(is_misplaced("a: MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7)), "
                       "((3 3, 6 3, 6 6, 3 6)), ((4 4, 5 4, 5 5, 4 5)))"));
}

TEST_CASE("parts side by side are in place, apart or touching in a corner") {
    CHECK_FALSE(is_misplaced("a: MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((6 0, 9 0, 9 5, 6 5)))"));
    CHECK_FALSE(is_misplaced("a: MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((5 5, 9 5, 9 9, 5 9)))"));
    // In the box of the other one.
    CHECK_FALSE(is_misplaced("a: MULTIPOLYGON(((0 0, 9 0, 0 9)), ((7 7, 8 7, 8 8, 7 8)))"));
}

TEST_CASE("features may lie in each other") {
    CHECK_FALSE(is_misplaced("a: POLYGON((0 0, 9 0, 9 9, 0 9))\nb: POLYGON((2 2, 4 2, 2 4))"));
}

TEST_CASE("one part among many is found") {
    constexpr int kCount = 1000;
    CHECK_FALSE(is_misplaced("a: MULTIPOLYGON(" + squares(kCount) + ")"));
    CHECK(is_misplaced("a: MULTIPOLYGON(" + squares(kCount) + ", ((0 0, 1 0, 1 1, 0 1)))"));
    CHECK(
        is_misplaced("a: MULTIPOLYGON(" + squares(kCount) + ", ((-9 -9, 9999 -9, 9999 9, -9 9)))"));
}

TEST_CASE("features with misplaced rings come once each, in order, and are said by name") {
    const Layer layer = layer_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (12 0, 15 0, 15 3, 12 3), "
                                 "(22 0, 25 0, 25 3, 22 3))\n"
                                 "b: POLYGON((0 0, 9 0, 0 9))\n"
                                 "c: MULTIPOLYGON(((0 0, 9 0, 0 9)), ((0 0, 9 0, 0 9)))");
    const auto features = find_misplaced_rings(layer);
    REQUIRE(features == std::vector{FeatureId{0}, FeatureId{2}});
    std::vector<Finding> findings;
    report_misplaced_rings(layer, features, findings);
    REQUIRE(findings.size() == 2);
    CHECK(findings[1].number == FindingNumber::RingMisplaced);
    CHECK(findings[1].source == layer.source_of(FeatureId{2}));
    CHECK(findings[1].values == std::vector<FindingValue>{{"name", label_of(layer[FeatureId{2}])}});
}

TEST_CASE("a feature whose rings do not meet is here when GEOS calls it invalid") {
    const test::GeosOracle geos;
    std::size_t valid = 0;
    for (const auto seed : test::seeds(1000)) {
        INFO("seed " << seed);
        const auto shape = test::random_apart_rings(seed);
        const auto verdict = geos.validity(shape);
        INFO(test::to_wkt(shape) << ' ' << verdict.reason);
        const Layer layer = layer_of(test::Shapes{{.code = "a", .polygons = shape}});
        CHECK(find_misplaced_rings(layer).empty() == verdict.is_valid);
        valid += verdict.is_valid ? 1U : 0U;
    }
    CHECK(valid > 100);
    CHECK(valid < 900);
}

TEST_CASE("rings that are misplaced are told one by one, with how they are") {
    const Layer layer = layer_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (12 0, 15 0, 15 3, 12 3))\n"
                                 "b: POLYGON((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7))\n"
                                 "c: MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9)), ((2 2, 7 2, 7 7)), "
                                 "((20 0, 29 0, 29 9)), ((29 9, 20 0, 29 0)))");
    using enum Misplacement;
    const std::vector<MisplacedRing> expected = {
        {layer::FeatureId{0}, HoleOutside, layer::RingId{1}},
        {layer::FeatureId{2}, PartInPart, layer::RingId{5}},
        {layer::FeatureId{2}, PartInPart, layer::RingId{6}},
        {layer::FeatureId{2}, PartInPart, layer::RingId{7}},
        {layer::FeatureId{2}, RingTwice, layer::RingId{7}}};
    CHECK(locate_misplaced_rings(layer) == expected);
}

} // namespace regio::topology
