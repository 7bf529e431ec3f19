#include "base/error.hpp"
#include "project/default_mergers.hpp"
#include "project/project_file.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

namespace regio::project {

namespace {

using test::Scratch;

ProjectOptions read(const std::string& text) {
    const Scratch scratch;
    scratch.write("regio.toml", text);
    return read_project_file(scratch.path("regio.toml"));
}

std::string fault_of(const std::string& text) {
    try {
        (void)read(text);
    } catch (const InputError& fault) {
        const std::string what = fault.what();
        return what.substr(what.find("regio.toml: ") + 12);
    }
    return {};
}

} // namespace

TEST_CASE("a project file says what the flags can say, relative to itself") {
    const Scratch scratch;
    scratch.write("regio.toml", R"(
[project]
title = "Midwest"
as_of = 2024-12-31
language = "en"

[municipalities]
source = "../gemeenten.gpkg|layername=x"
code = "nis"
inhabitants = { source = "inw.csv", code = "nis", value = "population", where = { year = "2020" } }
area = "area_km2"

[regions]
source = "r.csv"

[[partnerships]]
source = "/abs/igs.csv"
dated = 2023-08-31
none = ["a", "b"]

[[partnerships]]
source = "zones.csv"
kind_is = "politiezone"
dated = "sinds"
none = "igs999"
supraregional = false
members = { source = "leden.csv", partnership = "id" }
)");
    const auto options = read_project_file(scratch.path("regio.toml"));
    CHECK(options.as_of == make_date(2024, 12, 31));
    CHECK(options.language == Language::English);
    const auto& municipalities = options.municipalities.at(0);
    CHECK(municipalities.table.source.file.ends_with("/gemeenten.gpkg"));
    CHECK(municipalities.table.source.layer == "x");
    CHECK(municipalities.inhabitants->beside->where.at(0).values ==
          std::vector<std::string>{"2020"});
    CHECK(municipalities.area->unit == registry::AreaUnit::SquareKilometre);
    REQUIRE(options.partnerships.size() == 2);
    CHECK(options.partnerships[0].table.source.file == "/abs/igs.csv");
    CHECK(options.partnerships[0].terms.dated == make_date(2023, 8, 31));
    CHECK(options.partnerships[0].terms.list == "igs");
    CHECK(options.partnerships[1].terms.list == "politiezone");
    CHECK(options.partnerships[1].dated_field == "sinds");
    CHECK(options.partnerships[1].terms.none == std::vector<std::string>{"igs999"});
    CHECK_FALSE(options.partnerships[1].terms.may_be_supraregional);
    CHECK(options.partnerships[1].beside->partnership == "id");
}

TEST_CASE("the style of maps is kept as it is written, and as a folder beside the project file") {
    const Scratch scratch;
    scratch.write("regio.toml", "[map]\nstyle = \"../huisstijl\"\n[regions]\nsource = \"r.csv\"\n");
    const auto options = read_project_file(scratch.path("regio.toml"));
    CHECK(options.map.style == "../huisstijl");
    CHECK(options.map.style_folder ==
          std::filesystem::path(scratch.path("../huisstijl")).lexically_normal().string());
    CHECK(fault_of("[map]\nstijl = \"a\"\n") ==
          "line 2: [map] stijl is not a key that is known here");
}

TEST_CASE("faults in a project file are told with their line") {
    CHECK(fault_of("[municipalities]\nsource = \"a\"\ncdoe = \"nis\"\n") ==
          "line 3: [municipalities] cdoe is not a key that is known here");
    CHECK(fault_of("[municipality]\nsource = \"a\"\n").starts_with("line 1: municipality"));
    CHECK(fault_of("[municipalities]\ncode = \"nis\"\n") ==
          "line 1: [municipalities] source is missing");
    CHECK(fault_of("[municipalities]\nsource = 3\n") ==
          "line 2: [municipalities] source is not a text");
    CHECK(fault_of("municipalities = 3\n") == "line 1: municipalities is not a table");
    CHECK(fault_of("[project]\nas_of = \"soon\"\n") == "line 2: [project] as_of is not a date");
    CHECK(fault_of("[project]\nlanguage = \"fr\"\n").starts_with("line 2: [project] language"));
    CHECK(fault_of("[[municipalities]]\nsource = \"a\"\nfrom = 2025-01-01\nto = 2024-01-01\n") ==
          "line 4: [municipalities] to lies before from");
    CHECK(fault_of("[[partnerships]]\nsource = \"a\"\nnone = [1]\n")
              .starts_with("line 3: [partnerships] none"));
    CHECK(fault_of("[[partnerships]]\nsource = \"a\"\nsupraregional = \"no\"\n")
              .starts_with("line 3: [partnerships] supraregional"));
    CHECK(fault_of("[[partnerships]]\nsource = \"a\"\nkind = \"k\"\nkind_is = \"x\"\n")
              .starts_with("line 4: [partnerships] kind_is cannot stand beside kind"));
    CHECK(fault_of("[municipalities]\nsource = \"a\"\narea = { value = \"a\", unit = \"acre\" }\n")
              .starts_with("line 3: [municipalities.area] unit"));
    CHECK(fault_of("[project\n").starts_with("line 1: "));
    CHECK(fault_of("[project]\ntitle = \"a\"\ntitle = \"b\"\n").starts_with("line 3: "));
    CHECK(fault_of("[project]\n").starts_with("says nothing about"));
}

TEST_CASE("the unit of an area follows from the name of its field") {
    CHECK(area_unit_of_field("area_km2") == registry::AreaUnit::SquareKilometre);
    CHECK(area_unit_of_field("Opp. (ha)") == registry::AreaUnit::Hectare);
    CHECK(area_unit_of_field("area_m2") == registry::AreaUnit::SquareMetre);
    CHECK(area_unit_of_field("oppervlakte") == registry::AreaUnit::SquareMetre);
}

TEST_CASE("the mergers in the program are those of the example") {
    const registry::Mergers mergers(default_mergers());
    CHECK(mergers.all().size() == 21);
    const auto* wingene = mergers.made("37021", make_date(2024, 12, 31), make_date(2025, 1, 1));
    REQUIRE(wingene != nullptr);
    CHECK(wingene->has_part("37012"));
    CHECK(wingene->has_part("37018"));
}

TEST_CASE("a project file says how drawn areas become members") {
    const auto options = read(R"([drawn]
member_share = 0.9
sliver_share = 0.1
tolerance = 150
[regions]
source = "r.csv"
)");
    CHECK(options.drawing.shares.member.millionths == 900'000);
    CHECK(options.drawing.shares.sliver.millionths == 100'000);
    CHECK(options.drawing.tolerance_m == 150);
    const auto defaults = read("[regions]\nsource = \"r.csv\"\n").drawing;
    CHECK(defaults.shares.member.millionths == 950'000);
    CHECK(defaults.shares.sliver.millionths == 50'000);
    CHECK(defaults.tolerance_m == 400);
}

TEST_CASE("shares and tolerances that are none are refused with their line") {
    CHECK(fault_of("[drawn]\nmember_share = 95\n") ==
          "line 2: [drawn] member_share is no share above 0 and at most 1");
    CHECK(fault_of("[drawn]\nsliver_share = 1.5\n") ==
          "line 2: [drawn] sliver_share is no share from 0 to 1");
    CHECK(fault_of("[drawn]\nmember_share = 0.04\n") ==
          "line 2: [drawn] member_share lets slivers be members: sliver_share is more than "
          "member_share");
    CHECK(fault_of("[drawn]\ntolerance = -1\n") ==
          "line 2: [drawn] tolerance is no length from 0 to 1000000 metres");
    CHECK(fault_of("[drawn]\ntolerance = \"20 m\"\n") ==
          "line 2: [drawn] tolerance is not a number");
    CHECK(fault_of("[drawn]\nslivers = 0.1\n") ==
          "line 2: [drawn] slivers is not a key that is known here");
}

} // namespace regio::project
