#include "base/utf8.hpp"
#include "report/overlap_csv.hpp"
#include "report/overlap_json.hpp"
#include "report/overlap_report.hpp"
#include "report/overlap_text.hpp"
#include "report/text_layout.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/json.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <sstream>

namespace regio::report {

namespace {

using layer::FeatureId;
using layer::Layer;

/// A square feature of ten by ten units at (x, 0).
void add_square(Layer& layer, const layer::Feature& feature, std::int32_t x) {
    layer.add_feature(feature);
    layer.add_part();
    layer.add_ring(kernel::Ring{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}});
}

/// Three squares in a row, of which one has no code; over them two of another layer, a little to
/// the right.
struct World {
    explicit World(layer::Provenance provenance = layer::Provenance::Given)
        : a({.file = "a.gpkg"}, test::kUnits, provenance),
          b({.file = "b.gpkg", .layer = "zones"}, test::kUnits) {
        add_square(a, {.code = "20", .name = "Twee, of II", .fid = 1}, 10);
        add_square(a, {.code = "10", .name = "=Een", .fid = 2}, 0);
        add_square(a, {.code = "", .name = "", .fid = 7}, 20);
        add_square(b, {.code = "X", .name = "Ix", .fid = 1}, 1);
        add_square(b, {.code = "Y", .name = "Ypsilon", .fid = 2}, 11);
    }

    [[nodiscard]] OverlapReport report(const OverlapLimits& limits = {}) const {
        OverlapReport report{.limits = limits,
                             .rows = overlap_rows(overlap_table(coverage::overlap_side(a),
                                                                coverage::overlap_side(b)),
                                                  test::kUnits, a, b, limits)};
        report.sides[0] = {.file = "a.gpkg", .features = 3, .measured = &a};
        report.sides[1] = {.file = "b.gpkg", .layer = "zones", .features = 2, .measured = &b};
        report.crs = {.name = "BD72 / Belgian Lambert 72", .code = "EPSG:31370"};
        return report;
    }

    Layer a;
    Layer b;
};

std::string csv(const OverlapReport& report, CsvDialect dialect = CsvDialect::Standard,
                CsvFids fids = CsvFids::LeftOut) {
    std::string text;
    write_overlap_csv(report, dialect, fids, [&](std::string_view piece) { text += piece; });
    return text;
}

std::string text(const OverlapReport& report) {
    std::string text;
    write_overlap_text(report, [&](std::string_view piece) { text += piece; });
    return text;
}

nlohmann::ordered_json json(const OverlapReport& report) {
    std::string text;
    write_overlap_json(report, [&](std::string_view piece) { text += piece; });
    return test::parse_json(text);
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a table of many rows has them in order, each once") {
    Layer a({.file = "a.gpkg"}, test::kUnits);
    Layer b({.file = "b.gpkg"}, test::kUnits);
    constexpr std::int32_t kCount = 40'000; // More than are made together.
    for (std::int32_t i = 0; i < kCount; ++i)
        add_square(a, {.code = fmt::format("{:05}", i), .name = "", .fid = i}, 10 * i);
    OverlapReport report{
        .rows = overlap_rows(overlap_table(coverage::overlap_side(a), coverage::overlap_side(b)),
                             test::kUnits, a, b, {})};
    report.sides[0] = {.file = "a.gpkg", .features = kCount, .measured = &a};
    report.sides[1] = {.file = "b.gpkg", .features = 0, .measured = &b};
    std::istringstream lines(csv(report));
    std::string line;
    std::getline(lines, line);
    std::int32_t next = 0;
    for (; std::getline(lines, line); ++next)
        if (line.rfind(fmt::format("{:05},", next), 0) != 0)
            FAIL("row " << next << " is " << line);
    CHECK(next == kCount);
}

TEST_CASE("rows of overlaps are by code, and what lies in none is after its pairs or at the end") {
    CHECK(csv(World().report()) == "a_code,a_name,b_code,b_name,area_m2,share_a,share_b\n"
                                   ",feature 7,Y,Ypsilon,10.000000,0.100000,0.100000\n"
                                   ",feature 7,,,90.000000,0.900000,\n"
                                   "10,'=Een,X,Ix,90.000000,0.900000,0.900000\n"
                                   "10,'=Een,,,10.000000,0.100000,\n"
                                   "20,\"Twee, of II\",X,Ix,10.000000,0.100000,0.100000\n"
                                   "20,\"Twee, of II\",Y,Ypsilon,90.000000,0.900000,0.900000\n");
}

TEST_CASE("what of b lies in none of a comes at the end of the CSV, without a code of a") {
    World world;
    add_square(world.b, {.code = "A", .name = "Ver", .fid = 3}, 100);
    CHECK(csv(world.report()).ends_with(",0.900000\n,,A,Ver,100.000000,,1.000000\n"));
}

TEST_CASE("features of one code keep their order in the layer") {
    World world;
    add_square(world.a, {.code = "10", .name = "Nog een", .fid = 9}, 200);
    add_square(world.a, {.code = "10", .name = "En nog een", .fid = 4}, 300);
    const std::string rows = csv(world.report());
    CHECK(rows.find("=Een,,,") < rows.find("10,Nog een"));
    CHECK(rows.find("10,Nog een") < rows.find("10,En nog een"));
}

TEST_CASE("CSV of overlaps for a Dutch Excel has its separators") {
    const std::string rows = csv(World().report(), CsvDialect::ExcelNl);
    CHECK(rows.starts_with(
        "\xEF\xBB\xBF"
        "a_code;a_name;b_code;b_name;area_m2;share_a;share_b\r\n;feature 7;Y;Ypsilon;"
        "10,000000;0,100000;0,100000\r\n"));
    CHECK(contains(rows, "20;Twee, of II;X;"));
}

TEST_CASE("CSV of overlaps tells errors and places when asked, and schematic boundaries always") {
    const World world;
    auto certified = world.report();
    certified.is_certified = true;
    const std::string rows = csv(certified, CsvDialect::Standard, CsvFids::Told);
    CHECK(contains(rows, "share_b,error_m2,a_fid,b_fid\n"));
    CHECK(contains(rows, ",feature 7,,,90.000000,0.900000,,0,7,\n"));
    const std::string marked = csv(World(layer::Provenance::Schematic).report());
    CHECK(contains(marked, "share_b,boundaries\n"));
    CHECK(contains(marked, "0.900000,,schematische grenzen\n"));
}

TEST_CASE("limits leave rows out, and the totals still count them") {
    const auto rows = World().report({.min_share = 0.5}).rows;
    CHECK(rows.shown.size() == 3);
    CHECK(rows.totals.pairs.rows == 4);
    CHECK(rows.totals.pairs.area_m2 == 200);
    CHECK(rows.totals.a_alone.area_m2 == 100);
    CHECK(rows.left_out.pairs.rows == 2);
    CHECK(rows.left_out.pairs.area_m2 == 20);
    CHECK(rows.left_out.a_alone.rows == 1);
    CHECK(rows.left_out.b_alone.rows == 0);
    CHECK(World().report({.min_area_m2 = 90}).rows.shown.size() == 3);
    CHECK(World().report({.min_area_m2 = 90.5}).rows.shown.empty());
}

TEST_CASE("one share that is great enough keeps a row") {
    World world;
    world.b = Layer({}, test::kUnits);
    world.b.add_feature({.code = "groot", .name = {}, .fid = 1});
    world.b.add_part();
    world.b.add_ring(kernel::Ring{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}});
    CHECK(world.report({.min_share = 0.9}).rows.left_out.pairs.rows == 0);
}

TEST_CASE("a pair is a sliver below two percent of the smaller of its features") {
    World world;
    const auto slivers = [&](std::int32_t width) {
        world.b = Layer({}, test::kUnits);
        world.b.add_feature({.code = "smal", .name = {}, .fid = 1});
        world.b.add_part();
        world.b.add_ring(
            kernel::Ring{{30 - width, 0}, {30 - width + 1000, 0}, {30 - width + 1000, 1}, {30, 1}});
        return world.report().rows.slivers;
    };
    CHECK(slivers(1) == 1); // An area of one half in a hundred.
    CHECK(slivers(8) == 0);
}

TEST_CASE("JSON of overlaps has all keys, null where nothing is known") {
    const auto object = json(World().report({.min_share = 0.5}));
    CHECK(object["schema"] == "regio.overlap/1");
    CHECK(object["crs"]["code"] == "EPSG:31370");
    CHECK(object["a"]["layer"].is_null());
    CHECK(object["a"]["members"].is_null());
    CHECK(object["a"]["groups"].is_null());
    CHECK(object["a"]["transformation"].is_null());
    CHECK(object["a"]["boundaries"]["schematic"] == false);
    CHECK(object["b"]["layer"] == "zones");
    REQUIRE(object["pairs"].size() == 2);
    const auto& pair = object["pairs"][0];
    CHECK(pair["a"] == nlohmann::ordered_json({{"code", "10"}, {"name", "=Een"}, {"fid", 2}}));
    CHECK(pair["b"]["code"] == "X");
    CHECK(pair["area_m2"] == 90);
    CHECK(pair["share_a"] == 0.9);
    CHECK(pair["error_m2"].is_null());
    REQUIRE(object["a_alone"].size() == 1);
    CHECK(object["a_alone"][0]["code"].is_null());
    CHECK(object["a_alone"][0]["share"] == 0.9);
    CHECK(object["b_alone"].empty());
    CHECK(object["totals"]["pairs"]["count"] == 4);
    CHECK(object["left_out"]["pairs"]["area_m2"] == 20);
    CHECK(object["slivers"]["count"] == 0);
    CHECK(object["findings"].empty());
}

TEST_CASE("JSON of overlaps tells errors and crossings when asked") {
    const World world;
    auto report = world.report();
    report.is_certified = true;
    const auto object = json(report);
    CHECK(object["pairs"][0]["error_m2"] == 0);
    CHECK(object["pairs"][0]["roundings"] == 0);
    CHECK(object["a_alone"][0]["error_m2"] == 0);
}

TEST_CASE("the table of overlaps has the largest first and tells what it sums up") {
    const std::string table = text(World().report());
    INFO(table);
    CHECK(table.find("Twee, of II (20)  Ypsilon (Y)") < table.find("Twee, of II (20)  Ix (X)"));
    CHECK(table.find("feature 7         Ypsilon (Y)") < table.find("feature 7         (geen)"));
    CHECK(contains(table, "b.gpkg (zones): 2 vlakken"));
    CHECK(contains(table, "4 paren met samen 200 m²; van A onder geen B 100 m² (2 vlakken)"));
    CHECK_FALSE(contains(table, "Niet getoond"));
    CHECK_FALSE(contains(table, "Snippers"));
}

TEST_CASE("the table of overlaps is in English when asked, and fits a hundred columns") {
    World world(layer::Provenance::Schematic);
    const std::string name(90, 'n');
    add_square(world.a, {.code = "5", .name = name, .fid = 8}, 5);
    add_square(world.b, {.code = "5", .name = name, .fid = 8}, 5);
    auto report = world.report({.min_share = 0.05});
    report.language = Language::English;
    report.is_certified = true;
    const std::string table = text(report);
    INFO(table);
    CHECK(contains(table, "a.gpkg: 3 polygons (schematic boundaries)"));
    CHECK(contains(table, "(none)"));
    CHECK(contains(table, "every area is exact"));
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);)
        CHECK(display_width(line) <= kTextWidth);
}

TEST_CASE("shares that are not quite nothing or all are said to be so") {
    World world;
    world.a = Layer({}, test::kUnits);
    world.a.add_feature({.code = "1", .name = {}, .fid = 1});
    world.a.add_part();
    world.a.add_ring(kernel::Ring{{0, 0}, {10000, 0}, {10000, 1000}, {0, 1000}});
    world.b = Layer({}, test::kUnits);
    world.b.add_feature({.code = "1", .name = {}, .fid = 1});
    world.b.add_part();
    world.b.add_ring(kernel::Ring{{1, 0}, {10000, 0}, {10000, 1000}, {1, 1000}});
    const std::string table = text(world.report());
    INFO(table);
    CHECK(contains(table, ">99,9\u00A0%  100,0\u00A0%"));
    CHECK(contains(table, "<0,1\u00A0%"));
}

} // namespace regio::report
