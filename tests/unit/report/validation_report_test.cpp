#include "base/utf8.hpp"
#include "report/text_layout.hpp"
#include "report/validation_csv.hpp"
#include "report/validation_json.hpp"
#include "report/validation_text.hpp"
#include "tests/support/json.hpp"
#include "tests/support/validated.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>

namespace regio::report {

namespace {

using test::Validated;

/// Two squares that overlap, one with a spike, two that are the same, and a gap.
const std::string kFaulty = "b: POLYGON((0 0, 30 0, 30 10, 20 10, 20 20, 30 20, 30 30, 0 30))\n"
                            "=a: POLYGON((28 0, 60 0, 60 30, 30 30, 30 20, 30 10, 28 10))\n"
                            "c: POLYGON((100 0, 110 0, 110 5, 115 5, 110 5, 110 10, 100 10))\n"
                            "c: POLYGON((100 0, 110 0, 110 5, 115 5, 110 5, 110 10, 100 10))";

ValidationReport report_on(const Validated& validated, std::size_t most = 0) {
    return {.file = "laag.gpkg",
            .own_crs = {.name = "WGS 84", .code = "EPSG:4326"},
            .transformation = TransformationInfo{.operation = "over"},
            .crs = {.name = "BD72 / Belgian Lambert 72", .code = "EPSG:31370"},
            .most = most,
            .validated = &validated.layer,
            .defects = validated.defects};
}

template <typename Write>
std::string written(const Write& write) {
    std::string text;
    write([&](std::string_view piece) { text += piece; });
    return text;
}

std::string text_of(const ValidationReport& report) {
    return written([&](const Sink& sink) { write_validation_text(report, sink); });
}

std::string csv_of(const ValidationReport& report, CsvDialect dialect) {
    return written([&](const Sink& sink) { write_validation_csv(report, dialect, sink); });
}

nlohmann::ordered_json json_of(const ValidationReport& report) {
    return test::parse_json(
        written([&](const Sink& sink) { write_validation_json(report, sink); }));
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("tallies are of one kind and weight each, errors first") {
    const Validated validated(kFaulty, {.tolerance_m = 5});
    std::vector<std::string> lines;
    std::size_t count = 0;
    for (const DefectTally& tally : tallies(report_on(validated))) {
        lines.push_back(label(tally.number) + " " + std::string(id_of(tally.severity)) + " " +
                        std::to_string(tally.defects.size()));
        count += tally.defects.size();
    }
    CHECK(lines == std::vector<std::string>{"R417 error 1", "R440 error 1", "R444 error 1",
                                            "R445 error 2", "R414 warning 1", "R417 warning 1"});
    CHECK(count == validated.defects.size());
}

TEST_CASE("the text of a validation has the worst first, and says what is not shown") {
    const Validated validated(kFaulty);
    CHECK(text_of(report_on(validated, 1)) ==
          "Laag            laag.gpkg: 4 vlakken, EPSG:31370 (uit EPSG:4326)\n"
          "Uitslag         6 fouten, 1 keer let op, 0 info\n"
          "\n"
          "fout  overlap (R417): 2, samen 120 m², op zijn breedst 10,00 m\n"
          "Plaats         Breedte  Oppervlakte  Wat\n"
          "-------------  -------  -----------  ----\n"
          "105.000 5.000  10,00 m       100 m²  c, c\n"
          "… en nog 1\n"
          "\n"
          "fout  gat (R440): 1\n"
          "Plaats         Breedte  Oppervlakte  Wat\n"
          "-------------  -------  -----------  -----\n"
          "25.000 15.000  10,00 m       100 m²  =a, b\n"
          "\n"
          "fout  dubbel vlak (R444): 1\n"
          "Plaats         Oppervlakte  Wat\n"
          "-------------  -----------  ----\n"
          "100.000 0.000       100 m²  c, c\n"
          "\n"
          "fout  piek (R445): 2, samen 10,00 m\n"
          "Plaats         Lengte  Wat\n"
          "-------------  ------  ---\n"
          "115.000 5.000  5,00 m  c\n"
          "… en nog 1\n"
          "\n"
          "let op  dubbele code (R414): 1\n"
          "Plaats         Wat\n"
          "-------------  ----\n"
          "100.000 0.000  c, c\n"
          "\n"
          "Gaten           enclaves en meren die zo bedoeld zijn, staan er ook bij\n"
          "Ruis            met --tolerance METER is wat nergens breder is geen fout, maar let op\n"
          "Uitleg          regio help R417, en zo van elk nummer\n"
          "Op de kaart     -o fouten.gpkg, te openen in QGIS\n"
          "Alles           --most 0, of -f csv\n");
}

TEST_CASE("no line of the text of a validation is too wide, and in English none is Dutch") {
    const Validated validated(kFaulty, {.tolerance_m = 0.5});
    auto report = report_on(validated, 1);
    report.language = Language::English;
    report.tolerance_m = 0.5;
    const std::string text = text_of(report);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        CHECK(display_width(line) <= kTextWidth);
    for (const auto* const word : {"vlak", "fout", "breed", "Plaats", "gat", "keer", "nog"})
        CHECK_FALSE(contains(text, word));
    CHECK(contains(text, "gaps and overlaps that are at most 0.5 m wide are no errors"));
}

TEST_CASE("a layer in order says so, and no more") {
    const Validated validated("a: POLYGON((0 0, 9 0, 9 9))");
    CHECK(text_of(report_on(validated)) ==
          "Laag            laag.gpkg: 1 vlak, EPSG:31370 (uit EPSG:4326)\n"
          "Uitslag         niets gevonden\n");
}

TEST_CASE("CSV of a validation has a row for each defect, and runs no formulas") {
    const Validated validated(kFaulty);
    const std::string csv = csv_of(report_on(validated), CsvDialect::Standard);
    CHECK(csv.starts_with(
        "number,kind,severity,x,y,codes,names,fids,area_m2,length_m,width_m,message,"
        "accepted,why\n"));
    CHECK(
        contains(csv, "\nR417,features-overlap,error,105.000,5.000,c | c, | ,3 | 4,100.000000,,"));
    CHECK(contains(csv, ",'=a | b, | ,2 | 1,20.000000,,"));
    CHECK(contains(csv, ",'=a en b overlappen elkaar,false,\n"));
    CHECK(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) ==
          validated.defects.size() + 1);
    CHECK(contains(csv_of(report_on(validated), CsvDialect::ExcelNl), ";20,000000;;2,000;"));
}

TEST_CASE("JSON of a validation has the defects with places and sizes, and null for what is not") {
    const Validated validated(kFaulty);
    const auto json = json_of(report_on(validated));
    CHECK(json["schema"] == "regio.validate/1");
    CHECK(json["source"]["features"] == 4);
    CHECK(json["summary"]["errors"] == 6);
    CHECK(json["summary"]["kinds"][0]["area_m2"] == 120);
    REQUIRE(json["defects"].size() == validated.defects.size());
    const auto& gap = json["defects"][2];
    CHECK(gap["number"] == "R440");
    CHECK(gap["place"] == nlohmann::ordered_json::array({25.0, 15.0}));
    CHECK(gap["features"][0]["code"] == "=a");
    CHECK(gap["length_m"].is_null());
    CHECK(gap["part"].is_null());
}

} // namespace regio::report
