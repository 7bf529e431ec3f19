#include "base/error.hpp"
#include "io/delimited_text.hpp"
#include "io/table.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <gdal.h>
#include <ogr_api.h>

namespace regio::io {

namespace {

using test::Scratch;
using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text) {
    DelimitedText reader(text, "text.csv");
    Rows rows;
    for (std::vector<std::string> cells; reader.next(cells);)
        rows.push_back(cells);
    return rows;
}

std::string fault_of(const Scratch& scratch, const std::string& name) {
    try {
        Table table({.source = {.file = scratch.path(name)}});
        while (table.next()) {
        }
    } catch (const InputError& fault) {
        return std::string(fault.what()) + " / " + fault.hint();
    }
    return {};
}

/// A spreadsheet with one sheet per entry, made by GDAL from typed cells.
void write_spreadsheet(const std::string& file, const char* driver,
                       const std::vector<std::pair<std::string, Rows>>& sheets) {
    GDALAllRegister();
    const GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName(driver), file.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    REQUIRE(dataset != nullptr);
    for (const auto& [name, rows] : sheets) {
        const OGRLayerH layer =
            GDALDatasetCreateLayer(dataset, name.c_str(), nullptr, wkbNone, nullptr);
        for (const auto& field : rows.front()) {
            const bool numeric = field.ends_with("#");
            const OGRFieldDefnH definition =
                OGR_Fld_Create(field.c_str(), numeric ? OFTInteger : OFTString);
            OGR_L_CreateField(layer, definition, 1);
            OGR_Fld_Destroy(definition);
        }
        for (std::size_t r = 1; r < rows.size(); ++r) {
            const OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
            for (std::size_t c = 0; c < rows[r].size(); ++c)
                if (!rows[r][c].empty())
                    OGR_F_SetFieldString(feature, static_cast<int>(c), rows[r][c].c_str());
            REQUIRE(OGR_L_CreateFeature(layer, feature) == OGRERR_NONE);
            OGR_F_Destroy(feature);
        }
    }
    GDALClose(dataset);
}

} // namespace

TEST_CASE("delimited text is split as RFC 4180 says") {
    CHECK(rows_of("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(rows_of("a,b\r\n1,\"2\r\n3\"\r\n") == Rows{{"a", "b"}, {"1", "2\r\n3"}});
    CHECK(rows_of("a,b\n\"x\"\"y\",\",\"") == Rows{{"a", "b"}, {"x\"y", ","}});
    CHECK(rows_of("a,b\n,\n1,") == Rows{{"a", "b"}, {"1", ""}});
}

TEST_CASE("a quote inside a cell is a character like any other") {
    CHECK(rows_of("id;naam\n1;5\" pijp\n2;De \"Kring\"\n") ==
          Rows{{"id", "naam"}, {"1", "5\" pijp"}, {"2", "De \"Kring\""}});
}

TEST_CASE("the separator is the one that splits the rows alike") {
    CHECK(detect_separator("a;b;c\n1;2;3\n") == ';');
    CHECK(detect_separator("a\tb\n1\t2\n") == '\t');
    CHECK(detect_separator("a|b\n1|2\n") == '|');
    CHECK(detect_separator("Naam, officieel;NIS, code\nA;11001\nB;11002\n") == ';');
    CHECK(detect_separator("naam\nx\n") == ',');
    CHECK(detect_separator("nis;opp\n1;16,17\n2;25,48\n3;24,75\n") == ';');
    CHECK(detect_separator("\"a;b;c\",d\n\"1;2;3\",4\n") == ',');
}

TEST_CASE("rows are counted as a spreadsheet counts them") {
    DelimitedText reader("a,b\n\n\"1\n2\",3\n4,5\n", "text.csv");
    std::vector<std::string> cells;
    std::vector<std::int64_t> rows;
    while (reader.next(cells))
        rows.push_back(reader.row());
    CHECK(rows == std::vector<std::int64_t>{1, 3, 4});
}

TEST_CASE("an unclosed quote is an error with the line on which it opens") {
    try {
        (void)rows_of("a,b\n\"1\n2\",3\n4,\"5\n6,7\n");
        FAIL("nothing was thrown");
    } catch (const InputError& fault) {
        CHECK(std::string(fault.what()) == "text.csv: line 4: a quote is opened and never closed");
    }
    CHECK_THROWS_AS(rows_of("a,b\n\"1\"2,3\n"), InputError);
}

TEST_CASE("texts in UTF-8 with and without mark and in Windows-1252 are read alike") {
    const Scratch scratch;
    scratch.write("utf8.csv", "naam\ncoöperatie\n");
    scratch.write("bom.csv", "\xEF\xBB\xBFnaam\ncoöperatie\n");
    scratch.write("1252.csv", "naam\nco\xF6peratie\n");
    for (const auto* name : {"utf8.csv", "bom.csv", "1252.csv"}) {
        INFO(name);
        Table table({.source = {.file = scratch.path(name)}});
        CHECK(table.fields().all() == std::vector<std::string>{"naam"});
        REQUIRE(table.next());
        CHECK(table.cell(0) == "coöperatie");
    }
}

TEST_CASE("files that are no text say what they are") {
    const Scratch scratch;
    scratch.write("utf16.csv", std::string("\xFF\xFE"
                                           "a\0",
                                           4));
    scratch.write("nul.csv", std::string("a\0b", 3));
    scratch.write("neither.csv", "a\n\x81\n");
    scratch.write("empty.csv", "");
    scratch.write("blank.csv", " \n\n");
    CHECK(fault_of(scratch, "utf16.csv").find("is UTF-16") != std::string::npos);
    CHECK(fault_of(scratch, "nul.csv").find("NUL") != std::string::npos);
    CHECK(fault_of(scratch, "neither.csv").find("neither UTF-8 nor Windows-1252") !=
          std::string::npos);
    CHECK(fault_of(scratch, "empty.csv").find("is empty") != std::string::npos);
    CHECK(fault_of(scratch, "blank.csv").find("is empty") != std::string::npos);
    CHECK(fault_of(scratch, "missing.csv").find("cannot be read") != std::string::npos);
    CHECK(fault_of(scratch, "missing.xlsx").find("cannot be read") != std::string::npos);
    CHECK(fault_of(scratch, ".").find("is a folder") != std::string::npos);
}

TEST_CASE("the header is the first row with two filled cells") {
    const Scratch scratch;
    scratch.write("title.csv", "Ledenlijst 2024;;\n;;\nNaam;NIS;\nHaviland;23002;\n");
    Table table({.source = {.file = scratch.path("title.csv")}});
    CHECK(table.fields().all() == std::vector<std::string>{"Naam", "NIS"});
    REQUIRE(table.next());
    CHECK(table.row() == 4);
    CHECK(table.cell(1) == "23002");
    CHECK_FALSE(table.next());
}

TEST_CASE("a field is found by its exact name, else by its key, and never by guess among two") {
    const Scratch scratch;
    scratch.write("fields.csv", "NIS-code,Naam,naam,x\n1,2,3,4\n");
    const Table table({.source = {.file = scratch.path("fields.csv")}});
    CHECK(table.fields().find("niscode") == std::optional<std::size_t>(0));
    CHECK(table.fields().find("Naam") == std::optional<std::size_t>(1));
    CHECK_THROWS_AS(table.fields().find("NAAM"), InputError);
    CHECK_FALSE(table.fields().find("y").has_value());
    CHECK_THROWS_AS(table.fields().require("y"), InputError);
}

TEST_CASE("a row with more cells than fields is refused, unless they are blank") {
    const Scratch scratch;
    scratch.write("wide.csv", "a,b\n1,2,,\n1,Foo, Bar\n");
    CHECK(fault_of(scratch, "wide.csv").find("row 3") != std::string::npos);
}

TEST_CASE("filters keep the rows that have one of their values") {
    const Scratch scratch;
    scratch.write("years.csv", "year,nis\n2018,1\n2019,2\n2020,3\n");
    Table table({.source = {.file = scratch.path("years.csv")},
                 .where = {{.field = "year", .values = {"2018", "2020"}}}});
    std::string found;
    while (table.next())
        found += table.cell(1);
    CHECK(found == "13");
}

TEST_CASE("spreadsheets are read as text, with header and codes as they stand") {
    const Scratch scratch;
    for (const auto* driver : {"XLSX", "ODS"}) {
        INFO(driver);
        const std::string file =
            scratch.path(std::string("list.") + (*driver == 'X' ? "xlsx" : "ods"));
        write_spreadsheet(
            file, driver,
            {{"leden", {{"Naam", "NIS#"}, {"Haviland", "23002"}, {"\"a\" & <b>", "7"}}}});
        Table table({.source = {.file = file}});
        CHECK(table.fields().all() == std::vector<std::string>{"Naam", "NIS#"});
        REQUIRE(table.next());
        CHECK(table.cell(1) == "23002");
        CHECK(table.row() == 2);
        REQUIRE(table.next());
        CHECK(table.cell(0) == "\"a\" & <b>");
        CHECK_FALSE(table.next());
    }
}

TEST_CASE("of several sheets one must be named, and a wrong name lists those there are") {
    const Scratch scratch;
    const std::string file = scratch.path("sheets.xlsx");
    write_spreadsheet(file, "XLSX",
                      {{"een", {{"a", "b"}, {"1", "2"}}}, {"twee", {{"a", "b"}, {"3", "4"}}}});
    CHECK(fault_of(scratch, "sheets.xlsx").find("een, twee") != std::string::npos);
    Table table({.source = {.file = file, .layer = "twee"}});
    REQUIRE(table.next());
    CHECK(table.cell(0) == "3");
    CHECK_THROWS_AS(Table({.source = {.file = file, .layer = "drie"}}), InputError);
}

TEST_CASE("a spreadsheet that is cut off is refused") {
    const Scratch scratch;
    for (const auto* driver : {"XLSX", "ODS"}) {
        const std::string name = std::string("cut.") + (*driver == 'X' ? "xlsx" : "ods");
        Rows rows = {{"Naam", "NIS"}};
        for (int i = 0; i < 500; ++i)
            rows.push_back({"name " + std::to_string(i), std::to_string(10000 + i)});
        write_spreadsheet(scratch.path(name), driver, {{"leden", rows}});
        const std::string whole = scratch.read(name);
        for (const std::size_t part : {whole.size() / 4, whole.size() / 2, whole.size() - 30}) {
            INFO(name << " cut to " << part << " of " << whole.size());
            scratch.write(name, whole.substr(0, part));
            CHECK_FALSE(fault_of(scratch, name).empty());
        }
    }
}

TEST_CASE("a source is a file and, behind a bar, a layer") {
    CHECK(parse_source("a.gpkg|layername=b c") == Source{.file = "a.gpkg", .layer = "b c"});
    CHECK(parse_source("a|b.csv") == Source{.file = "a|b.csv"});
}

} // namespace regio::io
