#include "base/utf8.hpp"
#include "report/atlas_manifest.hpp"
#include "report/check_csv.hpp"
#include "report/check_json.hpp"
#include "report/check_text.hpp"
#include "report/explain_text.hpp"
#include "report/explanation.hpp"
#include "report/text_layout.hpp"
#include "report/words.hpp"
#include "tests/support/json.hpp"
#include "tests/support/small_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <sstream>

namespace regio::report {

namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

/// A report on some partnerships of a small world, with what it refers to.
struct World {
    explicit World(const Entries& partnerships)
        : world(
              test::make_world({{"A", "a1 a2 a3"}, {"B", "b1 b2"}},
                               {.inhabitants = {{"a1", 1000}, {"a2", 234567}, {"a3", 3}, {"b1", 4}},
                                .as_of = make_date(2024, 12, 31)})) {
        std::vector<registry::PartnershipList> lists;
        lists.push_back(test::make_list(partnerships));
        std::vector<Finding> findings;
        for (auto& resolved :
             registry::resolve_partnerships(lists, world.territory, world.regions, findings))
            assessments.push_back(
                nesting::assess(std::move(resolved), world.regions, world.territory.current()));
    }

    [[nodiscard]] CheckReport report(Language language = Language::Dutch) const {
        CheckReport result{.as_of = world.territory.as_of(),
                           .language = language,
                           .municipalities = &world.territory.current(),
                           .regions = &world.regions,
                           .findings = world.findings};
        for (const auto& assessment : assessments)
            result.assessments.push_back(&assessment);
        return result;
    }

    test::SmallWorld world;
    std::vector<nesting::Assessment> assessments;
};

template <typename Write>
std::string written(const Write& write) {
    std::string text;
    write([&](std::string_view piece) { text += piece; });
    return text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

std::vector<std::string> keys_of(const nlohmann::ordered_json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

const Entries kEach = {{"crosses", "a1 a2 b1"}, {"half", "a1 b1"},          {"within", "a1"},
                       {"whole", "b1 b2"},      {"both", "a1 a2 a3 b1 b2"}, {"unknown", "a1 z9"}};

} // namespace

TEST_CASE("the table is worst first: unresolved, crosses by share outside, whole regions, within") {
    const World world(kEach);
    std::vector<std::string> ids;
    for (const auto* assessment : worst_first(world.report()))
        ids.push_back(assessment->partnership.partnership.id);
    CHECK(ids == std::vector<std::string>{"unknown", "half", "crosses", "both", "whole", "within"});
}

TEST_CASE("the summary is the last line and counts every answer") {
    const World world(kEach);
    const auto lines = lines_of(
        written([&](const Sink& sink) { write_check_text(world.report(), Colour::Never, sink); }));
    CHECK(lines.back() == "6 verbanden op 2024-12-31: 1 binnen, 1 valt samen, 1 meerdere, 2 "
                          "overschrijdt, 1 onbepaald");
    for (const auto& line : lines)
        CHECK(display_width(line) <= kTextWidth);
}

TEST_CASE("bodies that are not active stand apart") {
    World world(Entries{{"p", "a1"}, {"q", "a1 b1"}});
    world.assessments[1].partnership.partnership.status = "inactive";
    const auto text =
        written([&](const Sink& sink) { write_check_text(world.report(), Colour::Never, sink); });
    CHECK(text.find("binnen        p") < text.find("\nNiet actief\noverschrijdt  q"));
    CHECK(text.find("1 niet actief: 0 binnen") != std::string::npos);
}

TEST_CASE("only answers that do not conform are coloured") {
    const World world(kEach);
    const auto text =
        written([&](const Sink& sink) { write_check_text(world.report(), Colour::Ansi, sink); });
    for (const auto& line : lines_of(text)) {
        const bool coloured = line.find('\x1b') != std::string::npos;
        CHECK(coloured == (line.find("crosses") != std::string::npos ||
                           line.find("half") != std::string::npos ||
                           line.find("unknown") != std::string::npos));
    }
}

TEST_CASE("the JSON has every key, whatever the answer") {
    const World world(kEach);
    const auto json = test::parse_json(
        written([&](const Sink& sink) { write_check_json(world.report(), sink); }));
    CHECK(json["schema"] == "regio.check/1");
    CHECK(json["as_of"] == "2024-12-31");
    CHECK(json["summary"]["total"] == 6);
    CHECK(json["summary"]["crosses"] == 2);
    CHECK(json["partnerships"].size() == 6);
    const std::vector<std::string> expected = {"id",
                                               "list",
                                               "name",
                                               "kind",
                                               "status",
                                               "sector",
                                               "founded",
                                               "verdict",
                                               "obligation",
                                               "members",
                                               "partial_members",
                                               "other_members",
                                               "inhabitants",
                                               "area_m2",
                                               "area_source",
                                               "in_one_piece",
                                               "pieces",
                                               "regions",
                                               "main_region",
                                               "outsiders",
                                               "near_miss",
                                               "drawing",
                                               "unmatched",
                                               "findings"};
    std::vector<std::string> ids;
    for (const auto& partnership : json["partnerships"]) {
        CHECK(keys_of(partnership) == expected);
        ids.push_back(partnership["id"]);
    }
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    const auto& crosses = json["partnerships"][1];
    CHECK(crosses["near_miss"]["relation"] == "within");
    CHECK(crosses["near_miss"]["leave"][0]["nis"] == "b1");
    CHECK(crosses["outsiders"][0]["region"] == "B");
    CHECK(crosses["inhabitants"] == 235571);
    CHECK(crosses["area_m2"].is_null());
    CHECK(crosses["regions"][0]["share_of_region"] == Approx(2.0 / 3.0));
    const auto& unknown = json["partnerships"][3];
    CHECK(unknown["verdict"] == "unresolved");
    CHECK(unknown["unmatched"][0]["reason"] == "R301");
    CHECK(unknown["near_miss"].is_null());
}

TEST_CASE("the CSV has sixteen columns, one row per partnership, by id") {
    const World world(kEach);
    const auto lines = lines_of(written([&](const Sink& sink) {
        write_check_csv(world.report(), CsvDialect::Standard, CsvRows::PerPartnership, sink);
    }));
    REQUIRE(lines.size() == 7);
    for (const auto& line : lines)
        CHECK(std::count(line.begin(), line.end(), ',') == 15);
    CHECK(lines[2] ==
          "crosses,crosses,,,crosses,,,Region A,3,2,3,Municipality B1 (b1),Municipality "
          "B1 (b1),,235571,");
}

TEST_CASE("texts that a spreadsheet would run are disarmed, others are as given") {
    CHECK(csv_text("=1+1", CsvDialect::Standard) == "'=1+1");
    CHECK(csv_text("@SUM(A1)", CsvDialect::Standard) == "'@SUM(A1)");
    CHECK(csv_text("-x", CsvDialect::Standard) == "'-x");
    CHECK(csv_text("a=b", CsvDialect::Standard) == "a=b");
    CHECK(csv_text("a,b", CsvDialect::Standard) == "\"a,b\"");
    CHECK(csv_text("a,b", CsvDialect::ExcelNl) == "a,b");
    CHECK(csv_text("a;b", CsvDialect::ExcelNl) == "\"a;b\"");
    CHECK(csv_text("a\"b\nc", CsvDialect::Standard) == "\"a\"\"b\nc\"");
}

TEST_CASE("figures are rounded half up and do not depend on the locale") {
    using registry::Area;
    CHECK(square_kilometres(Area{11'030'000'000'000}, 1, ',') == "11,0");
    CHECK(square_kilometres(Area{11'050'000'000'000}, 1, ',') == "11,1");
    CHECK(square_kilometres(Area{11'049'999'999'999}, 1, '.') == "11.0");
    CHECK(square_kilometres(Area{50'000'000'000}, 2, '.') == "0.05");
    CHECK(percentage(10, 11, Language::Dutch) == "90,9\u00A0%");
    CHECK(percentage(1, 3, Language::English) == "33.3%");
    CHECK(percentage(2, 2, Language::English) == "100.0%");
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1234567) == "1\u00A0234\u00A0567");
}

TEST_CASE("wrapped text keeps its words and the width") {
    const std::string text = "een twee drie vier vijf zes zeven acht negen tien elf twaalf";
    for (std::size_t width = 8; width < 70; ++width) {
        const std::string result = wrapped(text, width, 2);
        std::string joined;
        for (const auto& line : lines_of(result)) {
            CHECK(display_width(line) <= width);
            joined += (joined.empty() ? "" : " ") + line.substr(joined.empty() ? 0 : 2);
        }
        CHECK(joined == text);
    }
    CHECK(wrapped("langwoord", 4) == "langwoord\n");
    CHECK(wrapped("R306 is kort", 40, 5) == "R306 is kort\n");
    CHECK(wrapped("a b", 40, 5) == "a b\n");
}

TEST_CASE("names are shown as far as they fit, with the number of the others") {
    const std::vector<std::string> names = {"Kortrijk", "Menen", "Wervik"};
    CHECK(names_in_width(names, 23) == "Kortrijk, Menen, Wervik");
    CHECK(names_in_width(names, 22) == "Kortrijk, Menen +1");
    CHECK(names_in_width(names, 12) == "Kortrijk +2");
    CHECK(names_in_width(names, 9) == "Kortr… +2");
    CHECK(names_in_width({}, 9).empty());
}

TEST_CASE("an explanation has the number of the verb right") {
    const World world(Entries{{"p", "a1 b1"}, {"q", "a1 a2 b1 b2"}});
    const auto report = world.report();
    CHECK(explanation(report, world.assessments[0]) ==
          "p overschrijdt een regiogrens: 1 van de 2 leden ligt in Region A; Municipality B1 (b1) "
          "ligt in Region B. Zonder Municipality B1 valt p binnen Region A.");
    CHECK(
        explanation(report, world.assessments[1]) ==
        "q overschrijdt een regiogrens: 2 van de 4 leden liggen in Region A; Municipality B1 (b1) "
        "en Municipality B2 (b2) liggen in Region B. Met Municipality A3 erbij valt q samen met de "
        "volledige referentieregio's Region A en Region B.");
}

TEST_CASE("an explanation of one member says so") {
    const auto world = test::make_world({{"A", "a1"}, {"B", "b1 b2"}});
    const auto said = [&](const char* member) {
        const auto assessment = nesting::assess(test::resolve_members(member, world), world.regions,
                                                world.territory.current());
        return explanation({.language = Language::Dutch,
                            .municipalities = &world.territory.current(),
                            .regions = &world.regions},
                           assessment);
    };
    CHECK(said("a1") ==
          "p valt samen met een referentieregio: het enige lid, Municipality A1 (a1), is "
          "de enige gemeente van Region A.");
    CHECK(said("b1") ==
          "p valt binnen één referentieregio: het enige lid, Municipality B1 (b1), ligt "
          "in Region B.");
}

TEST_CASE("an explanation in text names every member once, by region") {
    const World world(Entries{{"p", "a1 a2 b1"}});
    const auto text = written([&](const Sink& sink) { write_explain_text(world.report(), sink); });
    for (const auto* line : {"\nRegion A: Municipality A1 (a1), Municipality A2 (a2)\n",
                             "\nRegion B: Municipality B1 (b1)\n"}) {
        INFO(line);
        CHECK(text.find(line) != std::string::npos);
    }
    for (const auto& line : lines_of(text))
        CHECK(display_width(line) <= kTextWidth);
}

TEST_CASE("the manifest of an atlas comes back as it was written") {
    const AtlasManifest manifest{
        .program = "regio 0.1.0",
        .inputs = "ab12",
        .pages = {{1,
                   "ivio",
                   "KBO1",
                   "\"Büllingen\"",
                   "crosses",
                   "001-bullingen.png",
                   "00ff",
                   {"Çà"},
                   {"een feit", ""},
                   {"東"},
                   {"37023"}},
                  {2, "pz", "5421", "", "within", "002.png", "11", {}, {}, {}, {}}},
        .missing = {{"pz", "1", "Zoek", "unresolved"}}};
    const auto read = parse_atlas_manifest(to_json(manifest));
    REQUIRE(read);
    CHECK(*read == manifest);
}

TEST_CASE("what is no manifest of an atlas is not taken for one") {
    for (
        const char* text :
        {"", "[]", "{}", R"({"schema": "regio.check/1"})", R"({"schema": "regio.atlas/1"})",
         R"({"schema": "regio.atlas/1", "program": 1, "inputs": "", "pages": [], "missing": []})",
         R"({"schema": "regio.atlas/1", "program": "", "inputs": "", "pages": [{}], "missing": []})"})
        CHECK_FALSE(parse_atlas_manifest(text));
}

} // namespace regio::report
