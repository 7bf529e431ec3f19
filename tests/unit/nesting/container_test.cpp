#include "nesting/container.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

namespace regio::nesting {

namespace {

using test::make_world;
using test::SmallWorld;

SmallWorld three_regions() {
    return make_world({{"A", "a1 a2 a3"}, {"B", "b1 b2"}, {"C", "c1 c2"}});
}

/// The codes of the container of a partnership with these members.
std::string container(const std::string& members, const SmallWorld& world,
                      bool may_be_supraregional = true) {
    auto partnership = test::resolve_members(members, world);
    partnership.may_be_supraregional = may_be_supraregional;
    const auto verdict = judge(partnership, world.regions, world.territory.current());
    std::string codes;
    for (const auto region : container_of(partnership, verdict))
        codes += world.regions[region].code;
    return codes;
}

} // namespace

TEST_CASE("what conforms is held against the regions that it lies in or equals") {
    const auto world = three_regions();
    CHECK(container("a1", world) == "A");
    CHECK(container("a1 a2 a3", world) == "A");
    CHECK(container("a1 a2 a3 b1 b2", world) == "AB");
}

TEST_CASE("what crosses is held against its main region") {
    const auto world = three_regions();
    CHECK(container("a1 a2 b1", world) == "A");
    CHECK(container("a1 a2 a3 b1", world) == "A");
    CHECK(container("a1 b1 b2", world) == "B");
}

TEST_CASE("what covers several regions and a part of another is held against the whole ones") {
    const auto world = three_regions();
    CHECK(container("a1 a2 a3 b1 b2 c1", world) == "AB");
    CHECK(container("a1 a2 b1 b2 c1 c2", world) == "BC");
    CHECK(container("a1 a2 b1 b2", world) == "A");
}

TEST_CASE("what may not be supraregional is held against its main region alone") {
    const auto world = three_regions();
    CHECK(container("a1 a2 a3 b1 b2", world, false) == "A");
    CHECK(container("a1 a2 a3 b1 b2 c1", world, false) == "A");
}

TEST_CASE("a region that is covered whole but for a part is not whole") {
    const auto world = three_regions();
    auto partnership = test::resolve_members("a1 a2 a3 b1 b2", world);
    const auto last = partnership.members.back();
    partnership.partial_members.push_back(
        {.municipality = last, .parts = {}, .missing = {}, .drawn_share = 0.4, .figures = {}});
    const auto verdict = judge(partnership, world.regions, world.territory.current());
    REQUIRE(verdict.relation == Relation::Crosses);
    const auto regions = container_of(partnership, verdict);
    REQUIRE(regions.size() == 1);
    CHECK(world.regions[regions.front()].code == "A");
}

TEST_CASE("what has no member has no container") {
    const auto world = three_regions();
    const registry::ResolvedPartnership empty;
    CHECK(container_of(empty, Verdict()).empty());
}

TEST_CASE("the excess of an area is what its shape is judged by, part by part") {
    const auto municipalities = test::layer_of("a: POLYGON((0 0, 100 0, 100 100, 0 100))\n"
                                               "b: POLYGON((100 0, 200 0, 200 100, 100 100))");
    const auto areas = test::layer_of("z: POLYGON((50 -10, 80 -10, 80 50, 250 50, 250 90, 50 90))");
    const std::array features{layer::FeatureId(0), layer::FeatureId(1)};
    const Container container(municipalities, features);
    const auto excess = container.excess(areas, layer::FeatureId(0));
    const auto shape = container.judge(areas, layer::FeatureId(0), {.tolerance_m = 20});
    REQUIRE(excess.size() == 2);
    REQUIRE(shape.parts.size() == 2);
    for (const ExcessPart& part : shape.parts)
        CHECK(part.twice_area == kernel::moments(excess[part.place]).twice_area);
    CHECK(shape.parts[0].area_m2 == 50 * 40);
    CHECK(shape.parts[1].area_m2 == 30 * 10);
}

} // namespace regio::nesting
