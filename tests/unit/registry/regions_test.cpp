#include "base/error.hpp"
#include "registry/partition_regions.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

namespace regio::registry {

namespace {

using test::make_world;
using test::merger;

const Date kFusion = make_date(2025, 1, 1);

RegionRow row(const std::string& region, const std::string& municipality) {
    return {.region_code = region,
            .region_name = region,
            .municipality_code = municipality,
            .source = {.file = "regions"}};
}

/// What happens to be thrown.
template <typename Call>
std::string fault_of(const Call& call) {
    try {
        call();
    } catch (const InputError& fault) {
        return fault.what();
    }
    return {};
}

} // namespace

TEST_CASE("a municipality that stands twice in one region is a finding") {
    const auto world = make_world({{"A", "a1 a2"}, {"B", "b1"}});
    std::vector<Finding> findings;
    const RegionList list{.rows = {row("A", "a1"), row("A", "a2"), row("A", "a1"), row("B", "b1")}};
    const auto partition = partition_regions({list}, world.territory, findings);
    CHECK(test::numbers(findings) == std::vector{FindingNumber::RegionMemberTwice});
    CHECK(partition.all()[0].municipalities.size() == 2);
}

TEST_CASE("a municipality in two regions is an error that names both") {
    const auto world = make_world({{"A", "a1"}, {"B", "b1"}});
    std::vector<Finding> findings;
    const RegionList list{.rows = {row("North", "a1"), row("South", "a1"), row("South", "b1")}};
    const std::string fault =
        fault_of([&] { (void)partition_regions({list}, world.territory, findings); });
    CHECK(fault.find("North") != std::string::npos);
    CHECK(fault.find("South") != std::string::npos);
    CHECK(fault.find("a1") != std::string::npos);
}

TEST_CASE("municipalities without a region are named in one finding") {
    const auto world = make_world({{"A", "a1"}}, {.without_region = "x1 x2"});
    REQUIRE(world.findings.size() == 1);
    CHECK(world.findings[0].number == FindingNumber::MunicipalityWithoutRegion);
    CHECK(message(world.findings[0], Language::English).find("(2)") != std::string::npos);
}

TEST_CASE("a municipality of the list that does not exist is a finding") {
    const auto world = make_world({{"A", "a1"}});
    std::vector<Finding> findings;
    const RegionList list{.rows = {row("A", "a1"), row("A", "z9")}};
    (void)partition_regions({list}, world.territory, findings);
    CHECK(test::numbers(findings) == std::vector{FindingNumber::RegionMemberUnknown});
}

TEST_CASE("an unknown municipality counts in every region that names it") {
    const auto world = make_world({{"A", "a1"}, {"B", "b1"}});
    std::vector<Finding> findings;
    const RegionList list{
        .rows = {row("A", "a1"), row("B", "b1"), row("A", "z9"), row("B", "z9"), row("B", "z9")}};
    const auto partition = partition_regions({list}, world.territory, findings);
    CHECK(size_of(partition.all()[0]) == 2);
    CHECK(size_of(partition.all()[1]) == 2);
}

TEST_CASE("a merged municipality that the territory lacks counts in the regions of its parts") {
    const auto world = make_world(
        {{"A", "a1"}, {"B", "b1"}},
        {.mergers = {merger("p1", "n1", kFusion), merger("q1", "n1", kFusion)}, .as_of = kFusion});
    std::vector<Finding> findings;
    const RegionList list{.rows = {row("A", "a1"), row("B", "b1"), row("A", "p1"), row("B", "q1")}};
    const auto partition = partition_regions({list}, world.territory, findings);
    CHECK(size_of(partition.all()[0]) == 2);
    CHECK(size_of(partition.all()[1]) == 2);
}

TEST_CASE("an older list of regions is carried over by the mergers") {
    const auto world = make_world(
        {{"A", "n1 a3"}, {"B", "b1"}},
        {.mergers = {merger("a1", "n1", kFusion), merger("a2", "n1", kFusion)}, .as_of = kFusion});
    std::vector<Finding> findings;
    const RegionList old_list{
        .rows = {row("A", "a1"), row("A", "a2"), row("A", "a3"), row("B", "b1")}};
    const auto partition = partition_regions({old_list}, world.territory, findings);
    CHECK(test::numbers(findings) == std::vector{FindingNumber::RegionsCarried});
    CHECK(test::codes(partition.all()[0].municipalities, world) ==
          std::vector<std::string>{"a3", "n1"});

    const RegionList torn{.rows = {row("A", "a1"), row("B", "a2"), row("A", "a3"), row("B", "b1")}};
    const std::string fault =
        fault_of([&] { (void)partition_regions({torn}, world.territory, findings); });
    CHECK(fault.find("(n1) lies in two regions") != std::string::npos);
}

TEST_CASE("of several lists the one that holds on the day counts") {
    const auto world = make_world({{"A", "n1"}, {"B", "b1"}},
                                  {.mergers = {merger("a1", "n1", kFusion)}, .as_of = kFusion});
    std::vector<Finding> findings;
    const RegionList before{.rows = {row("Old", "a1"), row("Old", "b1")},
                            .period = {.to = make_date(2024, 12, 31)}};
    const RegionList after{.rows = {row("New", "n1"), row("New", "b1")},
                           .period = {.from = kFusion}};
    const auto partition = partition_regions({before, after}, world.territory, findings);
    CHECK(partition.all()[0].code == "New");
    CHECK_THROWS_AS(partition_regions({after, after}, world.territory, findings), InputError);
    CHECK_THROWS_AS(partition_regions({}, world.territory, findings), InputError);
}

TEST_CASE("a region is found by code, name, alias, and without the word Regio") {
    const auto world = make_world({{"A", "a1"}, {"B", "b1"}});
    std::vector<Finding> findings;
    RegionList list{.rows = {row("R9", "a1"), row("R8", "b1")},
                    .names = {{.code = "R9", .alias = "Middenkust"}}};
    list.rows[0].region_name = "Regio Oostende";
    const auto partition = partition_regions({list}, world.territory, findings);
    for (const auto* value : {"R9", "r9", "Regio Oostende", "OOSTENDE", "middenkust"}) {
        INFO(value);
        REQUIRE(partition.find(value).has_value());
        CHECK(partition[*partition.find(value)].code == "R9");
    }
    CHECK_FALSE(partition.find("Regio").has_value());
    CHECK_FALSE(partition.find("").has_value());
}

TEST_CASE("a second name for a region is a finding, and finds it") {
    const auto world = make_world({{"A", "a1 a2"}});
    std::vector<Finding> findings;
    RegionList list{.rows = {row("R9", "a1"), row("R9", "a2")}};
    list.rows[1].region_name = "Middenkust";
    const auto partition = partition_regions({list}, world.territory, findings);
    CHECK(test::numbers(findings) == std::vector{FindingNumber::RegionNamedTwice});
    CHECK(partition.find("Middenkust").has_value());
}

} // namespace regio::registry
