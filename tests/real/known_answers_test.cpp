// The known answers, from real lists and layers.

#include "tests/support/json.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace regio {

namespace {

using test::Counts;
using test::data_file;
using test::real_territory;

project::Project open_register(project::ProjectOptions options) {
    options.partnerships.push_back(test::register_of_2023());
    return project::open_project(options);
}

std::map<std::string, nesting::Relation> relations(const project::Project& project) {
    std::map<std::string, nesting::Relation> result;
    for (const auto& assessment : project.assessments)
        result[assessment.partnership.partnership.name] = assessment.verdict.relation;
    return result;
}

std::size_t count_number(const std::vector<Finding>& findings, FindingNumber number) {
    std::size_t count = 0;
    for (const auto& finding : findings)
        count += finding.number == number ? 1U : 0U;
    return count;
}

/// One case of the collection as a list of one partnership.
nesting::Assessment assess_case(const nlohmann::ordered_json& known,
                                const project::Project& territory) {
    std::string members;
    for (const auto& code : known["members"])
        members += code.get<std::string>() + " ";
    std::vector<registry::PartnershipList> lists;
    lists.push_back(test::make_list({{"case", members}}));
    std::vector<Finding> findings;
    auto resolved =
        registry::resolve_partnerships(lists, territory.territory, territory.regions, findings);
    REQUIRE(resolved.size() == 1);
    return nesting::assess(std::move(resolved.front()), territory.regions,
                           territory.territory.current());
}

} // namespace

TEST_CASE("the partnerships of 2023 in the regions of 2024") {
    if (!test::real_data_there())
        return;
    const auto project = open_register(real_territory(2024));
    CHECK(project.territory.as_of() == make_date(2024, 12, 31));
    CHECK(project.assessments.size() == 179);
    CHECK(test::counts(project) == Counts{98, 4, 0, 77, 0});
    CHECK(count_number(project.findings, FindingNumber::MunicipalityWithoutRegion) == 1);
}

TEST_CASE("without a date the same lists are read as of their codes") {
    if (!test::real_data_there())
        return;
    for (const int year : {2024, 2025}) {
        INFO(year);
        auto options = real_territory(year);
        options.partnerships.push_back(
            test::list_from(data_file("tables/igs_members_2023-08.csv")));
        CHECK(test::counts(project::open_project(options)) == Counts{98, 4, 0, 77, 0});
    }
}

TEST_CASE("the lists of 2023 carried over to 2025 give the same answers, 51 with partial members") {
    if (!test::real_data_there())
        return;
    auto options = real_territory(2025);
    options.as_of = make_date(2025, 1, 1);
    const auto project = open_register(options);
    CHECK(test::counts(project) == Counts{98, 4, 0, 77, 0});
    CHECK(relations(project) == relations(open_register(real_territory(2024))));
    std::set<std::string> with_partial;
    std::size_t named = 0;
    for (const auto& assessment : project.assessments) {
        const auto& partnership = assessment.partnership;
        if (!partnership.partial_members.empty())
            with_partial.insert(partnership.partnership.name);
        named += count_number(partnership.findings, FindingNumber::MemberPartial);
        for (const auto& partial : partnership.partial_members) {
            CHECK_FALSE(partial.parts.empty());
            CHECK_FALSE(partial.missing.empty());
        }
    }
    CHECK(with_partial.size() == 51);
    CHECK(named >= 51);
    CHECK(with_partial.contains("IVIO"));
    CHECK(with_partial.contains("MIROM Roeselare"));
}

TEST_CASE("the cases worked out by hand") {
    if (!test::real_data_there())
        return;
    // The partnerships do not matter here, but a project has some.
    const auto of_2024 = open_register(real_territory(2024));
    const auto of_2025 = open_register(real_territory(2025));
    std::ifstream in(data_file("cases.json"));
    const auto cases = test::parse_json({std::istreambuf_iterator<char>(in), {}});
    CHECK(cases.size() == 22);
    for (const auto& known : cases) {
        INFO(known["id"].get<std::string>() + " " + known["name"].get<std::string>());
        const auto& project = known["vintage"] == "2025" ? of_2025 : of_2024;
        const auto assessment = assess_case(known, project);
        CHECK(nesting::id_of(assessment.verdict.relation) == known["expected"].get<std::string>());
        std::map<std::string, std::size_t> per_region;
        for (const auto& share : assessment.verdict.regions)
            per_region[project.regions[share.region].name] = share.members;
        CHECK(per_region == known["per_region"].get<std::map<std::string, std::size_t>>());
    }
}

TEST_CASE("the delimitations of 2025") {
    if (!test::real_data_there())
        return;
    const std::string table = data_file("tables/nis_memberships_2025.csv");
    auto options = real_territory(2025);
    for (const auto* kind : {"politiezone", "elz", "vervoerregio", "woonmaatschappij", "igs"})
        options.partnerships.push_back(test::delimitation(table, kind));
    options.partnerships.back().terms.none = {"igs999"};
    const auto project = project::open_project(options);
    CHECK(test::counts_of_list(project, "politiezone") == Counts{94, 0, 0, 7, 0});
    CHECK(test::counts_of_list(project, "elz") == Counts{50, 0, 0, 6, 0});
    CHECK(test::counts_of_list(project, "vervoerregio") == Counts{4, 3, 0, 8, 0});
    CHECK(test::counts_of_list(project, "woonmaatschappij") == Counts{37, 1, 0, 4, 0});
    CHECK(test::counts_of_list(project, "igs") == Counts{64, 0, 0, 6, 0});
    CHECK(count_number(project.findings, FindingNumber::RowInNone) == 1);
}

TEST_CASE("the draft regions of 2022 change the answers of six partnerships") {
    if (!test::real_data_there())
        return;
    auto options = real_territory(2024);
    options.regions[0].table.source.file = data_file("tables/nis_refregio_2022-06_draft.csv");
    options.regions[0].code.clear();
    options.regions[0].name = "referentieregio";
    options.regions[0].names.reset();
    const auto draft = open_register(options);
    CHECK(test::counts(draft) == Counts{97, 5, 0, 77, 0});
    CHECK(count_number(draft.findings, FindingNumber::RegionMemberTwice) == 2);

    const auto final_answers = relations(open_register(real_territory(2024)));
    std::set<std::string> differing;
    for (const auto& [name, relation] : relations(draft))
        if (final_answers.at(name) != relation)
            differing.insert(name);
    CHECK(differing == std::set<std::string>{"IGEAN Dienstverlening", "IGEAN Milieu en Veiligheid",
                                             "Ibogem", "Interwaas",
                                             "Maatschappij Linkerscheldeoever", "Water-link"});
}

TEST_CASE("lists as offices send them give the same answers") {
    if (!test::real_data_there())
        return;
    const std::map<std::string, nesting::Relation> expected = {
        {"IVIO", nesting::Relation::Crosses},
        {"WVI", nesting::Relation::Crosses},
        {"Imog", nesting::Relation::Crosses},
        {"MIROM Roeselare", nesting::Relation::Crosses},
        {"Psilon", nesting::Relation::Crosses},
        {"Haviland", nesting::Relation::Crosses},
        {"Leiedal", nesting::Relation::Coincides},
        {"Interwaas", nesting::Relation::Coincides},
        {"DVV Midwest", nesting::Relation::Within},
        {"Projectvereniging BIE", nesting::Relation::Within},
    };
    for (const auto* name :
         {"leden_puntkomma_utf8bom.csv", "leden_puntkomma_windows1252.csv", "leden_tab.csv",
          "leden_alleen_namen.csv", "leden.xlsx", "leden.ods"}) {
        INFO(name);
        auto options = real_territory(2024);
        options.partnerships.push_back(
            test::list_from(data_file(std::string("samples/lists/") + name)));
        std::map<std::string, nesting::Relation> found;
        for (const auto& assessment : project::open_project(options).assessments) {
            std::string partnership = assessment.partnership.partnership.name;
            partnership = partnership.substr(0, partnership.find(" – "));
            found[partnership] = assessment.verdict.relation;
            CHECK(assessment.partnership.findings.empty());
        }
        CHECK(found == expected);
    }
}

} // namespace regio
