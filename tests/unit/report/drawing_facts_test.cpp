#include "report/drawing_facts.hpp"
#include "report/drawing_text.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace regio::report {

namespace {

using nesting::ShapeRelation;
using Lines = std::vector<std::string>;

constexpr Language kNl = Language::Dutch;
constexpr Language kEn = Language::English;

nesting::ExcessPart part(double area_m2, double width_m) {
    return {.twice_area = static_cast<kernel::Wide>(2 * area_m2),
            .area_m2 = area_m2,
            .greatest_width = {width_m, width_m},
            .depth = {width_m / 2, width_m / 2}};
}

nesting::ShapeVerdict shape(ShapeRelation relation, std::vector<nesting::ExcessPart> parts) {
    return {.relation = relation, .parts = std::move(parts)};
}

/// What a sheet says of a drawing that has a1 and a2 as members and is held against region A.
class Facts {
public:
    explicit Facts(std::optional<nesting::ShapeVerdict> shape)
        : world_(test::make_world({{"A", "a1 a2 a3"}, {"B", "b1 b2"}},
                                  {.inhabitants = {{"a1", 1000}, {"a2", 234'567}}})),
          assessment_(nesting::assess(test::resolve_members("a1 a2", world_), world_.regions,
                                      world_.territory.current())) {
        assessment_.drawing = nesting::Drawing{
            .area_m2 = 81.26e6, .container = {registry::RegionIndex(0)}, .shape = std::move(shape)};
    }

    nesting::Assessment& assessment() { return assessment_; }

    [[nodiscard]] CheckReport report(Language language) const {
        return {.language = language,
                .municipalities = &world_.territory.current(),
                .regions = &world_.regions,
                .assessments = {&assessment_}};
    }

    [[nodiscard]] Lines excess(Language language) const {
        return excess_lines(report(language), assessment_);
    }

private:
    test::SmallWorld world_;
    nesting::Assessment assessment_;
};

} // namespace

TEST_CASE("the area of a drawn partnership on a sheet is that of the drawing") {
    Facts facts(std::nullopt);
    CHECK(drawn_area_line(facts.report(kNl), facts.assessment()) ==
          "Getekend gebied van 81,3\u00a0km²: 2 gemeenten, 235\u00a0567 inwoners");
    facts.assessment().partnership.partial_members.push_back(
        {.municipality = registry::MunicipalityIndex(1), .drawn_share = 0.4});
    CHECK(drawn_area_line(facts.report(kEn), facts.assessment()) ==
          "Drawn area of 81.3\u00a0km²: 2 municipalities, 1 of them in part; counted whole "
          "235\u00a0567 inhabitants");
}

TEST_CASE("a drawing that lies inside has no tolerance to be named") {
    const Facts facts(shape(ShapeRelation::Exact, {}));
    CHECK(facts.excess(kNl) == Lines{"Niets van de tekening ligt buiten Region A"});
    CHECK(facts.excess(kEn) == Lines{"Nothing of the drawing lies outside Region A"});
}

TEST_CASE("the sheet has the width of the largest part outside, and the interval of tolerances") {
    auto outside = shape(ShapeRelation::Outside, {part(2000, 90), part(3.21e6, 812)});
    outside.depth = {2612.34, 2612.36};
    outside.holds_to_m = 2612.34;
    const Facts facts(outside);
    CHECK(facts.excess(kNl) ==
          Lines{"Buiten Region A: 3,21\u00a0km² in 2 delen, het grootste 3,21\u00a0km², op zijn "
                "breedst 812,0\u00a0m",
                "Tot 2,6\u00a0km ver, buiten de tolerantie van 400\u00a0m; dat blijft zo tot "
                "2\u00a0612,3\u00a0m"});
}

TEST_CASE("a fragile answer is called so, and none else") {
    auto within = shape(ShapeRelation::Within, {part(5000, 82.3)});
    within.depth = {250, 250.0009};
    within.holds_from_m = 250.0009;
    CHECK(Facts(within).excess(kEn) ==
          Lines{"Outside Region A: 5\u00a0000\u00a0m², at its widest 82.3\u00a0m",
                "Up to 250.0\u00a0m away, within the tolerance of 400\u00a0m; it stays so from "
                "250.1\u00a0m on"});
    within.is_fragile = true;
    CHECK(Facts(within).excess(kEn).back() ==
          "Up to 250.0\u00a0m away, within the tolerance of 400\u00a0m; it stays so from "
          "250.1\u00a0m on (fragile)");
    CHECK(Facts(within).excess(kNl).back() ==
          "Tot 250,0\u00a0m ver, binnen de tolerantie van 400\u00a0m; dat blijft zo vanaf "
          "250,1\u00a0m (kwetsbaar)");
}

TEST_CASE("of an answer that cannot be told no interval is named") {
    auto exactly = shape(ShapeRelation::AtTolerance, {part(5000, 82.3)});
    exactly.depth = {400, 400};
    CHECK(Facts(exactly).excess(kNl).back() ==
          "Tot 400,0\u00a0m ver, precies de tolerantie van 400\u00a0m");
}

TEST_CASE("a shape that could not be measured is said so") {
    CHECK(Facts(std::nullopt).excess(kEn) ==
          Lines{"How far the drawing reaches out of Region A cannot be measured"});
}

TEST_CASE(
    "the sheet has the share of a member, calls noise what check does, and has the greatest") {
    Facts facts(std::nullopt);
    const nesting::ShareThreshold sliver_share = nesting::ShareTerms{}.sliver;
    CHECK(threshold_line(facts.report(kNl), facts.assessment()) ==
          "Lid vanaf 95\u00a0% van een gemeente, " + noise_text(sliver_share, kNl));
    nesting::CoveredShare sliver{.municipality = registry::MunicipalityIndex(2), .whole = 1000};
    sliver.covered = kernel::AreaSum(12);
    facts.assessment().drawing->covered.greatest_sliver = sliver;
    CHECK(threshold_line(facts.report(kEn), facts.assessment()) ==
          "Member from 95% of a municipality on, " + noise_text(sliver_share, kEn) +
              "; greatest noise: 1.2% of Municipality A3");
}

TEST_CASE("where no share is noise the sheet says so") {
    Facts facts(std::nullopt);
    facts.assessment().drawing->terms.shares.sliver = {0};
    CHECK(threshold_line(facts.report(kNl), facts.assessment()) ==
          "Lid vanaf 95\u00a0% van een gemeente, niets is ruis");
    CHECK(threshold_line(facts.report(kEn), facts.assessment()) ==
          "Member from 95% of a municipality on, nothing is noise");
}

} // namespace regio::report
