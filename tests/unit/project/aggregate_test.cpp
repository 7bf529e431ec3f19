#include "base/error.hpp"
#include "project/aggregate.hpp"
#include "tests/support/dice.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace regio::project {

namespace {

using Function = AggregateFunction;
using io::OutputValue;
using layer::FeatureId;
using Type = io::OutputField::Type;

constexpr std::array kFunctions = {Function::Keep, Function::Count, Function::Sum,   Function::Mean,
                                   Function::Min,  Function::Max,   Function::Concat};

/// All features of a table.
std::vector<FeatureId> all(std::size_t count) {
    std::vector<FeatureId> features(count);
    for (std::size_t i = 0; i < count; ++i)
        features[i] = FeatureId(i);
    return features;
}

/// A field "n" with these values.
io::AttributeTable table_of(Type type, const std::vector<OutputValue>& values) {
    io::AttributeTable table{.fields = {{"n", type}}, .rows = {}};
    for (const OutputValue& value : values)
        table.rows.push_back({value});
    return table;
}

/// What a function makes of values.
OutputValue result(Function function, Type type, const std::vector<OutputValue>& values) {
    Aggregation aggregation({{function, "n"}}, table_of(type, values), {.file = "a.gpkg"});
    return aggregation.values("g", all(values.size())).front();
}

OutputValue whole(std::int64_t value) {
    return value;
}

std::string text(const char* value) {
    return value;
}

} // namespace

TEST_CASE("each function makes of whole numbers what SQL makes of them") {
    const std::vector<OutputValue> values = {whole(4), {}, whole(-1), whole(4)};
    CHECK(result(Function::Sum, Type::Integer, values) == whole(7));
    CHECK(result(Function::Count, Type::Integer, values) == whole(3));
    CHECK(result(Function::Min, Type::Integer, values) == whole(-1));
    CHECK(result(Function::Max, Type::Integer, values) == whole(4));
    CHECK(result(Function::Mean, Type::Integer, values) == OutputValue(7.0 / 3));
    CHECK(result(Function::Concat, Type::Integer, values) == OutputValue(text("-1, 4")));
    CHECK(result(Function::Keep, Type::Integer, values) == OutputValue());
}

TEST_CASE("real numbers that are none do not count") {
    const std::vector<OutputValue> values = {0.5, std::numeric_limits<double>::quiet_NaN(), 1.5,
                                             std::numeric_limits<double>::infinity()};
    CHECK(result(Function::Sum, Type::Real, values) == OutputValue(2.0));
    CHECK(result(Function::Count, Type::Real, values) == whole(2));
    CHECK(result(Function::Max, Type::Real, values) == OutputValue(1.5));
    CHECK(result(Function::Concat, Type::Real, values) == OutputValue(text("0.5, 1.5")));
}

TEST_CASE("texts have a least, a greatest, a count and a list") {
    const std::vector<OutputValue> values = {text("b"), text("a"), {}, text("b")};
    CHECK(result(Function::Min, Type::Text, values) == OutputValue(text("a")));
    CHECK(result(Function::Max, Type::Text, values) == OutputValue(text("b")));
    CHECK(result(Function::Count, Type::Text, values) == whole(3));
    CHECK(result(Function::Concat, Type::Text, values) == OutputValue(text("a, b")));
    CHECK_THROWS_AS(result(Function::Sum, Type::Text, values), InputError);
    CHECK_THROWS_AS(result(Function::Mean, Type::Text, values), InputError);
}

TEST_CASE("of no values there is a count, and nothing else") {
    for (const Function function : kFunctions) {
        const bool counts = function == Function::Count;
        CHECK(result(function, Type::Integer, {{}, {}}) == (counts ? whole(0) : OutputValue()));
        CHECK(result(function, Type::Integer, {}) == (counts ? whole(0) : OutputValue()));
    }
}

TEST_CASE("a sum of whole numbers is exact to the last one, and refused where it has no room") {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    // On the way it has no room; at the end it has.
    CHECK(result(Function::Sum, Type::Integer, {whole(kMost), whole(kMost), whole(-kMost)}) ==
          whole(kMost));
    CHECK_THROWS_AS(result(Function::Sum, Type::Integer, {whole(kMost), whole(1)}), InputError);
    CHECK_THROWS_AS(result(Function::Sum, Type::Integer, {whole(-kMost), whole(-2)}), InputError);
    CHECK(result(Function::Mean, Type::Integer, {whole(kMost), whole(kMost)}) ==
          OutputValue(static_cast<double>(kMost)));
    constexpr double kMostReal = std::numeric_limits<double>::max();
    CHECK_THROWS_AS(result(Function::Sum, Type::Real, {kMostReal, kMostReal}), InputError);
    CHECK(result(Function::Sum, Type::Real, {1e100, 1.0, -1e100}) == OutputValue(1.0));
}

TEST_CASE("sums over groups and what is in none add up to the sum over the layer") {
    for (const std::uint32_t seed : test::seeds(50)) {
        CAPTURE(seed);
        test::Dice dice(seed);
        std::vector<OutputValue> values;
        std::array<std::vector<FeatureId>, 4> groups; // The last are in none.
        for (std::uint32_t i = 0; i < 40; ++i) {
            values.push_back(dice.roll(1, 10) == 1 ? OutputValue()
                                                   : whole(dice.roll(-1000, 1'000'000)));
            groups[static_cast<std::size_t>(dice.roll(0, 3))].push_back(FeatureId{i});
        }
        Aggregation aggregation({{Function::Sum, "n"}, {Function::Count, "n"}},
                                table_of(Type::Integer, values), {.file = "a.gpkg"});
        std::int64_t sum = 0;
        std::int64_t count = 0;
        for (const auto& group : groups) {
            const auto row = aggregation.values("g", group);
            count += std::get<std::int64_t>(row[1]);
            if (const auto* const part = std::get_if<std::int64_t>(&row[0]))
                sum += *part;
        }
        const auto whole_layer = aggregation.values("all", all(values.size()));
        CHECK(whole(sum) == whole_layer[0]);
        CHECK(whole(count) == whole_layer[1]);
    }
}

TEST_CASE("no order of features changes an aggregate, not by a bit") {
    for (const std::uint32_t seed : test::seeds(30)) {
        CAPTURE(seed);
        test::Dice dice(seed);
        std::vector<OutputValue> values;
        for (int i = 0; i < 30; ++i)
            values.emplace_back(dice.roll(-1000, 1000) / 7.0 * (dice.roll(0, 1) == 1 ? 1e9 : 1e-9));
        auto turned = values;
        std::reverse(turned.begin(), turned.end());
        for (const Function function : kFunctions)
            CHECK(result(function, Type::Real, values) == result(function, Type::Real, turned));
    }
}

TEST_CASE("a field is kept where features agree, and where they differ that is said") {
    Aggregation aggregation({{Function::Keep, "n"}},
                            table_of(Type::Text, {text("a"), {}, text("a"), text("b")}),
                            {.file = "a.gpkg"});
    const std::array one = {FeatureId{0}, FeatureId{1}, FeatureId{2}};
    const std::array other = {FeatureId{2}, FeatureId{3}};
    CHECK(aggregation.values("one", one).front() == OutputValue(text("a")));
    CHECK(aggregation.values("two", other).front() == OutputValue());
    CHECK(aggregation.values("three", other).front() == OutputValue());
    std::vector<Finding> findings;
    aggregation.report(findings);
    REQUIRE(findings.size() == 1);
    CHECK(message(findings.front(), Language::English) ==
          "field \"n\" is left empty where features differ in it: 2 of 3 groups, the first is two");
}

TEST_CASE("fields are named for what was made of them, and have its type") {
    const io::AttributeTable table{.fields = {{"n", Type::Integer}, {"Naam", Type::Text}},
                                   .rows = {}};
    const Aggregation aggregation({{Function::Keep, "naam"},
                                   {Function::Sum, "n"},
                                   {Function::Mean, "n"},
                                   {Function::Count, "naam"},
                                   {Function::Concat, "n"}},
                                  table, {.file = "a.gpkg"});
    std::vector<std::string> names;
    std::vector<Type> types;
    for (const auto& field : aggregation.fields()) {
        names.push_back(field.name);
        types.push_back(field.type);
    }
    CHECK(names == std::vector<std::string>{"Naam", "sum_n", "mean_n", "count_Naam", "concat_n"});
    CHECK(types ==
          std::vector<Type>{Type::Text, Type::Integer, Type::Real, Type::Integer, Type::Text});
    CHECK_THROWS_AS(Aggregation({{Function::Sum, "x"}}, table, {.file = "a.gpkg"}), InputError);
}

TEST_CASE("an aggregate is a function and a field, which may hold colons") {
    CHECK(parse_aggregate("sum:inwoners", "--aggregate") == Aggregate{Function::Sum, "inwoners"});
    CHECK(parse_aggregate("MAX:a:b", "--aggregate") == Aggregate{Function::Max, "a:b"});
    for (const char* const wrong : {"sum", "sum:", ":n", "", "median:n", "keep:n"})
        CHECK_THROWS_AS(parse_aggregate(wrong, "--aggregate"), UsageError);
}

} // namespace regio::project
