#include "io/layer_reader.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace regio::io {

namespace {

using layer::Provenance;

struct Read {
    Provenance provenance = Provenance::Given;
    std::vector<Finding> findings;
};

/// Reads a layer with this header and these rows, each of which gets a square.
Read read(const std::string& header, const std::vector<std::string>& rows,
          const std::vector<RowFilter>& where = {}) {
    std::string table = header + ",WKT\n";
    for (const auto& row : rows)
        table += row + ",\"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))\"\n";
    const test::Scratch scratch;
    scratch.write("vlakken.csv", table);
    LayerSource source;
    source.source.file = scratch.path("vlakken.csv");
    source.where = where;
    source.crs = "EPSG:31370";
    Read result;
    result.provenance = read_layer(source, result.findings).polygons.provenance;
    return result;
}

} // namespace

TEST_CASE("a layer is schematic when one of its features says so, in any case of the field") {
    for (const std::string field : {"boundaries", "Boundaries", "BOUNDARIES"}) {
        INFO(field);
        const auto result = read("nis," + field, {"37015,", "37017, schematische grenzen "});
        CHECK(result.provenance == Provenance::Schematic);
        REQUIRE(result.findings.size() == 1);
        CHECK(result.findings.front().number == FindingNumber::BoundariesSchematic);
    }
}

TEST_CASE("the last of two fields that are called boundaries is heard too") {
    CHECK(read("boundaries,BOUNDARIES", {"x,schematische grenzen"}).provenance ==
          Provenance::Schematic);
}

TEST_CASE("another value, and the same in another field, say nothing of the boundaries") {
    for (const std::string value : {"", "opgemeten", "Schematische grenzen", "grenzen"}) {
        INFO(value);
        const auto result = read("nis,boundaries", {"37015," + value});
        CHECK(result.provenance == Provenance::Given);
        CHECK(result.findings.empty());
    }
    CHECK(read("nis,grenzen", {"37015,schematische grenzen"}).provenance == Provenance::Given);
}

TEST_CASE("features that are not meant say nothing of the boundaries") {
    const std::vector<std::string> rows = {"2024,schematische grenzen", "2025,"};
    CHECK(read("jaar,boundaries", rows, {{.field = "jaar", .values = {"2024"}}}).provenance ==
          Provenance::Schematic);
    CHECK(read("jaar,boundaries", rows, {{.field = "jaar", .values = {"2025"}}}).provenance ==
          Provenance::Given);
}

TEST_CASE("a line with an empty beginning beside a polygon is left out with its place") {
    const test::Scratch scratch;
    scratch.write("vlakken.csv",
                  "nis,WKT\n37015,\"GEOMETRYCOLLECTION (POLYGON ((0 0, 10 0, 10 10, 0 0)), "
                  "MULTILINESTRING (EMPTY, (3 4, 5 6)))\"\n");
    LayerSource source;
    source.source.file = scratch.path("vlakken.csv");
    source.crs = "EPSG:31370";
    std::vector<Finding> findings;
    const auto polygons = read_layer(source, findings).polygons;
    CHECK(polygons.parts.size() == 1);
    REQUIRE(polygons.remnants.size() == 1);
    CHECK(polygons.remnants.front().place == kernel::Position{3, 4});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().number == FindingNumber::GeometryOfOtherKind);
}

} // namespace regio::io
