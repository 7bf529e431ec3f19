#include "nesting/container.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

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

} // namespace regio::nesting
