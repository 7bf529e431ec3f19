#include "tests/support/random_layers.hpp"
#include "topology/border_sums.hpp"
#include "topology/overlap.hpp"
#include "topology/presence.hpp"

#include <catch2/catch.hpp>

namespace regio::topology {

namespace {

using layer::FeatureId;

Chains chains_of(std::uint32_t seed, int columns) {
    return Chains(test::layer_of(test::random_coverage(
        seed, {.columns = columns, .rows = columns, .features = 30, .jitter = 2})));
}

} // namespace

TEST_CASE("the sums of the shares of the work, in any order, are those of the whole") {
    for (const std::uint32_t seed : test::seeds(1)) {
        CAPTURE(seed);
        const Chains a = chains_of(seed, 90);
        const Chains b = chains_of(seed + 100, 80);
        const auto whole = overlap(a, b);
        for (const std::uint32_t count : {2U, 5U}) {
            OverlapSums sums(a.feature_count());
            for (std::uint32_t number = count; number-- > 0;)
                sums += overlap_sums(a, b, {}, {.number = number, .of = count});
            CHECK(sums.pairs() == whole);
        }
    }
}

TEST_CASE("a share of the work is not the whole of it") {
    const Chains a = chains_of(1, 90);
    const Chains b = chains_of(2, 80);
    CHECK(overlap_sums(a, b, {}, {.number = 0, .of = 2}).pairs() != overlap(a, b));
}

TEST_CASE("layers without borders share nothing") {
    const layer::Layer none({}, test::kUnits);
    const Chains some = chains_of(1, 5);
    CHECK(overlap(Chains(none), some).empty());
    CHECK(overlap(some, Chains(none)).empty());
    CHECK(overlap(Chains(none), Chains(none)).empty());
}

TEST_CASE("features that come in an order that jumps about give the same areas") {
    const auto shapes = test::random_coverage(
        7, {.columns = 60, .rows = 60, .features = 2000, .unused_percent = 0});
    auto jumping = shapes;
    for (std::size_t i = 0; i < jumping.size(); ++i)
        jumping[i] = shapes[i * 1009 % shapes.size()];
    const Chains b = chains_of(3, 60);
    const layer::Layer in_order = test::layer_of(shapes);
    const layer::Layer out_of_order = test::layer_of(jumping);
    const auto expected = overlap(Chains(in_order), b);
    auto pairs = overlap(Chains(out_of_order), b);
    REQUIRE(shapes.size() % 1009 != 0);
    for (auto& pair : pairs)
        pair.a = FeatureId(index(pair.a) * 1009 % shapes.size());
    std::sort(pairs.begin(), pairs.end(), [](const auto& one, const auto& other) {
        return one.a != other.a ? one.a < other.a : one.b < other.b;
    });
    CHECK(pairs == expected);
}

TEST_CASE("a presence is kept until it is taken back") {
    PresenceSet set(5);
    set.add(FeatureId(3), 1);
    set.cross({.left = FeatureId(3), .right = FeatureId(1)}, true);
    REQUIRE(set.all().size() == 1);
    CHECK(set.all().front().feature == FeatureId(1));
    set.cross({.left = kNoFeature, .right = FeatureId(1)}, false);
    CHECK(set.all().empty());
    set.add(FeatureId(2), -1);
    set.add(FeatureId(4), 2);
    set.clear();
    CHECK(set.all().empty());
    set.add(FeatureId(2), 1);
    CHECK(set.all().size() == 1);
}

} // namespace regio::topology
