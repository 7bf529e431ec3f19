#include "nesting/drawn_members.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace regio::nesting {

namespace {

using kernel::AreaSum;
using kernel::Wide;
using layer::FeatureId;
using registry::MunicipalityIndex;
using MunicipalityOfFeatures = std::vector<std::optional<MunicipalityIndex>>;

/// Four municipalities of 100 by 100 from west to east.
constexpr const char* kRow = "a: POLYGON((0 0, 100 0, 100 100, 0 100))\n"
                             "b: POLYGON((100 0, 200 0, 200 100, 100 100))\n"
                             "c: POLYGON((200 0, 300 0, 300 100, 200 100))\n"
                             "d: POLYGON((300 0, 400 0, 400 100, 300 100))\n";

coverage::OverlapTable table_of(const test::Shapes& municipalities, const test::Shapes& areas) {
    return coverage::overlap_table(coverage::overlap_side(test::layer_of(municipalities)),
                                   coverage::overlap_side(test::layer_of(areas)));
}

/// Every feature a municipality of its own.
MunicipalityOfFeatures each_its_own(std::size_t count) {
    MunicipalityOfFeatures result;
    for (std::size_t i = 0; i < count; ++i)
        result.emplace_back(MunicipalityIndex(i));
    return result;
}

/// The drawn area from the west up to x, on the row.
DrawnMembers drawn_up_to(int x, const ShareTerms& terms = {}) {
    const std::string end = std::to_string(x);
    const auto area = "x: POLYGON((0 0, " + end + " 0, " + end + " 100, 0 100))\n";
    return drawn_members(table_of(test::read_shapes(kRow), test::read_shapes(area)),
                         each_its_own(4), terms)
        .at(0);
}

using Numbers = std::vector<std::size_t>;
Numbers numbers(const std::vector<CoveredShare>& shares) {
    Numbers result;
    for (const CoveredShare& share : shares)
        result.push_back(static_cast<std::size_t>(share.municipality));
    return result;
}

} // namespace

TEST_CASE("a part is compared with a share of the whole exactly") {
    const ShareThreshold five{50'000};
    CHECK(is_at_least(AreaSum(Wide{5}), 100, five));
    CHECK_FALSE(is_at_least(AreaSum(Wide{4}), 100, five));
    CHECK_FALSE(is_at_least(AreaSum(Wide{5}) - AreaSum::from_bits(1), 100, five));
    CHECK(is_at_least(AreaSum(Wide{5}) + AreaSum::from_bits(1), 100, five));
    const Wide large = (Wide{1} << 63) / 1'000'000 * 1'000'000;
    for (const std::uint32_t millionths : {1U, 49'999U, 950'000U, 999'999U, 1'000'000U}) {
        const AreaSum part(large / 1'000'000 * millionths);
        CHECK(is_at_least(part, large, {millionths}));
        CHECK_FALSE(is_at_least(part - AreaSum::from_bits(1), large, {millionths}));
    }
}

TEST_CASE("a threshold that is no whole part is met from the next bit on") {
    // A millionth of 1 is 2⁶² / 10⁶ bits and a fraction.
    const auto bits = static_cast<kernel::UnsignedWide>(1) << 62;
    const AreaSum below = AreaSum::from_bits(bits / 1'000'000);
    CHECK_FALSE(is_at_least(below, 1, {1}));
    CHECK(is_at_least(below + AreaSum::from_bits(1), 1, {1}));
}

TEST_CASE("members, partial members and slivers are told apart at the thresholds themselves") {
    CHECK(numbers(drawn_up_to(195).members) == Numbers{0, 1});
    CHECK(numbers(drawn_up_to(195).partial).empty());
    CHECK(numbers(drawn_up_to(194).members) == Numbers{0});
    CHECK(numbers(drawn_up_to(194).partial) == Numbers{1});
    CHECK(numbers(drawn_up_to(105).partial) == Numbers{1});
    CHECK(numbers(drawn_up_to(104).partial).empty());
    CHECK(numbers(drawn_up_to(104).slivers) == Numbers{1});
    CHECK(drawn_up_to(104).greatest_sliver.value().share() == Approx(0.04));
    CHECK(numbers(drawn_up_to(100).slivers).empty());
    CHECK_FALSE(drawn_up_to(100).greatest_sliver.has_value());
}

TEST_CASE("a drawing that is a small part of a municipality is a part, not noise") {
    const auto table =
        table_of(test::read_shapes(kRow),
                 test::read_shapes("district: POLYGON((10 10, 14 10, 14 20, 10 20))\n"
                                   "edge: POLYGON((3 0, 103 0, 103 1, 3 1))\n"));
    const auto drawn = drawn_members(table, each_its_own(4));
    CHECK(numbers(drawn[0].partial) == Numbers{0});
    CHECK(drawn[0].partial.at(0).share() == 0.004);
    CHECK(drawn[0].slivers.empty());
    // 97 of 100 units of the strip lie in the first municipality, 3 in the second.
    CHECK(numbers(drawn[1].partial) == Numbers{0});
    CHECK(numbers(drawn[1].slivers) == Numbers{1});
}

TEST_CASE("a strip beside a small drawing is noise, however much of the drawing it is") {
    // It lies over a border by 6 % of the drawing, and by 0.2 % of that municipality.
    const auto table = table_of(test::read_shapes(kRow),
                                test::read_shapes("x: POLYGON((84 10, 101 10, 101 30, 84 30))\n"
                                                  "half: POLYGON((95 0, 105 0, 105 9, 95 9))\n"));
    const auto drawn = drawn_members(table, each_its_own(4));
    CHECK(numbers(drawn[0].partial) == Numbers{0});
    CHECK(numbers(drawn[0].slivers) == Numbers{1});
    // Of two that have as much, the first.
    CHECK(numbers(drawn[1].partial) == Numbers{0});
    CHECK(numbers(drawn[1].slivers) == Numbers{1});
}

TEST_CASE("with a sliver share of 0 nothing is noise") {
    const ShareTerms none{.sliver = {0}};
    CHECK(numbers(drawn_up_to(101, none).partial) == Numbers{1});
    CHECK(drawn_up_to(101, none).slivers.empty());
    CHECK(drawn_up_to(100, none).partial.empty());
}

TEST_CASE("a share of 0 is a threshold only where it means something") {
    CHECK_FALSE(share_threshold(0).has_value());
    CHECK(share_threshold(0, ZeroShare::Taken) == ShareThreshold{0});
    CHECK_FALSE(share_threshold(1e-9, ZeroShare::Taken).has_value());
}

TEST_CASE("thresholds are options") {
    const ShareTerms half{.member = {500'000}, .sliver = {500'000}};
    CHECK(numbers(drawn_up_to(250, half).members) == Numbers{0, 1, 2});
    CHECK(numbers(drawn_up_to(249, half).slivers) == Numbers{2});
    CHECK(drawn_up_to(249, half).partial.empty());
}

TEST_CASE("what lies in no municipality lies elsewhere") {
    CHECK((drawn_up_to(450).elsewhere == AreaSum(Wide{2 * 50 * 100})));
    CHECK((drawn_up_to(400).elsewhere == AreaSum()));
    const auto table = table_of(test::read_shapes(kRow),
                                test::read_shapes("x: POLYGON((0 0, 450 0, 450 100, 0 100))\n"));
    auto of = each_its_own(4);
    of[1] = std::nullopt;
    const auto drawn = drawn_members(table, of).at(0);
    CHECK(numbers(drawn.members) == Numbers{0, 2, 3});
    CHECK((drawn.elsewhere == AreaSum(Wide{2 * 150 * 100})));
}

TEST_CASE("the parts of a municipality in several features count together") {
    const auto table = table_of(test::read_shapes(kRow),
                                test::read_shapes("x: POLYGON((0 0, 196 0, 196 100, 0 100))\n"));
    const MunicipalityOfFeatures of = {MunicipalityIndex{0}, MunicipalityIndex{1},
                                       MunicipalityIndex{1}, MunicipalityIndex{0}};
    const auto drawn = drawn_members(table, of).at(0);
    CHECK(numbers(drawn.partial) == Numbers{0, 1});
    CHECK(drawn.partial.at(0).share() == 0.5);
    CHECK(drawn.partial.at(1).share() == 0.48);
}

TEST_CASE("drawn areas may share municipalities") {
    const auto table =
        table_of(test::read_shapes(kRow),
                 test::read_shapes("x: POLYGON((0 0, 200 0, 200 100, 0 100))\n"
                                   "y: POLYGON((100 0, 300 0, 300 100, 100 100))\n"));
    const auto drawn = drawn_members(table, each_its_own(4));
    REQUIRE(drawn.size() == 2);
    CHECK(numbers(drawn[0].members) == Numbers{0, 1});
    CHECK(numbers(drawn[1].members) == Numbers{1, 2});
    CHECK((drawn[0].elsewhere == AreaSum()));
}

TEST_CASE("what is covered of municipalities and what lies elsewhere add up to a drawn area") {
    for (const auto seed : test::seeds(15)) {
        INFO("seed " << seed);
        const auto table = table_of(test::random_coverage(seed, {.features = 6, .jitter = 2}),
                                    test::random_coverage(seed + 100, {.jitter = 2}));
        const auto areas = drawn_members(table, each_its_own(table.twice_areas_a.size()));
        for (const DrawnMembers& drawn : areas) {
            AreaSum sum = drawn.elsewhere;
            for (const auto* shares : {&drawn.members, &drawn.partial, &drawn.slivers})
                for (const CoveredShare& share : *shares)
                    sum += share.covered;
            CHECK((sum == AreaSum(table.twice_areas_b[index(drawn.area)])));
        }
    }
}

TEST_CASE("the order of features changes nothing but their places") {
    for (const auto seed : test::seeds(8)) {
        INFO("seed " << seed);
        auto municipalities = test::random_coverage(seed, {.features = 5, .jitter = 2});
        auto areas = test::random_coverage(seed + 50, {.jitter = 2});
        const auto expected =
            drawn_members(table_of(municipalities, areas), each_its_own(municipalities.size()));
        std::reverse(municipalities.begin(), municipalities.end());
        std::reverse(areas.begin(), areas.end());
        auto of = each_its_own(municipalities.size());
        std::reverse(of.begin(), of.end());
        auto turned = drawn_members(table_of(municipalities, areas), of);
        std::reverse(turned.begin(), turned.end());
        for (std::size_t i = 0; i < turned.size(); ++i)
            turned[i].area = FeatureId(i);
        CHECK((turned == expected));
    }
}

TEST_CASE("a municipality lies in the region that has most of it") {
    const auto table =
        table_of(test::read_shapes(kRow),
                 test::read_shapes("R: POLYGON((0 0, 196 0, 196 100, 0 100))\n"
                                   "S: POLYGON((196 0, 260 0, 260 100, 196 100))\n"));
    const auto regions = assign_by_share(table, each_its_own(4), 5);
    REQUIRE(regions.size() == 5);
    CHECK(regions[0].value().region == FeatureId{0});
    CHECK_FALSE(regions[0].value().is_doubtful);
    CHECK(regions[1].value().region == FeatureId{0});
    CHECK_FALSE(regions[1].value().is_doubtful);
    CHECK(regions[2].value().region == FeatureId{1});
    CHECK(regions[2].value().is_doubtful);
    CHECK(regions[2].value().share.share() == 0.6);
    CHECK_FALSE(regions[3].has_value());
    CHECK_FALSE(regions[4].has_value());
}

} // namespace regio::nesting
