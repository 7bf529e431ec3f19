// Coordinate reference systems: how files spell them, and what is made of each spelling.

#include "base/error.hpp"
#include "io/crs.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>
#include <string_view>

namespace regio::io {

namespace {

using kernel::Extent;
using kernel::Position;

/// Lambert 72 as ESRI's programs write it beside a shapefile.
constexpr const char* kEsriLambert72 =
    R"(PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",)"
    R"(SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],)"
    R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],)"
    R"(PARAMETER["False_Easting",150000.013],PARAMETER["False_Northing",5400088.438],)"
    R"(PARAMETER["Central_Meridian",4.36748666666667],)"
    R"(PARAMETER["Standard_Parallel_1",51.1666672333333],)"
    R"(PARAMETER["Standard_Parallel_2",49.8333339],PARAMETER["Latitude_Of_Origin",90.0],)"
    R"(UNIT["Meter",1.0]])";

/// The same as GDAL writes it, with the parameters to WGS 84 and without a code.
constexpr const char* kBoundLambert72 =
    R"(PROJCS["Belge 1972 / Belgian Lambert 72",GEOGCS["Belge 1972",DATUM["Reseau_National_Belge_1972",)"
    R"(SPHEROID["International 1924",6378388,297],)"
    R"(TOWGS84[-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747]],PRIMEM["Greenwich",0],)"
    R"(UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],)"
    R"(PARAMETER["standard_parallel_1",51.16666723333333],PARAMETER["standard_parallel_2",49.8333339],)"
    R"(PARAMETER["latitude_of_origin",90],PARAMETER["central_meridian",4.367486666666666],)"
    R"(PARAMETER["false_easting",150000.013],PARAMETER["false_northing",5400088.438],)"
    R"(UNIT["metre",1]])";

/// The ellipsoid and the projection of Lambert 72, without its datum.
constexpr const char* kLambertWithoutDatum =
    "+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 "
    "+x_0=150000.013 +y_0=5400088.438 +ellps=intl +units=m";

Crs crs(std::string_view definition) {
    return Crs::parse(definition, "a.shp");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

/// The complaint about a definition, with its hint; empty when there is none.
std::string complaint(std::string_view definition) {
    try {
        static_cast<void>(crs(definition));
    } catch (const InputError& error) {
        return std::string(error.what()) + " | " + error.hint();
    }
    return {};
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("ESRI's spelling of Lambert 72 is EPSG:31370", "[crs]") {
    const auto read = crs(kEsriLambert72);
    CHECK(read.code() == "EPSG:31370");
    CHECK(read.name() == "BD72 / Belgian Lambert 72");
    CHECK(read == crs("EPSG:31370"));
    CHECK(read.wkt() == crs("EPSG:31370").wkt());
    CHECK(read.is_projected_in_metres());
    CHECK_FALSE(read.is_geographic());
}

TEST_CASE("a system is found by its numbers when its name says nothing", "[crs]") {
    CHECK(crs(replaced(kEsriLambert72, "Belge_Lambert_1972", "kaart")).code() == "EPSG:31370");
}

TEST_CASE("a system with other numbers under a known name is not the known one", "[crs]") {
    const auto moved = crs(replaced(kEsriLambert72, "150000.013", "150000.113"));
    CHECK(moved.code().empty());
    CHECK_FALSE(moved == crs("EPSG:31370"));
}

TEST_CASE("a declared code that its numbers contradict is no code", "[crs]") {
    const auto moved = crs(replaced(crs("EPSG:31370").wkt(), "150000.013", "150000.113"));
    CHECK(moved.code().empty());
    CHECK_FALSE(moved == crs("EPSG:31370"));
}

TEST_CASE("a system without a datum is none of those that share its ellipsoid", "[crs]") {
    CHECK(crs(kLambertWithoutDatum).code().empty());
    CHECK(crs("+proj=utm +zone=31 +ellps=intl").code().empty());
    CHECK(crs("+proj=utm +zone=31 +datum=WGS84").code() == "EPSG:32631");
}

TEST_CASE("the systems of Flemish and European data keep their code and their kind", "[crs]") {
    for (const auto* code : {"EPSG:31370", "EPSG:3812", "EPSG:3035", "EPSG:3857"}) {
        INFO(code);
        CHECK(crs(code).code() == code);
        CHECK(crs(code).is_projected_in_metres());
    }
    for (const auto* code : {"EPSG:4326", "EPSG:4258", "EPSG:4313", "OGC:CRS84"}) {
        INFO(code);
        CHECK(crs(code).code() == code);
        CHECK(crs(code).is_geographic());
        CHECK_FALSE(crs(code).is_projected_in_metres());
    }
}

TEST_CASE("what is written is read back as the same system", "[crs]") {
    for (const std::string text :
         {"EPSG:31370", "EPSG:3812", "EPSG:3035", "EPSG:3857", "EPSG:4326", "EPSG:4258",
          "OGC:CRS84", "EPSG:2263", "EPSG:4807", kLambertWithoutDatum}) {
        INFO(text);
        const auto once = crs(text);
        CHECK(crs(once.wkt()).wkt() == once.wkt());
        CHECK(crs(once.wkt()).code() == once.code());
        CHECK(crs(once.wkt()) == once);
    }
}

TEST_CASE("a code may be a bare number, in small letters, a URN or have blanks around it",
          "[crs]") {
    for (const auto* text : {"31370", "epsg:31370", "urn:ogc:def:crs:EPSG::31370",
                             "http://www.opengis.net/def/crs/EPSG/0/31370", " EPSG:31370\n"}) {
        INFO(text);
        CHECK(crs(text).code() == "EPSG:31370");
    }
}

TEST_CASE("the order in which axes are declared makes no other system", "[crs]") {
    CHECK(crs("OGC:CRS84") == crs("EPSG:4326"));
    // EPSG's is north, east; ESRI's east, north.
    const auto esri =
        crs(R"(PROJCS["ETRS_1989_LAEA",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",)"
            R"(SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
            R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Azimuthal_Equal_Area"],)"
            R"(PARAMETER["False_Easting",4321000.0],PARAMETER["False_Northing",3210000.0],)"
            R"(PARAMETER["Central_Meridian",10.0],PARAMETER["Latitude_Of_Origin",52.0],)"
            R"(UNIT["Meter",1.0]])");
    CHECK(esri == crs("EPSG:3035"));
    CHECK(esri.code() == "EPSG:3035");
}

TEST_CASE("systems on other datums, projections or units differ", "[crs]") {
    CHECK_FALSE(crs("EPSG:4326") == crs("EPSG:4258"));
    CHECK_FALSE(crs("EPSG:31370") == crs("EPSG:3812"));
    CHECK_FALSE(crs("EPSG:31370") == crs("EPSG:4313"));
    CHECK_FALSE(crs("EPSG:31370") == crs(kLambertWithoutDatum));
    CHECK_FALSE(crs("EPSG:2263") == crs("EPSG:32118"));
}

TEST_CASE("of a system bound to WGS 84 the base counts when it is known", "[crs]") {
    const auto bound = crs(kBoundLambert72);
    CHECK(bound.code() == "EPSG:31370");
    CHECK(bound == crs("EPSG:31370"));
    CHECK_FALSE(holds(bound.wkt(), "BOUNDCRS"));
}

TEST_CASE("a system whose datum is unknown keeps its parameters to WGS 84", "[crs]") {
    const auto bound = crs(std::string(kLambertWithoutDatum) + " +towgs84=-106.9,52.3,-103.7");
    CHECK(bound.code().empty());
    CHECK(bound.is_projected_in_metres());
    CHECK(holds(bound.wkt(), "BOUNDCRS"));
}

TEST_CASE("of a system with heights the horizontal part counts", "[crs]") {
    CHECK(crs("EPSG:31370+5710").code() == "EPSG:31370");
    CHECK(crs("EPSG:31370+5710") == crs("EPSG:31370"));
    CHECK(crs("EPSG:4979").code() == "EPSG:4326");
    CHECK(crs("EPSG:4979") == crs("EPSG:4326"));
    const auto prisms =
        replaced(replaced(crs("EPSG:31370").wkt(), "CS[Cartesian,2]", "CS[Cartesian,3]"),
                 "    USAGE", R"(AXIS["height",up,ORDER[3],LENGTHUNIT["metre",1]],USAGE)");
    CHECK(crs(prisms).code() == "EPSG:31370");
}

TEST_CASE("a projection without a code of EPSG's is as good as others", "[crs]") {
    CHECK(crs("+proj=moll +datum=WGS84").is_projected_in_metres());
    CHECK(crs("ESRI:54030").name() == "World_Robinson");
}

TEST_CASE("a projected system in feet is legal and not in metres", "[crs]") {
    const auto feet = crs("EPSG:2263");
    CHECK(feet.code() == "EPSG:2263");
    CHECK_FALSE(feet.is_projected_in_metres());
    CHECK_FALSE(feet.is_geographic());
}

TEST_CASE("the German legal metre is not the metre", "[crs]") {
    CHECK_FALSE(crs("+proj=lcc +lat_1=50 +lat_2=51 +lon_0=4 +ellps=intl +to_meter=1.0000135965")
                    .is_projected_in_metres());
}

TEST_CASE("systems without positions on a map are refused by name", "[crs]") {
    CHECK(holds(complaint("EPSG:5710"), "a.shp: "));
    CHECK(holds(complaint("EPSG:5710"), "\"Ostend height\" is a vertical system"));
    CHECK(holds(complaint("EPSG:5710"), "| give "));
    CHECK(holds(complaint("EPSG:4978"), "\"WGS 84\" is a geocentric system"));
    CHECK(holds(complaint(R"(LOCAL_CS["bouwplaats",UNIT["Meter",1.0]])"),
                "\"bouwplaats\" is a local system"));
    CHECK(holds(complaint(R"(TIMECRS["dagen",TDATUM["t",TIMEORIGIN["2025-01-01"]],)"
                          R"(CS[TemporalCount,1],AXIS["t",future],TIMEUNIT["day",86400]])"),
                "\"dagen\" is a temporal system"));
}

TEST_CASE("the spelling of Lambert 72 that PROJ puts 745 m off is refused for the right one",
          "[crs]") {
    CHECK(holds(complaint("EPSG:31300"), "\"BD72 / Belge Lambert 72\""));
    CHECK(holds(complaint("EPSG:31300"), "EPSG:31370"));
}

TEST_CASE("what names no system is refused with what was given", "[crs]") {
    for (const auto* text :
         {"", " ", "EPSG:99999", "EPSG:", "BE:72", "{}", "+proj=nothing", "PROJCS[",
          "+proj=pipeline +step +proj=utm +zone=31", "a.prj", "Lambert"}) {
        INFO(text);
        CHECK(holds(complaint(text), "a.shp: \""));
        CHECK(holds(complaint(text), "| give a code such as EPSG:31370"));
    }
    CHECK(holds(complaint("Lambert"), "a.shp: \"Lambert\" is no coordinate reference system"));
    CHECK(holds(complaint("\xff"), "not UTF-8"));
    CHECK(complaint(std::string(100'000, '[')).size() < 250);
}

TEST_CASE("without PROJ's database the complaint says what to install", "[crs]") {
    const char* const old = std::getenv("PROJ_DATA");
    const std::string kept = old ? old : "";
    setenv("PROJ_DATA", "/nowhere", 1);
    const auto text = complaint("EPSG:31370");
    old ? setenv("PROJ_DATA", kept.c_str(), 1) : unsetenv("PROJ_DATA");
    CHECK(holds(text, "proj.db: "));
    CHECK(holds(text, "install proj-data, or set PROJ_DATA"));
}

TEST_CASE("a box lies in Belgium when EPSG's box of Lambert 72 holds it, but for a margin",
          "[crs]") {
    CHECK(is_in_belgium({2.54, 50.68, 5.92, 51.51}));
    CHECK(is_in_belgium({2.451, 49.451, 6.449, 51.559}));
    CHECK_FALSE(is_in_belgium({2.44, 50.0, 6.0, 51.0}));
    CHECK_FALSE(is_in_belgium({3.0, 50.0, 6.0, 51.6}));
    CHECK_FALSE(is_in_belgium({3.31, 50.75, 7.22, 53.7}));
    CHECK_FALSE(is_in_belgium({150000.0, 190000.0, 160000.0, 200000.0}));
}

} // namespace regio::io
