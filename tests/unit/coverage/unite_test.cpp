#include "coverage/unite.hpp"
#include "tests/support/feature_pairs.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <iterator>
#include <string>

namespace regio::coverage {

namespace {

using layer::FeatureId;
using test::layer_of;

/// The union of all features of a text.
struct Union {
    explicit Union(const layer::Layer& all)
        : united(unite(all, std::array{test::all_features(all)})) {}
    explicit Union(const char* text) : Union(layer_of(text)) {}

    [[nodiscard]] double area() const {
        return united.layer.lattice().square_metres(moments(united.layer, FeatureId{0}).twice_area);
    }

    United united;
};

} // namespace

TEST_CASE("a union of features that fit has their parts as they are and the sum of their areas") {
    const Union fit("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                    "b: POLYGON((10 0, 20 0, 20 10, 10 10))\n");
    CHECK(fit.united.is_rounded == std::vector<bool>{false});
    CHECK(fit.united.layer.parts().size() == 2);
    CHECK(fit.area() == 200);
}

TEST_CASE("what features share counts once in their union") {
    const Union crossing("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                         "b: POLYGON((5 5, 15 5, 15 15, 5 15))\n");
    CHECK(crossing.united.is_rounded == std::vector<bool>{true});
    CHECK(crossing.area() == 175);
    CHECK(Union("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                "b: POLYGON((2 2, 4 2, 4 4, 2 4))\n")
              .area() == 100);
    CHECK(Union("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                "b: POLYGON((0 0, 10 0, 10 10, 0 10))\n")
              .area() == 100);
}

TEST_CASE("a hole of one feature takes nothing from another in a union") {
    CHECK(Union("a: POLYGON((0 0, 10 0, 10 10, 0 10), (2 2, 2 8, 8 8, 8 2))\n"
                "b: POLYGON((2 2, 8 2, 8 12, 2 12))\n")
              .area() == 112);
    const Union enclave("a: POLYGON((0 0, 10 0, 10 10, 0 10), (2 2, 2 8, 8 8, 8 2))\n"
                        "b: POLYGON((2 2, 8 2, 8 8, 2 8))\n");
    CHECK(enclave.united.is_rounded == std::vector<bool>{false});
    CHECK(enclave.area() == 100);
}

TEST_CASE("only groups with overlapping members are rounded") {
    const auto layer = layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                "b: POLYGON((5 5, 15 5, 15 15, 5 15))\n"
                                "c: POLYGON((10 0, 20 0, 20 5, 10 5))\n");
    const std::array groups = {layer::Regrouping{.feature = {.code = "ac", .name = {}},
                                                 .members = {FeatureId{0}, FeatureId{2}}},
                               layer::Regrouping{.feature = {.code = "ab", .name = {}},
                                                 .members = {FeatureId{0}, FeatureId{1}}}};
    const United united = unite(layer, groups);
    CHECK(united.is_rounded == std::vector<bool>{false, true});
    CHECK(united.layer[FeatureId{0}].code == "ac");
    CHECK(moments(united.layer, FeatureId{0}).twice_area == 2 * 150);
    CHECK(moments(united.layer, FeatureId{1}).twice_area == 2 * 175);
}

TEST_CASE("a union of random features has the area of that of GEOS") {
    const test::GeosOracle geos;
    for (const std::uint32_t seed : test::seeds(60)) {
        CAPTURE(seed);
        test::Shapes shapes = test::random_coverage(seed);
        const test::Shapes others = test::random_coverage(seed + 1000);
        shapes.insert(shapes.end(), others.begin(), others.end());
        std::vector<kernel::MultiPolygon> all;
        for (const auto& shape : shapes)
            all.push_back(shape.polygons);
        CHECK(Union(layer_of(shapes)).area() == geos.area(geos.union_of(all)));
    }
}

} // namespace regio::coverage
