#include "nesting/verdict.hpp"
#include "tests/support/near_miss_oracle.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>

namespace regio::nesting {

namespace {

using test::make_world;
using test::resolve_members;

Assessment assess_members(const std::string& members, const test::SmallWorld& world,
                          bool may_be_supraregional = true) {
    auto partnership = resolve_members(members, world);
    partnership.may_be_supraregional = may_be_supraregional;
    return assess(std::move(partnership), world.regions, world.territory.current());
}

Verdict judge_members(const std::string& members, const test::SmallWorld& world) {
    return assess_members(members, world).verdict;
}

test::SmallWorld three_regions() {
    return make_world({{"A", "a1 a2 a3 a4"}, {"B", "b1 b2 b3"}, {"C", "c1"}});
}

std::vector<std::string> region_codes(const std::vector<registry::RegionIndex>& regions,
                                      const test::SmallWorld& world) {
    std::vector<std::string> result;
    for (const auto region : regions)
        result.push_back(world.regions[region].code);
    return result;
}

} // namespace

TEST_CASE("the four answers and the fifth") {
    const auto world = three_regions();
    const auto relation = [&](const char* members) {
        return judge_members(members, world).relation;
    };
    CHECK(relation("a1") == Relation::Within);
    CHECK(relation("a1 a2 a3") == Relation::Within);
    CHECK(relation("a1 a2 a3 a4") == Relation::Coincides);
    CHECK(relation("c1") == Relation::Coincides);
    CHECK(relation("a1 a2 a3 a4 c1") == Relation::Supraregional);
    CHECK(relation("a1 a2 a3 a4 b1 b2 b3 c1") == Relation::Supraregional);
    CHECK(relation("a1 b1") == Relation::Crosses);
    CHECK(relation("a1 a2 a3 a4 b1 b2") == Relation::Crosses); // one short of supraregional
    CHECK(relation("a1 z9") == Relation::Unresolved);
    CHECK(relation("") == Relation::Unresolved);
}

TEST_CASE("one foreign municipality is enough to cross") {
    const auto world = three_regions();
    for (const std::string inside : {"a1", "a1 a2", "a1 a2 a3"})
        CHECK(judge_members(inside + " b1", world).relation == Relation::Crosses);
    CHECK(judge_members("a1 a2 a3 a4 b1", world).relation == Relation::Crosses);
}

TEST_CASE("an unresolved partnership still shows where its known members lie") {
    const auto verdict = judge_members("a1 z9", three_regions());
    REQUIRE(verdict.regions.size() == 1);
    CHECK(verdict.regions[0].members == 1);
    CHECK_FALSE(verdict.near_miss.has_value());
    CHECK_FALSE(verdict.conforms());
}

TEST_CASE("nothing covers a region whole of which a municipality is unknown") {
    const auto world = make_world({{"A", "a1 a2"}, {"B", "b1 b2"}});
    std::vector<Finding> findings;
    const registry::RegionList list{
        .rows = {{.region_code = "A", .region_name = "A", .municipality_code = "a1"},
                 {.region_code = "A", .region_name = "A", .municipality_code = "a2"},
                 {.region_code = "A", .region_name = "A", .municipality_code = "z9"},
                 {.region_code = "B", .region_name = "B", .municipality_code = "b1"},
                 {.region_code = "B", .region_name = "B", .municipality_code = "b2"}}};
    const auto regions = registry::partition_regions({list}, world.territory, findings);
    CHECK(test::numbers(findings) == std::vector{FindingNumber::RegionMemberUnknown});
    const auto judged = [&](const char* members) {
        return judge(resolve_members(members, world), regions, world.territory.current());
    };
    CHECK(judged("a1 a2").relation == Relation::Within);
    CHECK(judged("a1 a2").regions.at(0).of == 3);
    CHECK(judged("b1 b2").relation == Relation::Coincides);
    const auto both = judged("a1 a2 b1 b2");
    CHECK(both.relation == Relation::Crosses);
    CHECK(both.near_miss.value().join.empty());
    CHECK(both.near_miss.value().relation == Relation::Within);
    CHECK(test::codes(both.near_miss.value().leave, world) == std::vector<std::string>{"b1", "b2"});
    CHECK(judged("a1 b1 b2").near_miss.value().relation == Relation::Coincides);
}

TEST_CASE("the main region has most members, then most inhabitants, then the first code") {
    const auto main = [](const std::map<std::string, std::int64_t>& inhabitants,
                         const char* members) {
        const auto world =
            make_world({{"A", "a1 a2 a3"}, {"B", "b1 b2 b3"}}, {.inhabitants = inhabitants});
        const auto verdict = judge_members(members, world);
        return world.regions[verdict.main_region.value()].code;
    };
    const std::map<std::string, std::int64_t> b_is_larger = {{"a1", 1}, {"a2", 1}, {"a3", 1},
                                                             {"b1", 9}, {"b2", 9}, {"b3", 9}};
    CHECK(main(b_is_larger, "a1 a2 b1") == "A");
    CHECK(main(b_is_larger, "a1 b1") == "B");
    CHECK(main({}, "a1 b1") == "A");
}

TEST_CASE("outsiders are the members outside the main region") {
    const auto world = three_regions();
    const auto verdict = judge_members("c1 a1 b2 a2", world);
    CHECK(test::codes(verdict.outsiders, world) == std::vector<std::string>{"b2", "c1"});
    CHECK(judge_members("a1 a2", world).outsiders.empty());
}

TEST_CASE("nothing is proposed to a partnership that conforms") {
    const auto world = three_regions();
    for (const auto* members : {"a1", "a1 a2 a3 a4", "a1 a2 a3 a4 c1"}) {
        const auto verdict = judge_members(members, world);
        CHECK(verdict.conforms());
        CHECK_FALSE(verdict.near_miss.has_value());
    }
}

TEST_CASE("a single outsider leaves") {
    const auto world = three_regions();
    const auto change = judge_members("a1 a2 a3 b1", world).near_miss.value();
    CHECK(change.relation == Relation::Within);
    CHECK(test::codes(change.leave, world) == std::vector<std::string>{"b1"});
    CHECK(change.join.empty());
    CHECK(region_codes(change.regions, world) == std::vector<std::string>{"A"});
}

TEST_CASE("a single missing municipality joins when that moves fewer") {
    const auto world = three_regions();
    const auto change = judge_members("a1 a2 a3 b1 b2 b3 c1", world).near_miss.value();
    CHECK(change.relation == Relation::Supraregional);
    CHECK(change.leave.empty());
    CHECK(test::codes(change.join, world) == std::vector<std::string>{"a4"});
}

TEST_CASE("a kind that may not be supraregional is never offered that, and is told so") {
    const auto world = three_regions();
    const auto whole = assess_members("a1 a2 a3 a4 b1 b2 b3", world, false);
    CHECK(whole.verdict.relation == Relation::Supraregional);
    CHECK_FALSE(whole.verdict.conforms());
    CHECK(test::numbers(whole.partnership.findings) ==
          std::vector{FindingNumber::SupraregionalNotAllowed});
    const auto& change = whole.verdict.near_miss.value();
    CHECK(change.relation == Relation::Coincides);
    CHECK(test::codes(change.leave, world) == std::vector<std::string>{"b1", "b2", "b3"});
    const auto almost = assess_members("a1 a2 a3 b1 b2 b3 c1", world, false);
    CHECK(almost.verdict.near_miss.value().relation != Relation::Supraregional);
}

TEST_CASE("of changes of one size the one with fewer inhabitants is proposed, then fewer joins") {
    const auto by_inhabitants =
        make_world({{"A", "a1 a2"}, {"B", "b1 b2"}},
                   {.inhabitants = {{"a1", 5}, {"a2", 1}, {"b1", 3}, {"b2", 9}}});
    const auto leaving = judge_members("a1 b1", by_inhabitants).near_miss.value();
    CHECK(test::codes(leaving.leave, by_inhabitants) == std::vector<std::string>{"b1"});

    // a2 joins or b1 leaves: one municipality each; the join moves fewer people.
    const auto join_is_lighter = make_world({{"A", "a1 a2"}, {"B", "b1"}},
                                            {.inhabitants = {{"a1", 5}, {"a2", 1}, {"b1", 3}}});
    const auto joining = judge_members("a1 b1", join_is_lighter).near_miss.value();
    CHECK(test::codes(joining.join, join_is_lighter) == std::vector<std::string>{"a2"});
    CHECK(joining.relation == Relation::Supraregional);

    const auto unknown = make_world({{"A", "a1 a2"}, {"B", "b1"}});
    const auto fewer_joins = judge_members("a1 b1", unknown).near_miss.value();
    CHECK(fewer_joins.join.empty());
    CHECK(fewer_joins.leave.size() == 1);

    const auto by_code = make_world({{"A", "a1 a2"}, {"B", "b1 b2"}});
    const auto first = judge_members("a1 b1", by_code).near_miss.value();
    CHECK(region_codes(first.regions, by_code) == std::vector<std::string>{"A"});
}

TEST_CASE("no set that conforms is nearer than the near miss") {
    const std::uint32_t seed = 20301231;
    INFO("seed " << seed);
    std::mt19937 random(seed);
    int crossing = 0;
    for (int round = 0; round < 300; ++round) {
        test::RegionCodes regions;
        test::WorldOptions options;
        std::string members;
        const std::size_t count = 2 + random() % 3;
        for (std::size_t r = 0; r < count; ++r) {
            std::string codes;
            const std::size_t size = 1 + random() % 4;
            for (std::size_t m = 0; m < size && r * 4 + m < 12; ++m) {
                const std::string code(1, static_cast<char>('a' + r));
                const std::string numbered = code + std::to_string(m);
                codes += numbered + " ";
                options.inhabitants[numbered] = static_cast<std::int64_t>(random() % 4);
                members += random() % 2 == 0 ? numbered + " " : "";
            }
            regions.emplace_back(std::string(1, static_cast<char>('A' + r)), codes);
        }
        const auto world = make_world(regions, options);
        const bool may_be_supraregional = random() % 4 > 0;
        const auto assessment = assess_members(members, world, may_be_supraregional);
        INFO("round " << round << ": " << members);
        if (!assessment.verdict.near_miss)
            continue;
        ++crossing;
        const auto& change = *assessment.verdict.near_miss;
        const auto& table = world.territory.current();
        CHECK(test::cost_of(change, assessment.partnership, table) ==
              test::least_cost_of_all_sets(assessment.partnership, world.regions, table));
        CHECK(test::cost_of(change, assessment.partnership, table) ==
              test::least_cost_of_all_choices(assessment.partnership, world.regions, table));

        auto after = assessment.partnership;
        std::erase_if(after.members, [&](auto member) {
            return std::find(change.leave.begin(), change.leave.end(), member) !=
                   change.leave.end();
        });
        after.members.insert(after.members.end(), change.join.begin(), change.join.end());
        std::sort(after.members.begin(), after.members.end());
        const auto verdict = judge(after, world.regions, table);
        CHECK(verdict.relation == change.relation);
        CHECK(verdict.conforms());
    }
    CHECK(crossing > 100);
}

TEST_CASE("inhabitants and areas of a share are those of its members") {
    const auto world = make_world({{"A", "a1 a2"}, {"B", "b1"}},
                                  {.inhabitants = {{"a1", 5}, {"a2", 7}, {"b1", 11}}});
    const auto verdict = judge_members("a1 a2 b1", world);
    CHECK(verdict.regions.at(0).figures.inhabitants == 12);
    CHECK(verdict.figures.inhabitants == 23);
    CHECK_FALSE(verdict.figures.area.has_value());
    const auto unknown = make_world({{"A", "a1 a2"}}, {.inhabitants = {{"a1", 5}}});
    CHECK_FALSE(judge_members("a1 a2", unknown).figures.inhabitants.has_value());
    CHECK(judge_members("a1", unknown).figures.inhabitants == 5);
}

} // namespace regio::nesting
