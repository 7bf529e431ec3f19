#include "base/error.hpp"
#include "registry/carry.hpp"
#include "registry/locate.hpp"
#include "registry/territory.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>

namespace regio::registry {

namespace {

using test::make_world;
using test::merger;

const Date kFusion = make_date(2025, 1, 1);
const Date kBefore = make_date(2024, 12, 31);

/// r1 + w1 become w2; a1 takes in b1 and keeps its code.
const std::vector<MergerRow> kMergers = {merger("r1", "w2", kFusion), merger("w1", "w2", kFusion),
                                         merger("a1", "a1", kFusion), merger("b1", "a1", kFusion)};

test::SmallWorld after() {
    return make_world({{"R", "w2 x1"}, {"S", "a1"}}, {.mergers = kMergers, .as_of = kFusion});
}

Municipality named(const std::string& code, const std::string& name, std::int64_t inhabitants = 1) {
    return {.code = code,
            .name = name,
            .figures = {.inhabitants = inhabitants},
            .source = {.file = "table"}};
}

std::vector<Carried> carry_codes(const std::vector<std::string>& codes,
                                 const test::SmallWorld& world) {
    std::vector<DatedCode> dated;
    for (const auto& code : codes)
        dated.push_back({.code = code, .date = kBefore});
    return carry(dated, world.territory);
}

} // namespace

TEST_CASE("a municipality that stands twice is kept once, or refused when its data differ") {
    std::vector<Finding> findings;
    const MunicipalityTable table({named("2", "Two"), named("1", "One"), named("2", "Two")}, {}, {},
                                  findings);
    CHECK(table.size() == 2);
    CHECK(table.all().front().code == "1");
    CHECK(test::numbers(findings) == std::vector{FindingNumber::MunicipalityTwice});
    CHECK_THROWS_AS(MunicipalityTable({named("2", "Two"), named("2", "Too")}, {}, {}, findings),
                    InputError);
    CHECK_THROWS_AS(MunicipalityTable({named("2", "Two"), named("2", "Two", 9)}, {}, {}, findings),
                    InputError);
    CHECK_THROWS_AS(MunicipalityTable({}, {}, {}, findings), InputError);
}

TEST_CASE("a table without dates is dated by its codes") {
    const auto before = make_world({{"R", "r1 w1 x1"}, {"S", "a1 b1"}}, {.mergers = kMergers});
    CHECK(before.territory.as_of() == kBefore);
    CHECK(after().territory.current().period() == Period{.from = kFusion, .to = {}});
    CHECK_THROWS_AS(make_world({{"R", "r1 w1"}}, {.mergers = kMergers, .as_of = kFusion}),
                    InputError);
}

TEST_CASE("a table that mixes dates is reported with the codes that clash") {
    const auto world = make_world({{"R", "r1 w2 x1"}}, {.mergers = kMergers});
    REQUIRE_FALSE(world.findings.empty());
    CHECK(world.findings.front().number == FindingNumber::MunicipalityDatesMixed);
    const std::string text = message(world.findings.front(), Language::English);
    CHECK(text.find("(r1)") != std::string::npos);
    CHECK(text.find("(w2)") != std::string::npos);
    CHECK(text.find("(x1)") == std::string::npos);
}

TEST_CASE("two tables may not hold on one day") {
    std::vector<Finding> findings;
    const auto table = [&](Period period) {
        return MunicipalityTable({named("x1", "X")}, period, {}, findings);
    };
    CHECK_THROWS_AS(Territory({table({}), table({})}, {}, {}, findings), InputError);
    CHECK_THROWS_AS(Territory({table({.to = kFusion}), table({.from = kFusion})}, {}, {}, findings),
                    InputError);
    const Territory territory({table({.to = kBefore}), table({.from = kFusion})}, {}, kBefore,
                              findings);
    CHECK(territory.current().period().to == kBefore);
}

TEST_CASE("a code in a merger is in force from the day it was made to the day before it ended") {
    const Mergers mergers(kMergers);
    CHECK(mergers.validity("r1") == Period{.from = {}, .to = kBefore});
    CHECK(mergers.validity("w2") == Period{.from = kFusion, .to = {}});
    CHECK(mergers.validity("a1") == Period{}); // kept its code
    CHECK(mergers.validity("x1") == Period{});
    CHECK(mergers.made("a1", kBefore, kFusion) != nullptr);
    CHECK(mergers.made("a1", kFusion, kFusion) == nullptr);
}

TEST_CASE("a municipality cannot go into two on one day") {
    CHECK_THROWS_AS(Mergers({merger("r1", "w2", kFusion), merger("r1", "w3", kFusion)}),
                    InputError);
    CHECK_NOTHROW(Mergers({merger("r1", "w2", kFusion), merger("r1", "w2", kFusion)}));
    CHECK_THROWS_AS(Mergers({merger("r1", "w2", kFusion), merger("w2", "w3", kFusion)}),
                    InputError);
}

TEST_CASE("a merged municipality is whole when all its parts are given, and else partial") {
    const auto world = after();
    const auto whole = carry_codes({"r1", "w1", "x1"}, world);
    REQUIRE(whole.size() == 2);
    CHECK(whole[0].code == "w2");
    CHECK_FALSE(whole[0].is_partial());
    CHECK(whole[0].inputs == std::vector<std::size_t>{0, 1});
    const auto part = carry_codes({"r1"}, world);
    REQUIRE(part.size() == 1);
    REQUIRE(part[0].missing.size() == 1);
    CHECK(part[0].missing[0].code == "w1");
}

TEST_CASE("a municipality that kept its code is partial without the part that it took in") {
    const auto world = after();
    CHECK(carry_codes({"a1"}, world).at(0).is_partial());
    CHECK_FALSE(carry_codes({"a1", "b1"}, world).at(0).is_partial());
    CHECK(carry_codes({"b1"}, world).at(0).code == "a1");
}

TEST_CASE("mergers follow each other") {
    const Date later = make_date(2031, 1, 1);
    auto rows = kMergers;
    rows.push_back(merger("w2", "z9", later));
    rows.push_back(merger("x1", "z9", later));
    const auto world = make_world({{"R", "z9"}, {"S", "a1"}}, {.mergers = rows, .as_of = later});
    const auto whole = carry_codes({"r1", "w1", "x1"}, world);
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].code == "z9");
    CHECK_FALSE(whole[0].is_partial());
    const auto part = carry_codes({"r1", "x1"}, world);
    REQUIRE(part.size() == 1);
    REQUIRE(part[0].missing.size() == 1);
    CHECK(part[0].missing[0].code == "w1");
}

TEST_CASE("a list that holds the new municipality and an old part has the whole") {
    const auto world = after();
    const std::vector<DatedCode> codes = {{"r1", kBefore}, {"w2", kFusion}};
    const auto carried = carry(codes, world.territory);
    REQUIRE(carried.size() == 1);
    CHECK_FALSE(carried[0].is_partial());
    CHECK(carried[0].inputs.size() == 2);
}

TEST_CASE("nothing is carried backward: a code that a later merger made names that merger") {
    const auto before =
        make_world({{"R", "r1 w1 x1"}, {"S", "a1 b1"}}, {.mergers = kMergers, .as_of = kBefore});
    for (const std::string code : {"w2", "a1"}) {
        const std::vector<DatedCode> codes = {{code, kFusion}};
        const auto carried = carry(codes, before.territory);
        REQUIRE(carried.size() == 1);
        CHECK_FALSE(carried[0].municipality.has_value());
        REQUIRE(carried[0].made_later != nullptr);
        CHECK(carried[0].made_later->code == code);
    }
    const std::vector<DatedCode> unchanged = {{"x1", kFusion}};
    CHECK(carry(unchanged, before.territory).at(0).municipality.has_value());
}

TEST_CASE("carrying loses no input, doubles none and does not depend on their order") {
    const std::uint32_t seed = 463;
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        std::vector<MergerRow> rows;
        for (int i = 0; i < 12; ++i)
            if (random() % 2 == 0)
                rows.push_back(
                    merger("c" + std::to_string(i), "n" + std::to_string(i / 3), kFusion));
        const auto world = make_world({{"R", "n0 n1 n2 n3"}}, {.mergers = rows, .as_of = kFusion});
        std::vector<std::string> codes;
        for (int i = 0; i < 12; ++i)
            if (random() % 3 > 0)
                codes.push_back("c" + std::to_string(i));
        const auto carried = carry_codes(codes, world);
        std::multiset<std::size_t> inputs;
        std::set<std::string> outcomes;
        for (const auto& outcome : carried) {
            inputs.insert(outcome.inputs.begin(), outcome.inputs.end());
            CHECK(outcomes.insert(outcome.code).second);
        }
        CHECK(inputs.size() == codes.size());
        CHECK(std::set(inputs.begin(), inputs.end()).size() == codes.size());

        std::shuffle(codes.begin(), codes.end(), random);
        const auto shuffled = carry_codes(codes, world);
        REQUIRE(shuffled.size() == carried.size());
        for (std::size_t i = 0; i < carried.size(); ++i) {
            CHECK(shuffled[i].code == carried[i].code);
            CHECK(shuffled[i].missing.size() == carried[i].missing.size());
        }
    }
}

TEST_CASE("names are found in any spelling, on the day of the list before any other day") {
    const auto world = after();
    const auto find = [&](const char* name, Date date) {
        const auto location = locate(world.territory, "", name, date);
        return location.is_clear() ? location.candidates.front().code : std::string();
    };
    CHECK(find("MUNICIPALITY X1", kFusion) == "x1");
    CHECK(find("municipality-r1", kFusion) == "r1");
    CHECK(find("nowhere", kFusion).empty());
}

TEST_CASE("one name for two municipalities is ambiguous, one at a time is not") {
    std::vector<MergerRow> rows = kMergers;
    for (auto& row : rows)
        if (row.new_code == "w2")
            row.new_name = "Municipality w1"; // the merged one keeps the name of a part
    const auto world =
        make_world({{"R", "w2 x1"}, {"S", "a1"}}, {.mergers = rows, .as_of = kFusion});
    CHECK(locate(world.territory, "", "Municipality W1", kBefore).candidates ==
          std::vector<DatedCode>{{"w1", kBefore}});
    CHECK(locate(world.territory, "", "Municipality W1", kFusion).candidates ==
          std::vector<DatedCode>{{"w2", kFusion}});
}

TEST_CASE("a list is dated by what it names, and not when it mixes dates") {
    const auto world = after();
    ListDating old_list(world.territory);
    old_list.narrow("r1", "");
    old_list.narrow("x1", "");
    CHECK(old_list.date() == kBefore);
    ListDating by_name(world.territory);
    by_name.narrow("", "Municipality R1");
    CHECK(by_name.date() == kBefore);
    ListDating mixed(world.territory);
    mixed.narrow("r1", "");
    mixed.narrow("w2", "");
    CHECK_FALSE(mixed.period().has_value());
    CHECK(mixed.date() == world.territory.as_of());
}

} // namespace regio::registry
