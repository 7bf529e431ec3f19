#include "base/error.hpp"
#include "io/layer_format.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

namespace regio::io {

TEST_CASE("the format of a layer is what is asked for, else what the file's ending says") {
    CHECK(layer_format("", "a.gpkg") == LayerFormat::GeoPackage);
    CHECK(layer_format("", "b.c/a.GeoJSON") == LayerFormat::GeoJson);
    CHECK(layer_format("", "a.json") == LayerFormat::GeoJson);
    CHECK(layer_format("", "a.fgb") == LayerFormat::FlatGeobuf);
    CHECK(layer_format("", "a.SHP") == LayerFormat::Shapefile);
    CHECK(layer_format("GPKG", "a.json") == LayerFormat::GeoPackage);
    CHECK(layer_format("geojson", "-") == LayerFormat::GeoJson);
    CHECK(layer_format("Shp", "b.shp") == LayerFormat::Shapefile);
    CHECK_THROWS_AS(layer_format("", "a.kml"), UsageError);
    CHECK_THROWS_AS(layer_format("", "-"), UsageError);
    CHECK_THROWS_AS(layer_format("json", "a.gpkg"), UsageError);
    CHECK_THROWS_AS(layer_format("", "b.gpkg/a"), UsageError);
}

TEST_CASE("a Shapefile goes to a file that ends in .shp, and nowhere else") {
    CHECK_THROWS_WITH(layer_format("shp", "-"), Catch::Contains("several files"));
    CHECK_THROWS_WITH(layer_format("shp", "a.gpkg"), Catch::Contains("no name for a Shapefile"));
    CHECK_THROWS_AS(layer_format("shp", "a"), UsageError);
}

TEST_CASE("a Shapefile is five files, of which programs open the last") {
    CHECK(
        output_files(LayerFormat::Shapefile, "b.c/a.shp") ==
        std::vector<std::string>{"b.c/a.dbf", "b.c/a.shx", "b.c/a.prj", "b.c/a.cpg", "b.c/a.shp"});
    CHECK(output_files(LayerFormat::Shapefile, "A.SHP").front() == "A.DBF");
    CHECK(output_files(LayerFormat::GeoPackage, "a.shp") == std::vector<std::string>{"a.shp"});
    CHECK(obsolete_files(LayerFormat::Shapefile, "a.shp").front() == "a.qix");
    CHECK(obsolete_files(LayerFormat::FlatGeobuf, "a.fgb").empty());
}

TEST_CASE("any file of a Shapefile, and any index of an old one, keeps a new one away") {
    for (const std::string name : {"a.shp", "a.dbf", "a.cpg", "a.qix", "a.sbn"}) {
        const test::Scratch scratch;
        scratch.write(name, "old");
        const std::string file = scratch.path("a.shp");
        CHECK_THROWS_WITH(refuse_target(LayerFormat::Shapefile, file, Overwrite::No),
                          Catch::Contains(name + ": exists already"));
        CHECK_NOTHROW(refuse_target(LayerFormat::Shapefile, file, Overwrite::Yes));
    }
}

} // namespace regio::io
