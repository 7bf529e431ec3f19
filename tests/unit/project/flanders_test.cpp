// The embedded example: everything known about it, and its near misses against exhaustive search.

#include "base/error.hpp"
#include "project/project.hpp"
#include "project/project_file.hpp"
#include "project/selection.hpp"
#include "report/explanation.hpp"
#include "tests/support/near_miss_oracle.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace regio {

namespace {

using test::Counts;

project::Project open_flanders(std::optional<Date> as_of = std::nullopt) {
    auto options = project::read_project_file(REGIO_SOURCE_DIR "/shapes/flanders/regio.toml");
    if (as_of)
        options.as_of = as_of;
    return project::open_project(options);
}

const Date kBefore = make_date(2024, 12, 31);

const nesting::Assessment& named(const project::Project& project, const std::string& name) {
    return *project::select(project, {.partnerships = {name}}).at(0);
}

std::vector<std::string> names(const std::vector<registry::MunicipalityIndex>& indices,
                               const project::Project& project) {
    std::vector<std::string> result;
    for (const auto index : indices)
        result.push_back(project.territory.current()[index].name);
    return result;
}

report::CheckReport report_on(const project::Project& project, Language language) {
    return {.as_of = project.territory.as_of(),
            .language = language,
            .municipalities = &project.territory.current(),
            .regions = &project.regions};
}

} // namespace

TEST_CASE("the 463 partnerships of Flanders") {
    const auto project = open_flanders();
    CHECK(project.territory.as_of() == make_date(2025, 1, 1));
    CHECK(project.assessments.size() == 463);
    CHECK(test::counts(project) == Counts{347, 8, 0, 108, 0});
    CHECK(test::counts_of_list(project, "register") == Counts{98, 4, 0, 77, 0});
    CHECK(test::counts_of_list(project, "politiezone") == Counts{94, 0, 0, 7, 0});
    CHECK(test::counts_of_list(project, "eerstelijnszone") == Counts{50, 0, 0, 6, 0});
    CHECK(test::counts_of_list(project, "vervoerregio") == Counts{4, 3, 0, 8, 0});
    CHECK(test::counts_of_list(project, "woonmaatschappij") == Counts{37, 1, 0, 4, 0});
    CHECK(test::counts_of_list(project, "igs wonen") == Counts{64, 0, 0, 6, 0});
    Counts active{};
    for (const auto* assessment :
         project::select(project, {.lists = {"register"}, .statuses = {"actief"}}))
        ++active[static_cast<std::size_t>(assessment->verdict.relation)];
    CHECK(active == Counts{84, 4, 0, 60, 0});
}

TEST_CASE("the regions have their counts, and their figures add up") {
    const auto counts_on = [](Date date) {
        std::vector<std::size_t> counts;
        const auto project = open_flanders(date);
        for (const auto& region : project.regions.all())
            counts.push_back(region.municipalities.size());
        return counts;
    };
    CHECK(counts_on(kBefore) ==
          std::vector<std::size_t>{29, 12, 27, 33, 32, 10, 17, 13, 7, 17, 14, 14, 23, 10, 42});
    CHECK(counts_on(make_date(2025, 1, 1)) ==
          std::vector<std::size_t>{28, 12, 27, 31, 32, 10, 17, 13, 7, 15, 14, 14, 20, 7, 38});
    const auto project = open_flanders();
    registry::Figures sum = registry::no_figures();
    for (const auto& region : project.regions.all())
        sum = sum + region.figures;
    CHECK(sum.inhabitants == 6629143);
    CHECK(sum.area == registry::Area{13'625'780'000'000'000});
}

TEST_CASE("the near misses of IVIO, WVI and Imog") {
    const auto project = open_flanders(kBefore);
    const auto& ivio = named(project, "IVIO").verdict.near_miss.value();
    CHECK(ivio.relation == nesting::Relation::Within);
    CHECK(names(ivio.leave, project) == std::vector<std::string>{"Lendelede"});
    CHECK(ivio.join.empty());
    const auto& wvi = named(project, "WVI").verdict.near_miss.value();
    CHECK(wvi.relation == nesting::Relation::Supraregional);
    CHECK(wvi.regions.size() == 4);
    CHECK(names(wvi.leave, project) == std::vector<std::string>{"Wervik", "Menen", "Waregem"});
    CHECK(wvi.join.empty());
    const auto& imog = named(project, "Imog").verdict.near_miss.value();
    CHECK(imog.relation == nesting::Relation::Within);
    CHECK(names(imog.leave, project) == std::vector<std::string>{"Wielsbeke", "Kruisem"});
}

TEST_CASE("no choice per region is nearer than any of the 108 near misses") {
    for (const auto& date : {make_date(2025, 1, 1), kBefore}) {
        const auto project = open_flanders(date);
        std::size_t crossing = 0;
        for (const auto& assessment : project.assessments) {
            if (assessment.verdict.relation != nesting::Relation::Crosses)
                continue;
            ++crossing;
            INFO(assessment.partnership.partnership.name);
            CHECK(test::cost_of(assessment.verdict.near_miss.value(), assessment.partnership,
                                project.territory.current()) ==
                  test::least_cost_of_all_choices(assessment.partnership, project.regions,
                                                  project.territory.current()));
        }
        CHECK(crossing >= 77);
        if (date == make_date(2025, 1, 1))
            CHECK(crossing == 108);
    }
}

TEST_CASE("the explanation of IVIO, to the letter") {
    const auto project = open_flanders(kBefore);
    CHECK(
        report::explanation(report_on(project, Language::Dutch), named(project, "IVIO")) ==
        "IVIO overschrijdt een regiogrens: 10 van de 11 leden liggen in Midwest; Lendelede (34025) "
        "ligt in Zuid-West-Vlaanderen. Zonder Lendelede valt IVIO binnen Midwest.");
    CHECK(
        report::explanation(report_on(project, Language::English), named(project, "IVIO")) ==
        "IVIO crosses a region border: 10 of its 11 members lie in Midwest; Lendelede (34025) lies "
        "in Zuid-West-Vlaanderen. Without Lendelede IVIO lies within Midwest.");
}

TEST_CASE("after the merger IVIO has Wingene as a partial member, counted by its part") {
    const auto project = open_flanders();
    const auto& ivio = named(project, "IVIO").partnership;
    CHECK(ivio.members.size() == 10);
    REQUIRE(ivio.partial_members.size() == 1);
    CHECK(ivio.partial_members[0].parts.at(0).name == "Ruiselede");
    CHECK(ivio.partial_members[0].figures_of_parts);
    CHECK(ivio.partial_members[0].figures.inhabitants == 5368);
}

TEST_CASE("delimitations of 2025 asked in 2024 are unresolved where a merger made a member") {
    const auto project = open_flanders(kBefore);
    const auto& zone = named(project, "politiezone:ipz2");
    CHECK(zone.partnership.unmatched.at(0).reason == FindingNumber::MemberOfLaterDate);
    CHECK(test::counts_of_list(project, "register") == Counts{98, 4, 0, 77, 0});
}

TEST_CASE("Midwest: the body lies within the region, with WVI as another member") {
    const auto project = project::open_project(
        project::read_project_file(REGIO_SOURCE_DIR "/shapes/midwest/regio.toml"));
    CHECK(test::counts(project) == Counts{3, 0, 0, 2, 0});
    const auto& body = named(project, "DVV Midwest");
    CHECK(body.verdict.relation == nesting::Relation::Within);
    CHECK(body.partnership.members.size() == 16);
    CHECK(body.partnership.other_members == std::vector<std::string>{"WVI (KBO0205157869)"});
    CHECK(named(project, "MW-GIS").partnership.members.size() == 6);
}

TEST_CASE("selection by id, name, list, region, municipality, kind and verdict") {
    const auto project = open_flanders();
    const auto count = [&](const project::Selection& selection) {
        return project::select(project, selection).size();
    };
    CHECK(count({}) == 463);
    CHECK(count({.partnerships = {"0213.897.173"}}) == 1);
    CHECK(count({.partnerships = {"register:KBO0213897173", "ivio", "WVI"}}) == 2);
    CHECK(count({.lists = {"politiezone"}}) == 101);
    CHECK(count({.kinds = {"Projectvereniging"}}) == 79);
    CHECK(count({.lists = {"register"}, .verdicts = {"crosses"}}) == 77);
    CHECK(count({.lists = {"register"}, .verdicts = {"overschrijdt", "coincides"}}) == 81);
    CHECK(count({.lists = {"vervoerregio"}, .regions = {"Middenkust"}}) ==
          count({.lists = {"vervoerregio"}, .regions = {"REFREG09"}}));
    CHECK(count({.lists = {"politiezone"}, .municipalities = {"Roeselare"}}) == 1);
    CHECK(count({.lists = {"politiezone"}, .municipalities = {"Ruiselede"}}) == 1); // now Wingene
    CHECK(count({.lists = {"politiezone"}, .municipalities = {"37012"}}) == 1);
}

TEST_CASE("a selection that names nothing, or several things, says what there is") {
    const auto project = open_flanders();
    const auto fault = [&](const project::Selection& selection) {
        try {
            (void)project::select(project, selection);
        } catch (const UsageError& error) {
            return std::string(error.what()) + " / " + error.hint();
        }
        return std::string("none");
    };
    CHECK(fault({.partnerships = {"IVOI"}}).find("IVIO") != std::string::npos);
    CHECK(fault({.partnerships = {"Woondienst Regio Roeselare"}}).find("ambiguous") !=
          std::string::npos);
    CHECK(fault({.regions = {"Midwst"}}).find("Midwest") != std::string::npos);
    CHECK(fault({.municipalities = {"Roeslare"}}).find("Roeselare") != std::string::npos);
    CHECK(fault({.kinds = {"politiezonne"}}).find("politiezone") != std::string::npos);
    CHECK(fault({.verdicts = {"perhaps"}}).find("supraregional") != std::string::npos);
}

} // namespace regio
