#include "tests/support/dice.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "validation/acceptance.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace regio::validation {

namespace {

/// A layer whose lattice has a unit of a metre, and three defects on it.
struct World {
    layer::Layer layer = test::layer_of("a: POLYGON((0 0, 100 0, 100 100, 0 100))\n"
                                        "b: POLYGON((100 0, 200 0, 200 100, 100 100))");
    std::vector<Defect> defects = {defect(FindingNumber::GapBetweenFeatures, kernel::Point{10, 10}),
                                   defect(FindingNumber::FeaturesOverlap, kernel::Point{10, 10}),
                                   defect(FindingNumber::GeometryMissing, std::nullopt)};

    [[nodiscard]] static Defect defect(FindingNumber number, std::optional<kernel::Point> place) {
        return {.finding = {.number = number, .values = {}, .source = {}},
                .features = {layer::FeatureId(0)},
                .place = place};
    }

    [[nodiscard]] kernel::Position position(double dx) const {
        auto place = layer.lattice().position(kernel::Point{10, 10});
        place.x += dx;
        return place;
    }

    [[nodiscard]] std::vector<FindingNumber> accepted() const {
        std::vector<FindingNumber> numbers;
        for (const Defect& defect : defects)
            if (defect.is_accepted)
                numbers.push_back(defect.finding.number);
        return numbers;
    }
};

using Numbers = std::vector<FindingNumber>;

/// A layer of features without geometry, with the codes "", "" and "c" and the fids 1, 2 and 3.
layer::Layer layer_of_nothing() {
    layer::Layer layer(SourceRef{.file = "test"}, test::kUnits);
    layer.add_feature({.code = "", .name = {}, .fid = 1});
    layer.add_feature({.code = "", .name = {}, .fid = 2});
    layer.add_feature({.code = "c", .name = {}, .fid = 3});
    return layer;
}

/// A defect without a place for each feature.
std::vector<Defect> one_of_each(const layer::Layer& layer) {
    std::vector<Defect> defects;
    for (std::uint32_t i = 0; i < layer.features().size(); ++i)
        defects.push_back(defect_of(layer, layer::FeatureId{i}, FindingNumber::GeometryMissing));
    return defects;
}

/// Whether an acceptance with a place has a defect with one.
bool has(const layer::Layer& layer, const Acceptance& acceptance, const Defect& defect) {
    const auto place = layer.lattice().position(*defect.place);
    return acceptance.number == defect.finding.number &&
           std::hypot(place.x - acceptance.place->x, place.y - acceptance.place->y) <=
               acceptance.radius_m;
}

} // namespace

TEST_CASE("a defect is accepted within the radius, itself included, and not beyond") {
    for (const double radius_m : {5.0, 4.999}) {
        World world;
        const std::vector<Acceptance> rows = {{.number = FindingNumber::GapBetweenFeatures,
                                               .place = world.position(5),
                                               .radius_m = radius_m}};
        const auto findings = accept(world.layer, rows, world.defects);
        const bool is_near = radius_m == 5.0;
        CHECK(world.accepted() ==
              (is_near ? Numbers{FindingNumber::GapBetweenFeatures} : Numbers{}));
        CHECK(findings.size() == (is_near ? 0U : 1U));
    }
}

TEST_CASE("a defect of another number at the place is not accepted, and accepted ones come last") {
    World world;
    const std::vector<Acceptance> rows = {
        {.number = FindingNumber::GapBetweenFeatures, .place = world.position(0), .why = "vijver"}};
    CHECK(accept(world.layer, rows, world.defects).empty());
    CHECK(world.accepted() == Numbers{FindingNumber::GapBetweenFeatures});
    CHECK(world.defects.back().finding.number == FindingNumber::GapBetweenFeatures);
    CHECK(world.defects.back().why == "vijver");
    CHECK(world.defects.front().finding.number == FindingNumber::FeaturesOverlap);
}

TEST_CASE("a defect without a place is accepted by the codes of its features") {
    World world;
    const std::vector<Acceptance> rows = {{.number = FindingNumber::GeometryMissing, .codes = "b"},
                                          {.number = FindingNumber::GeometryMissing, .codes = "a"}};
    const auto findings = accept(world.layer, rows, world.defects);
    CHECK(world.accepted() == Numbers{FindingNumber::GeometryMissing});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().number == FindingNumber::AcceptedNotFound);
    CHECK(message(findings.front(), Language::English) ==
          "R401 (b) is accepted, but is not found any more: the row can go");
}

TEST_CASE("a defect of a feature without a code is accepted by its fid, and no other") {
    const auto layer = layer_of_nothing();
    auto defects = one_of_each(layer);
    const std::vector<Acceptance> rows = {
        {.number = FindingNumber::GeometryMissing, .codes = "", .fids = "2"},
        {.number = FindingNumber::GeometryMissing, .codes = "", .fids = "3"},
        {.number = FindingNumber::GeometryMissing, .codes = "", .fids = ""}};
    const auto findings = accept(layer, rows, defects);
    CHECK_FALSE(defects[0].is_accepted);
    CHECK_FALSE(defects[1].is_accepted);
    CHECK(defects[2].is_accepted);
    CHECK(defects[2].features == std::vector{layer::FeatureId{1}});
    REQUIRE(findings.size() == 2);
    CHECK(message(findings.front(), Language::English) ==
          "R401 (fid 3) is accepted, but is not found any more: the row can go");
}

TEST_CASE("a code decides alone: the fid of its feature may have changed") {
    const auto layer = layer_of_nothing();
    auto defects = one_of_each(layer);
    const std::vector<Acceptance> rows = {
        {.number = FindingNumber::GeometryMissing, .codes = "c", .fids = "1"}};
    CHECK(accept(layer, rows, defects).empty());
    CHECK(defects.back().is_accepted);
    CHECK(defects.back().features == std::vector{layer::FeatureId{2}});
}

TEST_CASE("random defects are accepted by the first row that has them, and by no other") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        World world;
        test::Dice dice(seed);
        const auto number = [&] {
            return dice.roll(0, 1) == 0 ? FindingNumber::GapBetweenFeatures
                                        : FindingNumber::FeaturesOverlap;
        };
        world.defects.clear();
        for (int i = 0; i < 60; ++i)
            world.defects.push_back(
                World::defect(number(), kernel::Point{dice.roll(0, 20), dice.roll(0, 20)}));
        std::vector<Acceptance> rows;
        for (int i = 0; i < 10; ++i)
            rows.push_back({.number = number(),
                            .place = world.layer.lattice().position(
                                kernel::Point{dice.roll(0, 20), dice.roll(0, 20)}),
                            .radius_m = 0.5 * dice.roll(0, 10),
                            .why = std::to_string(i)});
        const auto findings = accept(world.layer, rows, world.defects);
        for (const Defect& defect : world.defects) {
            const auto first = std::find_if(rows.begin(), rows.end(), [&](const Acceptance& row) {
                return has(world.layer, row, defect);
            });
            CHECK(defect.is_accepted == (first != rows.end()));
            CHECK(defect.why == (first != rows.end() ? first->why : ""));
        }
        const auto idle = std::count_if(rows.begin(), rows.end(), [&](const Acceptance& row) {
            return std::none_of(
                world.defects.begin(), world.defects.end(),
                [&](const Defect& defect) { return has(world.layer, row, defect); });
        });
        CHECK(std::ssize(findings) == idle);
    }
}

} // namespace regio::validation
