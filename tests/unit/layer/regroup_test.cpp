#include "layer/regroup.hpp"
#include "tests/support/geometry.hpp"

#include <catch2/catch.hpp>

#include <array>

namespace regio::layer {

TEST_CASE("the feature of a group has the parts of all members, repeated where groups share them") {
    const Layer layer =
        test::layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                       "b: POLYGON((10 0, 20 0, 20 10, 10 10))\n"
                       "c: POLYGON((20 0, 30 0, 30 10, 20 10), (22 2, 22 4, 24 4))\n");
    const std::array groups = {
        Regrouping{.feature = {.code = "x", .name = "X"}, .members = {FeatureId{0}, FeatureId{2}}},
        Regrouping{.feature = {.code = "y", .name = "Y"}, .members = {FeatureId{2}}},
        Regrouping{.feature = {.code = "z", .name = "Z"}, .members = {}}};
    const Layer regrouped = regroup(layer, groups);
    REQUIRE(regrouped.features().size() == 3);
    CHECK(regrouped[FeatureId{1}].name == "Y");
    CHECK(regrouped.lattice() == layer.lattice());
    CHECK(regrouped.parts_of(FeatureId{0}).size() == 2);
    CHECK(moments(regrouped, FeatureId{0}).twice_area == 2 * 198);
    CHECK(test::polygons_of(regrouped, FeatureId{1}) == test::polygons_of(layer, FeatureId{2}));
    CHECK(regrouped.parts_of(FeatureId{2}).empty());
}

TEST_CASE("a layer of groups keeps the provenance of the layer") {
    Layer layer({}, test::kUnits, Provenance::Schematic);
    CHECK(regroup(layer, {}).provenance() == Provenance::Schematic);
}

} // namespace regio::layer
