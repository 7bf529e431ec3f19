#include "report/sheet_words.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace regio::report {

namespace {

using Facts = std::vector<std::string>;

/// What a sheet with a partnership of these members says, in a world of two regions.
class Words {
public:
    explicit Words(const std::string& members, const registry::ListTerms& terms = {.list = "list"})
        : world_(test::make_world(
              {{"A", "a1 a2 a3"}, {"B", "b1 b2"}},
              {.inhabitants = {{"a1", 1000}, {"a2", 234'567}, {"a3", 3}, {"b1", 4}, {"b2", 1}},
               .mergers = {test::merger("o1", "a3", make_date(2025, 1, 1)),
                           test::merger("o2", "a3", make_date(2025, 1, 1))},
               .as_of = make_date(2025, 3, 1)})),
          assessment_(
              nesting::assess(test::resolve_one(test::make_list({{"p", members}}, terms), world_),
                              world_.regions, world_.territory.current())) {}

    [[nodiscard]] CheckReport report(Language language) const {
        return {.as_of = world_.territory.as_of(),
                .language = language,
                .municipalities = &world_.territory.current(),
                .regions = &world_.regions,
                .assessments = {&assessment_}};
    }

    [[nodiscard]] SheetWords in(Language language) const {
        return sheet_words(report(language), assessment_);
    }

private:
    test::SmallWorld world_;
    nesting::Assessment assessment_;
};

constexpr Language kNl = Language::Dutch;
constexpr Language kEn = Language::English;

} // namespace

TEST_CASE("the title of a sheet says what and who, the subtitle the question and its day") {
    const Words words("a1 a2");
    CHECK(words.in(kNl).title == "Werkingsgebied van p");
    CHECK(words.in(kEn).title == "Working area of p");
    CHECK(words.in(kNl).subtitle ==
          "Past het in de referentieregio's? Toestand op 1\u00a0maart\u00a02025");
    CHECK(words.in(kEn).subtitle ==
          "Does it nest in the reference regions? As of 1\u00a0March\u00a02025");
}

TEST_CASE("the sheet of an area within a region says how many of its municipalities there are") {
    const Words words("a1 a2");
    CHECK(words.in(kNl).verdict == "Valt binnen één referentieregio");
    CHECK(words.in(kEn).verdict == "Lies within one reference region");
    CHECK(words.in(kNl).facts ==
          Facts{"2 gemeenten, 235\u00a0567 inwoners", "Region A: 2 van de 3 gemeenten"});
    CHECK(words.in(kEn).facts == Facts{"2 municipalities, 235\u00a0567 inhabitants",
                                       "Region A: 2 of the 3 municipalities"});
}

TEST_CASE("the sheet of an area with one member has the singular") {
    const Words words("a2");
    CHECK(words.in(kNl).facts.front() == "1 gemeente, 234\u00a0567 inwoners");
    CHECK(words.in(kEn).facts.front() == "1 municipality, 234\u00a0567 inhabitants");
}

TEST_CASE("the sheet of an area that coincides with a region says that all are members") {
    const Words words("a1 a2 a3");
    CHECK(words.in(kNl).verdict == "Valt samen met een referentieregio");
    CHECK(words.in(kEn).verdict == "Coincides with a reference region");
    CHECK(words.in(kNl).facts.back() == "Region A: 3 van de 3 gemeenten");
}

TEST_CASE("the sheet of a supraregional area has its regions by falling number of members") {
    const Words words("b1 b2 a1 a2 a3");
    CHECK(words.in(kNl).verdict == "Valt samen met meerdere volledige referentieregio's");
    CHECK(words.in(kEn).verdict == "Coincides with several whole reference regions");
    CHECK(words.in(kNl).facts == Facts{"5 gemeenten, 235\u00a0575 inwoners",
                                       "Region A: 3 van de 3 gemeenten",
                                       "Region B: 2 van de 2 gemeenten"});
}

TEST_CASE("the sheet of an area that crosses a border ends in what would mend it") {
    const Words words("b1 b2 a1");
    CHECK(words.in(kNl).verdict == "Overschrijdt een regiogrens");
    CHECK(words.in(kEn).verdict == "Crosses a region border");
    const Facts facts = words.in(kNl).facts;
    REQUIRE(facts.size() == 4);
    CHECK(facts[1] == "Region B: 2 van de 2 gemeenten");
    CHECK(facts[2] == "Region A: 1 van de 3 gemeenten");
    CHECK(facts[3] == "Zonder Municipality A1 valt p samen met Region B.");
    CHECK(words.in(kEn).facts[3] == "Without Municipality A1 p coincides with Region B.");
}

TEST_CASE("the sheet says of a partial member which former part is meant") {
    const Words words("a1 o1", {.list = "list", .dated = make_date(2024, 6, 1)});
    CHECK(words.in(kNl).facts.back() ==
          "Municipality A3: alleen het vroegere Municipality o1 is lid");
    CHECK(words.in(kEn).facts.back() ==
          "Municipality A3: only the former Municipality o1 is a member");
}

TEST_CASE("a date is written in full, with spaces that do not break") {
    CHECK(written_date(make_date(2024, 12, 31), kNl) == "31\u00a0december\u00a02024");
    CHECK(written_date(make_date(2025, 1, 1), kNl) == "1\u00a0januari\u00a02025");
    CHECK(written_date(make_date(2025, 10, 9), kEn) == "9\u00a0October\u00a02025");
}

TEST_CASE("the sources of a sheet are one line: boundaries, members, projection, maker and day") {
    const Words words("a1");
    SheetSources sources{.boundaries = "Digitaal Vlaanderen, VRBG (Gratis Open Data)",
                         .period = {.from = make_date(2025, 1, 1), .to = {}},
                         .members = "leden.csv",
                         .members_dated = "2024-12-31",
                         .projection = "BD72 / Belgian Lambert 72 (EPSG:31370)",
                         .maker = "regio 1.0"};
    CHECK(source_line(words.report(kNl), sources) ==
          "Grenzen: Digitaal Vlaanderen, VRBG (Gratis Open Data) (sinds 1.1.2025) · Leden: "
          "leden.csv (31.12.2024) · Projectie: BD72 / Belgian Lambert 72 (EPSG:31370) · Gemaakt "
          "met regio 1.0 · Toestand 1.3.2025 · Geen juridisch advies");
    sources.members_dated = "";
    sources.period = {.from = make_date(2019, 1, 1), .to = make_date(2024, 12, 31)};
    CHECK(source_line(words.report(kEn), sources) ==
          "Boundaries: Digitaal Vlaanderen, VRBG (Gratis Open Data) (1.1.2019 – 31.12.2024) · "
          "Members: leden.csv · Projection: BD72 / Belgian Lambert 72 (EPSG:31370) · Made with "
          "regio 1.0 · As of 1.3.2025 · No legal advice");
    sources.period = {.from = {}, .to = make_date(2018, 12, 31)};
    CHECK_THAT(source_line(words.report(kNl), sources), Catch::Contains("(tot 31.12.2018)"));
    sources.period = {};
    CHECK_THAT(source_line(words.report(kNl), sources), Catch::Contains("Open Data) · Leden"));
}

} // namespace regio::report
