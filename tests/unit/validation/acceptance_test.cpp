#include "tests/support/geometry.hpp"
#include "validation/acceptance.hpp"

#include <catch2/catch.hpp>

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
          "R401 at b is accepted, but there is none there any more: the row can go");
}

} // namespace regio::validation
