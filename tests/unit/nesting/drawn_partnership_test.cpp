#include "nesting/drawn_partnership.hpp"
#include "nesting/verdict.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace regio::nesting {

namespace {

using registry::MunicipalityIndex;
using registry::ResolvedPartnership;
using test::codes;
using test::make_world;
using test::SmallWorld;

SmallWorld three_regions() {
    return make_world({{"A", "a1 a2 a3"}, {"B", "b1 b2"}, {"C", "c1"}}, {.without_region = "x1"});
}

std::vector<CoveredShare> shares(const std::string& text, kernel::Wide percent,
                                 const SmallWorld& world) {
    std::vector<CoveredShare> result;
    for (const auto& code : test::words(text))
        result.push_back({.municipality = world.territory.current().find(code).value(),
                          .covered = kernel::AreaSum(percent),
                          .whole = 100});
    return result;
}

DrawnMembers drawing(const std::string& members, const std::string& partial,
                     const SmallWorld& world) {
    DrawnMembers drawn;
    drawn.members = shares(members, 99, world);
    drawn.partial = shares(partial, 40, world);
    drawn.slivers = shares("c1", 1, world);
    return drawn;
}

ResolvedPartnership resolve(const std::string& members, const std::string& partial,
                            const SmallWorld& world) {
    return resolve_drawn({.id = "p"}, drawing(members, partial, world), {.list = "drawn"},
                         world.regions, world.territory.current());
}

Verdict judge_drawn(const ResolvedPartnership& partnership, const SmallWorld& world) {
    return judge(partnership, world.regions, world.territory.current());
}

Relation relation(const std::string& members, const std::string& partial, const SmallWorld& world) {
    return judge_drawn(resolve(members, partial, world), world).relation;
}

PartialWeight weight(const std::string& members, const std::string& partial,
                     const SmallWorld& world) {
    return weigh_partial(resolve(members, partial, world), world.regions);
}

using Codes = std::vector<std::string>;

/// The members after a change was carried out; what joins is covered whole.
ResolvedPartnership changed(ResolvedPartnership partnership, const NearMiss& change) {
    const auto is_among = [](const std::vector<MunicipalityIndex>& all, MunicipalityIndex one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    auto& members = partnership.members;
    std::erase_if(members, [&](auto member) { return is_among(change.leave, member); });
    std::erase_if(partnership.partial_members, [&](const auto& partial) {
        return is_among(change.leave, partial.municipality) ||
               is_among(change.join, partial.municipality);
    });
    for (const auto joined : change.join)
        if (!is_among(members, joined))
            members.push_back(joined);
    std::sort(members.begin(), members.end());
    return partnership;
}

} // namespace

TEST_CASE("whole members of a drawing are judged as those of a list, and slivers are noise") {
    const auto world = three_regions();
    CHECK(relation("a1 a2", "", world) == Relation::Within);
    CHECK(relation("a1 a2 a3", "", world) == Relation::Coincides);
    CHECK(relation("a1 a2 a3 b1 b2", "", world) == Relation::Supraregional);
    CHECK(relation("a1 b1", "", world) == Relation::Crosses);
    CHECK(codes(resolve("a1 a2", "", world).members, world) == Codes{"a1", "a2"});
}

TEST_CASE("a municipality that is covered in part touches its region and does not fill it") {
    const auto world = three_regions();
    CHECK(relation("a1", "a2", world) == Relation::Within);
    CHECK(relation("a1 a2", "a3", world) == Relation::Within);
    CHECK(relation("a1 a2 a3", "b1", world) == Relation::Crosses);
    CHECK(relation("a1 a2 a3", "c1", world) == Relation::Crosses);
    CHECK(relation("a1 a2 a3 b1", "b2", world) == Relation::Crosses);
    CHECK(relation("", "c1", world) == Relation::Within);
    const auto verdict = judge_drawn(resolve("a1 a2", "a3", world), world);
    CHECK(verdict.regions.at(0).members == 3);
    CHECK(verdict.regions.at(0).in_part == 1);
}

TEST_CASE("partial members are named with their share") {
    const auto world = three_regions();
    const auto resolved = resolve("a1 a3", "a2", world);
    CHECK(resolved.is_resolved);
    CHECK(codes(resolved.members, world) == Codes{"a1", "a2", "a3"});
    REQUIRE(resolved.partial_members.size() == 1);
    CHECK(resolved.partial_members[0].drawn_share == Approx(0.4));
    CHECK(codes({resolved.partial_members[0].municipality}, world) == Codes{"a2"});
}

TEST_CASE("where partial members decide, the answer says what it would be without") {
    const auto world = three_regions();
    CHECK_FALSE(weight("a1", "a2", world).decides());
    CHECK_FALSE(weight("a1 b1", "a2", world).decides());
    const auto foreign = weight("a1 a2 a3", "b1", world);
    CHECK(foreign.decides());
    CHECK(foreign.as_drawn == Relation::Crosses);
    CHECK(foreign.without == Relation::Coincides);
    CHECK(foreign.with_whole == Relation::Crosses);
    const auto missing = weight("a1 a2", "a3", world);
    CHECK(missing.as_drawn == Relation::Within);
    CHECK(missing.with_whole == Relation::Coincides);
    CHECK(weight("", "c1", world).without == Relation::Unresolved);
}

TEST_CASE("a drawing without municipalities is unresolved, and one in no region too") {
    const auto world = three_regions();
    const auto empty = resolve("", "", world);
    CHECK_FALSE(empty.is_resolved);
    CHECK(test::numbers(empty.findings) == std::vector{FindingNumber::PartnershipWithoutMembers});
    CHECK(judge_drawn(empty, world).relation == Relation::Unresolved);
    const auto outside = resolve("a1 x1", "", world);
    CHECK_FALSE(outside.is_resolved);
    CHECK(test::numbers(outside.findings) == std::vector{FindingNumber::MemberWithoutRegion});
    CHECK(outside.unmatched.at(0).code == "x1");
    CHECK(codes(outside.members, world) == Codes{"a1"});
    CHECK(weight("a1 x1", "", world).as_drawn == Relation::Unresolved);
}

TEST_CASE("a partial member leaves, or the rest of it joins, whichever moves fewer") {
    const auto world = three_regions();
    const auto leaves = judge_drawn(resolve("a1 a2 a3", "b1", world), world).near_miss.value();
    CHECK(codes(leaves.leave, world) == Codes{"b1"});
    CHECK(leaves.join.empty());
    CHECK(leaves.relation == Relation::Coincides);
    const auto joins = judge_drawn(resolve("a1 a2 b1 b2", "a3", world), world).near_miss.value();
    CHECK(codes(joins.join, world) == Codes{"a3"});
    CHECK(joins.leave.empty());
    CHECK(joins.relation == Relation::Supraregional);
}

TEST_CASE("a near miss that is carried out gives what it promises, partial members or not") {
    const std::uint32_t seed = 95;
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto world = three_regions();
    int crossing = 0;
    for (int round = 0; round < 300; ++round) {
        std::string members;
        std::string partial;
        for (const auto* code : {"a1 ", "a2 ", "a3 ", "b1 ", "b2 ", "c1 "})
            if (const auto fate = random() % 3; fate > 0)
                (fate == 1 ? members : partial) += code;
        INFO("members " << members << " in part " << partial);
        const auto resolved = resolve(members, partial, world);
        const auto verdict = judge_drawn(resolved, world);
        CHECK(weigh_partial(resolved, world.regions).as_drawn == verdict.relation);
        if (!verdict.near_miss)
            continue;
        ++crossing;
        const auto after = judge_drawn(changed(resolved, *verdict.near_miss), world);
        CHECK(after.relation == verdict.near_miss->relation);
        CHECK(after.conforms());
    }
    CHECK(crossing > 100);
}

TEST_CASE("a list and a drawing are compared municipality by municipality") {
    const auto world = three_regions();
    const auto listed = test::resolve_members("a1 a2 b1 c1", world);
    const auto difference = compare(listed, drawing("a1 a3", "a2 b2", world));
    CHECK(difference.listed == 4);
    CHECK(difference.drawn == 2);
    CHECK(codes(difference.only_listed, world) == Codes{"b1", "c1"});
    CHECK(codes(difference.only_drawn, world) == Codes{"a3"});
    REQUIRE(difference.listed_in_part.size() == 1);
    CHECK(codes({difference.listed_in_part[0].municipality}, world) == Codes{"a2"});
    REQUIRE(difference.drawn_in_part.size() == 1);
    CHECK(codes({difference.drawn_in_part[0].municipality}, world) == Codes{"b2"});
    CHECK_FALSE(difference.agree());
    CHECK(compare(test::resolve_members("a1 a2", world), drawing("a1 a2", "", world)).agree());
}

} // namespace regio::nesting
