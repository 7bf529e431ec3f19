#include "registry/resolution.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace regio::registry {

namespace {

using test::make_list;
using test::make_world;
using test::merger;
using test::numbers;
using test::resolve_members;
using enum FindingNumber;

const Date kFusion = make_date(2025, 1, 1);
const Date kBefore = make_date(2024, 12, 31);

test::SmallWorld plain() {
    return make_world({{"A", "a1 a2 a3"}, {"B", "b1 b2"}}, {.without_region = "x1"});
}

test::SmallWorld merged() {
    return make_world({{"A", "n1 a3"}, {"B", "b1"}},
                      {.inhabitants = {{"n1", 30}, {"a3", 5}, {"b1", 7}},
                       .mergers = {merger("a1", "n1", kFusion), merger("a2", "n1", kFusion)},
                       .as_of = kFusion});
}

/// A list with rows as given.
PartnershipList list_of(const std::vector<ListedRow>& rows, ListTerms terms = {.list = "list"}) {
    PartnershipListBuilder builder(std::move(terms), {.file = "list"});
    for (const auto& row : rows)
        builder.add(row);
    std::vector<Finding> ignored;
    return std::move(builder).take(ignored);
}

ResolvedPartnership resolve_rows(const std::vector<ListedRow>& rows, const test::SmallWorld& world,
                                 ListTerms terms = {.list = "list"}) {
    return test::resolve_one(list_of(rows, std::move(terms)), world);
}

} // namespace

TEST_CASE("members are found by code and by name") {
    const auto world = plain();
    const auto resolved = resolve_rows({{.id = "p", .member_code = "a1", .row = 2},
                                        {.id = "p", .member_name = "MUNICIPALITY-B1", .row = 3}},
                                       world);
    CHECK(resolved.is_resolved);
    CHECK(test::codes(resolved.members, world) == std::vector<std::string>{"a1", "b1"});
    CHECK(resolved.findings.empty());
}

TEST_CASE("an unknown member leaves the partnership unresolved, with the nearest names") {
    const auto world = plain();
    const auto resolved = resolve_rows({{.id = "p", .member_code = "a1", .row = 2},
                                        {.id = "p", .member_name = "Municipalty B1", .row = 3}},
                                       world);
    CHECK_FALSE(resolved.is_resolved);
    REQUIRE(resolved.unmatched.size() == 1);
    CHECK(resolved.unmatched[0].reason == MemberUnknown);
    CHECK(resolved.unmatched[0].nearest.front() == "Municipality B1");
    CHECK(test::codes(resolved.members, world) == std::vector<std::string>{"a1"});
}

TEST_CASE("a member in no region leaves the partnership unresolved") {
    const auto resolved = resolve_members("a1 x1", plain());
    CHECK(numbers(resolved.findings) == std::vector{MemberWithoutRegion});
    CHECK_FALSE(resolved.is_resolved);
}

TEST_CASE("a member named twice counts once and is a finding") {
    const auto world = plain();
    const auto resolved = resolve_members("a1 a2 a1", world);
    CHECK(numbers(resolved.findings) == std::vector{MemberTwice});
    CHECK(resolved.members.size() == 2);
    CHECK(resolved.is_resolved);
}

TEST_CASE("a partnership without members is unresolved") {
    const auto resolved = resolve_members("", plain());
    CHECK(numbers(resolved.findings) == std::vector{PartnershipWithoutMembers});
    CHECK_FALSE(resolved.is_resolved);
}

TEST_CASE("members that are not municipalities are kept apart and never unmatched") {
    const auto world = plain();
    const auto resolved = resolve_rows(
        {{.id = "p", .member_code = "a1", .row = 2},
         {.id = "p", .member_name = "Provincie West-Vlaanderen", .row = 3},
         {.id = "p", .member_code = "30000", .row = 4},
         {.id = "p", .member_name = "OCMW Tielt", .row = 5},
         {.id = "p", .member_code = "WVI", .member_kind = "samenwerkingsverband", .row = 6},
         {.id = "p", .member_name = "De Bron", .row = 7}},
        world, {.list = "list", .other_members = {"de bron"}});
    CHECK(resolved.is_resolved);
    CHECK(resolved.members.size() == 1);
    CHECK(resolved.other_members == std::vector<std::string>{"Provincie West-Vlaanderen", "30000",
                                                             "OCMW Tielt", "WVI", "De Bron"});
}

TEST_CASE("another partnership of the project is recognised as a member by id or name") {
    const auto world = plain();
    std::vector<PartnershipList> lists;
    lists.push_back(
        list_of({{.id = "0205.350.681", .name = "Leiedal", .member_code = "b1", .row = 2},
                 {.id = "p", .name = "P", .member_code = "a1", .row = 3},
                 {.id = "p", .name = "P", .member_code = "KBO0205350681", .row = 4},
                 {.id = "p", .name = "P", .member_name = "LEIEDAL", .row = 5}}));
    std::vector<Finding> findings;
    const auto resolved = resolve_partnerships(lists, world.territory, world.regions, findings);
    REQUIRE(resolved.size() == 2);
    CHECK(resolved[1].is_resolved);
    CHECK(resolved[1].other_members.size() == 2);
}

TEST_CASE("a municipality goes before any other body of its name") {
    const auto world = plain();
    const auto resolved = resolve_rows(
        {{.id = "p", .name = "Municipality A1", .member_name = "Municipality A1", .row = 2}},
        world);
    CHECK(resolved.members.size() == 1);
    CHECK(resolved.other_members.empty());
}

TEST_CASE("old codes are carried over and what is missing makes a partial member") {
    const auto world = merged();
    const auto whole = resolve_members("a1 a2 b1", world);
    CHECK(numbers(whole.findings) == std::vector{MemberCarried});
    CHECK(whole.partial_members.empty());
    const auto part = resolve_members("a1 b1", world);
    CHECK(part.is_resolved);
    CHECK(numbers(part.findings) == std::vector{MemberPartial, MemberCarried});
    REQUIRE(part.partial_members.size() == 1);
    CHECK(part.partial_members[0].parts[0].code == "a1");
    CHECK(part.partial_members[0].missing[0].code == "a2");
    CHECK(test::codes(part.members, world) == std::vector<std::string>{"b1", "n1"});
}

TEST_CASE("a partial member counts the figures of its parts where they are known, else the whole") {
    const auto world = merged(); // knows no table before the merger
    const auto part = resolve_members("a1 b1", world);
    REQUIRE(part.partial_members.size() == 1);
    CHECK_FALSE(part.partial_members[0].figures_of_parts);
    CHECK(part.partial_members[0].figures.inhabitants == 30);

    std::vector<Finding> findings;
    const auto table = [&](const std::vector<std::pair<std::string, std::int64_t>>& figures,
                           Period period) {
        std::vector<Municipality> municipalities;
        for (const auto& [code, inhabitants] : figures)
            municipalities.push_back(
                {.code = code, .name = code, .figures = {.inhabitants = inhabitants}});
        return MunicipalityTable(std::move(municipalities), period, {}, findings);
    };
    const Territory territory(
        {table({{"a1", 11}, {"a2", 19}}, {.to = kBefore}), table({{"n1", 30}}, {.from = kFusion})},
        Mergers({merger("a1", "n1", kFusion), merger("a2", "n1", kFusion)}), kFusion, findings);
    const RegionPartition regions(
        {{.code = "A", .name = "A", .municipalities = {MunicipalityIndex{0}}}},
        territory.current());
    std::vector<PartnershipList> lists;
    lists.push_back(make_list({{"p", "a1"}}));
    const auto resolved = resolve_partnerships(lists, territory, regions, findings);
    REQUIRE(resolved.at(0).partial_members.size() == 1);
    CHECK(resolved[0].partial_members[0].figures_of_parts);
    CHECK(resolved[0].partial_members[0].figures.inhabitants == 11);
}

TEST_CASE("a list of a later day is unresolved where it holds a code that the merger made") {
    const auto world = make_world(
        {{"A", "a1 a2 a3"}, {"B", "b1"}},
        {.mergers = {merger("a1", "n1", kFusion), merger("a2", "n1", kFusion)}, .as_of = kBefore});
    std::vector<PartnershipList> lists;
    lists.push_back(
        make_list({{"p", "n1 a3"}, {"q", "a3 b1"}}, {.list = "list", .dated = kFusion}));
    std::vector<Finding> findings;
    const auto resolved = resolve_partnerships(lists, world.territory, world.regions, findings);
    CHECK(numbers(findings) == std::vector{ListLaterThanQuestion});
    CHECK_FALSE(resolved[0].is_resolved);
    CHECK(resolved[0].unmatched.at(0).reason == MemberOfLaterDate);
    CHECK(resolved[1].is_resolved);
}

TEST_CASE("a code that is gone and that no merger explains leaves the partnership unresolved") {
    std::vector<Finding> findings;
    const auto table = [&](const std::string& code, Period period) {
        return MunicipalityTable({{.code = code, .name = code}}, period, {}, findings);
    };
    const Territory territory({table("g1", {.to = kBefore}), table("a1", {.from = kFusion})}, {},
                              kFusion, findings);
    const RegionPartition regions(
        {{.code = "A", .name = "A", .municipalities = {MunicipalityIndex{0}}}},
        territory.current());
    std::vector<PartnershipList> lists;
    lists.push_back(make_list({{"p", "a1 g1"}}));
    const auto resolved = resolve_partnerships(lists, territory, regions, findings);
    CHECK_FALSE(resolved.at(0).is_resolved);
    CHECK(resolved[0].unmatched.at(0).reason == MemberOfOtherDate);
}

TEST_CASE("a newer code in an older list is taken as it is, with a finding") {
    const auto world = merged();
    const auto resolved = test::resolve_one(
        make_list({{"p", "n1 b1"}}, {.list = "list", .dated = make_date(2023, 8, 31)}), world);
    CHECK(resolved.is_resolved);
    CHECK(numbers(resolved.findings) == std::vector{CodeNewerThanList});
    CHECK(resolved.partial_members.empty());
}

TEST_CASE("a list without a date is read as of the day that its codes point to") {
    const auto world = merged();
    std::vector<PartnershipList> lists;
    lists.push_back(make_list({{"p", "a1 a2"}}));
    std::vector<Finding> findings;
    const auto resolved = resolve_partnerships(lists, world.territory, world.regions, findings);
    CHECK(numbers(findings) == std::vector{ListDateInferred});
    CHECK(resolved.at(0).is_resolved);
}

TEST_CASE("memberships count on the days that they hold") {
    const auto world =
        make_world({{"A", "a1 a2 a3"}, {"B", "b1 b2"}}, {.as_of = make_date(2022, 6, 30)});
    const auto members = [&](const char* from, const char* to) {
        const auto resolved =
            resolve_rows({{.id = "p", .member_code = "a1", .row = 2},
                          {.id = "p", .member_code = "b1", .from = from, .to = to, .row = 3}},
                         world);
        return resolved.is_resolved ? resolved.members.size() : std::size_t{99};
    };
    CHECK(members("2022-06-30", "") == 2);
    CHECK(members("2022-07-01", "") == 1);
    CHECK(members("", "2022-06-30") == 2);
    CHECK(members("", "29/6/2022") == 1);
    CHECK(members("someday", "") == 99);
}

TEST_CASE("a name that contradicts its code is a finding, and the code decides") {
    const auto world = plain();
    const auto resolved =
        resolve_rows({{.id = "p", .member_code = "a1", .member_name = "Municipality B1", .row = 2},
                      {.id = "p", .member_code = "a2", .member_name = "Somewhere", .row = 3}},
                     world);
    CHECK(numbers(resolved.findings) == std::vector{NameContradictsCode});
    CHECK(test::codes(resolved.members, world) == std::vector<std::string>{"a1", "a2"});
}

TEST_CASE("a partnership listed twice with the same members is a finding") {
    const auto world = plain();
    std::vector<PartnershipList> lists;
    lists.push_back(make_list({{"0205350681", "a1 b1"}, {"KBO0205350681", "b1 a1"}}));
    std::vector<Finding> findings;
    const auto resolved = resolve_partnerships(lists, world.territory, world.regions, findings);
    REQUIRE(resolved.size() == 1);
    CHECK(resolved[0].is_resolved);
    CHECK(numbers(resolved[0].findings) == std::vector{ListedTwice});
}

TEST_CASE("a partnership listed twice with different members is unresolved and shows both") {
    const auto world = plain();
    std::vector<PartnershipList> lists;
    lists.push_back(make_list({{"p", "a1 b1"}}));
    lists.push_back(make_list({{"p", "a1 b2"}}));
    std::vector<Finding> findings;
    const auto resolved = resolve_partnerships(lists, world.territory, world.regions, findings);
    REQUIRE(resolved.size() == 1);
    CHECK_FALSE(resolved[0].is_resolved);
    REQUIRE(numbers(resolved[0].findings) == std::vector{ListedTwiceDifferently});
    const std::string text = message(resolved[0].findings[0], Language::English);
    CHECK(text.find("a1, b1") != std::string::npos);
    CHECK(text.find("a1, b2") != std::string::npos);
}

TEST_CASE("the same id in two lists is two partnerships") {
    const auto world = plain();
    std::vector<PartnershipList> lists;
    lists.push_back(make_list({{"1", "a1"}}, {.list = "north"}));
    lists.push_back(make_list({{"1", "b1"}}, {.list = "south"}));
    std::vector<Finding> findings;
    CHECK(resolve_partnerships(lists, world.territory, world.regions, findings).size() == 2);
}

TEST_CASE("a second run of rows that repeats the first is a second listing") {
    const auto world = plain();
    const auto run = [](std::initializer_list<const char*> members, std::int64_t row) {
        std::vector<ListedRow> rows;
        for (const auto* member : members)
            rows.push_back({.id = "p", .member_code = member, .row = row++});
        return rows;
    };
    auto same = run({"a1", "a2"}, 2);
    for (const auto& row : run({"a1", "a2"}, 9))
        same.push_back(row);
    CHECK(numbers(resolve_rows(same, world).findings) == std::vector{ListedTwice});

    auto different = run({"a1", "a2"}, 2);
    for (const auto& row : run({"a1", "b1"}, 9))
        different.push_back(row);
    CHECK_FALSE(resolve_rows(different, world).is_resolved);

    auto continued = run({"a1", "a2"}, 2);
    for (const auto& row : run({"b1", "b2"}, 9))
        continued.push_back(row);
    const auto resolved = resolve_rows(continued, world);
    CHECK(resolved.members.size() == 4);
    CHECK(resolved.findings.empty());
}

TEST_CASE("a membership that ended and began again is no second listing") {
    const auto world = make_world({{"A", "a1 a2"}, {"B", "b1"}}, {.as_of = make_date(2024, 6, 30)});
    const auto resolved =
        resolve_rows({{.id = "p", .member_code = "a1", .to = "2020-12-31", .row = 2},
                      {.id = "p", .member_code = "b1", .to = "2020-12-31", .row = 3},
                      {.id = "p", .member_code = "a1", .from = "2023-01-01", .row = 9},
                      {.id = "p", .member_code = "a2", .from = "2023-01-01", .row = 10}},
                     world);
    CHECK(resolved.is_resolved);
    CHECK(test::codes(resolved.members, world) == std::vector<std::string>{"a1", "a2"});
}

TEST_CASE("a code that is a mere number is never taken for the id of a partnership") {
    const auto resolved = resolve_rows(
        {{.id = "2", .member_code = "a1", .row = 2}, {.id = "2", .member_code = "2", .row = 3}},
        plain());
    CHECK(resolved.unmatched.size() == 1);
    CHECK(resolved.other_members.empty());
}

TEST_CASE("an ambiguous name is not taken for a partnership of that name") {
    auto rows = std::vector<MergerRow>{merger("q1", "a1", kFusion), merger("q2", "b1", kFusion)};
    rows[0].old_name = rows[1].old_name = "Twin";
    const auto twins = make_world({{"A", "a1"}, {"B", "b1"}}, {.mergers = rows, .as_of = kFusion});
    const auto resolved =
        resolve_rows({{.id = "p", .name = "Twin", .member_name = "Twin", .row = 2}}, twins);
    CHECK(resolved.other_members.empty());
    CHECK(resolved.unmatched.at(0).reason == MemberAmbiguous);
}

TEST_CASE("a list that mixes dates says so, and one with dated partnerships is not dated by them") {
    const auto world = merged();
    const auto dating = [&](const std::vector<ListedRow>& rows) {
        std::vector<PartnershipList> lists;
        lists.push_back(list_of(rows));
        std::vector<Finding> findings;
        (void)resolve_partnerships(lists, world.territory, world.regions, findings);
        return numbers(findings);
    };
    CHECK(dating({{.id = "p", .member_code = "a1", .row = 2},
                  {.id = "p", .member_code = "n1", .row = 3}}) == std::vector{ListDatesMixed});
    CHECK(dating({{.id = "p", .dated = "2020-01-01", .member_code = "a1", .row = 2},
                  {.id = "q", .member_code = "b1", .row = 3}})
              .empty());
}

TEST_CASE("every member of a merged municipality that is missing is named") {
    const auto world = make_world(
        {{"A", "a3"}, {"B", "b1"}},
        {.mergers = {merger("a1", "n1", kFusion), merger("a2", "n1", kFusion)}, .as_of = kFusion});
    CHECK(resolve_members("a1 a2 a3", world).unmatched.size() == 2);
}

TEST_CASE("values that mean none, and rows without a partnership, are counted and left out") {
    PartnershipListBuilder builder({.list = "list", .none = {"igs999"}}, {.file = "list"});
    builder.add({.id = "p", .member_code = "a1", .row = 2});
    builder.add({.id = "igs999", .member_code = "a2", .row = 3});
    builder.add({.id = "igs999", .member_code = "a3", .row = 4});
    builder.add({.id = "", .member_code = "b1", .row = 5});
    std::vector<Finding> findings;
    const auto list = std::move(builder).take(findings);
    CHECK(list.partnerships.size() == 1);
    REQUIRE(numbers(findings) == std::vector{RowInNone, RowWithoutPartnership});
    CHECK(message(findings[0], Language::English).ends_with(": 2"));
    CHECK(findings[1].source.fid == 5);
}

TEST_CASE("a list without partnerships is a finding") {
    PartnershipListBuilder builder({.list = "list"}, {.file = "list"});
    std::vector<Finding> findings;
    (void)std::move(builder).take(findings);
    CHECK(numbers(findings) == std::vector{ListWithoutPartnerships});
}

TEST_CASE("a table that describes partnerships may spell ids otherwise than the member rows") {
    PartnershipListBuilder builder({.list = "list"}, {.file = "list"});
    builder.describe({.id = "0205.350.681", .name = "Leiedal", .row = 2}, {.file = "names"});
    builder.add({.id = "KBO0205350681", .member_code = "b1", .row = 2});
    std::vector<Finding> findings;
    const auto world = plain();
    const auto resolved = test::resolve_one(std::move(builder).take(findings), world);
    CHECK(resolved.is_resolved);
    CHECK(resolved.findings.empty());
    CHECK(resolved.partnership.id == "0205.350.681");
    CHECK(resolved.members.size() == 1);
}

TEST_CASE("an attribute that differs from row to row is one finding") {
    PartnershipListBuilder builder({.list = "list"}, {.file = "list"});
    for (int i = 0; i < 3; ++i)
        builder.add({.id = "p", .name = i == 0 ? "P" : "Q", .member_code = "a1", .row = i + 2});
    std::vector<Finding> findings;
    const auto list = std::move(builder).take(findings);
    CHECK(findings.empty());
    CHECK(numbers(list.partnerships.at(0).findings) == std::vector{AttributeDiffers});
    CHECK(list.partnerships.at(0).name == "P");
}

TEST_CASE("status words are one in both languages") {
    CHECK(normalised_status("Actief") == "active");
    CHECK(normalised_status("niet actief") == "inactive");
    CHECK(normalised_status("in vereffening") == "in vereffening");
}

TEST_CASE("the answer does not depend on the order of lists and partnerships") {
    const auto world = plain();
    const std::vector<std::pair<std::string, std::string>> first = {
        {"p", "a1 b1"}, {"q", "a2 x1"}, {"r", "a1 a1 b2"}};
    const auto texts = [&](bool reversed) {
        auto partnerships = first;
        if (reversed)
            std::reverse(partnerships.begin(), partnerships.end());
        std::vector<PartnershipList> lists;
        lists.push_back(make_list(partnerships, {.list = "one"}));
        lists.push_back(make_list({{"p", "b2"}}, {.list = "two"}));
        if (reversed)
            std::swap(lists[0], lists[1]);
        std::vector<Finding> findings;
        std::vector<std::string> result;
        for (const auto& p :
             resolve_partnerships(lists, world.territory, world.regions, findings)) {
            result.push_back(p.list + ":" + p.partnership.id);
            for (const auto& code : test::codes(p.members, world))
                result.back() += " " + code;
            for (const auto& finding : p.findings)
                result.back() += " " + label(finding.number);
        }
        return result;
    };
    CHECK(texts(false) == texts(true));
}

} // namespace regio::registry
