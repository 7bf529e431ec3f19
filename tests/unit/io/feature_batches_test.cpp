#include "base/error.hpp"
#include "io/feature_batches.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_reader.hpp"
#include "io/ogr_handles.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <string>

namespace regio::io {

namespace {

/// A feature of a test; the code is SQL, so that it can be anything.
struct Area {
    std::string code;
    std::string wkt; ///< Empty: no geometry.
};

/// A GeoPackage of areas with the fields "code" (text), "boundaries" (text) and "number", said to
/// hold geometries of this type.
class AreaFile {
public:
    AreaFile(OGRwkbGeometryType type, const std::vector<Area>& areas) {
        register_drivers();
        const GdalDataset dataset(
            GDALCreate(GDALGetDriverByName("GPKG"), file().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReferenceH crs = OSRNewSpatialReference(nullptr);
        REQUIRE(OSRImportFromEPSG(crs, 31370) == OGRERR_NONE);
        OGRLayerH layer = GDALDatasetCreateLayer(dataset.get(), "areas", crs, type, nullptr);
        OSRRelease(crs);
        add_field(layer, "code", OFTString);
        add_field(layer, "boundaries", OFTString);
        add_field(layer, "number", OFTInteger);
        REQUIRE(GDALDatasetStartTransaction(dataset.get(), 0) == OGRERR_NONE);
        for (const Area& area : areas)
            add(dataset.get(), layer, area);
        REQUIRE(GDALDatasetCommitTransaction(dataset.get()) == OGRERR_NONE);
    }

    [[nodiscard]] std::string file() const { return scratch_.path("areas.gpkg"); }

    [[nodiscard]] LayerSource source() const {
        LayerSource source;
        source.source.file = file();
        return source;
    }

    /// How many features are given in batches, when `most` are taken; nothing when those are not
    /// all there is.
    [[nodiscard]] std::optional<std::size_t> in_batches(std::vector<std::size_t> fields,
                                                        std::size_t most = 1'000'000) const {
        const GdalDataset dataset = open_dataset(file());
        std::size_t count = 0;
        const bool are_all =
            for_each_in_batches(find_layer(dataset.get(), source().source), fields,
                                [&](const BatchFeature& /*feature*/) { return ++count <= most; });
        return are_all ? std::optional(count) : std::nullopt;
    }

    void execute(const std::string& statement) const {
        const GdalDataset dataset(
            GDALOpenEx(file().c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
        execute(dataset.get(), statement);
    }

private:
    static void add_field(OGRLayerH layer, const char* name, OGRFieldType type) {
        OGRFieldDefnH field = OGR_Fld_Create(name, type);
        REQUIRE(OGR_L_CreateField(layer, field, 1) == OGRERR_NONE);
        OGR_Fld_Destroy(field);
    }

    static void add(GDALDatasetH dataset, OGRLayerH layer, const Area& area) {
        const GdalComplaints warnings; // That it is no multipolygon.
        const OgrFeature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
        std::string text = area.wkt;
        char* rest = text.data();
        OGRGeometryH geometry = nullptr;
        if (!text.empty())
            REQUIRE(OGR_G_CreateFromWkt(&rest, nullptr, &geometry) == OGRERR_NONE);
        OGR_F_SetGeometryDirectly(feature.get(), geometry);
        REQUIRE(OGR_L_CreateFeature(layer, feature.get()) == OGRERR_NONE);
        execute(dataset, fmt::format("UPDATE areas SET code = {}, number = fid WHERE fid = {}",
                                     area.code, OGR_F_GetFID(feature.get())));
    }

    static void execute(GDALDatasetH dataset, const std::string& statement) {
        OGRLayerH result = GDALDatasetExecuteSQL(dataset, statement.c_str(), nullptr, nullptr);
        GDALDatasetReleaseResultSet(dataset, result);
    }

    test::Scratch scratch_;
};

/// What a reader makes of a layer.
struct Read {
    layer::RawLayer polygons;
    std::vector<Finding> findings;
};

Read read(const AreaFile& file) {
    Read result;
    result.polygons = read_layer(file.source(), result.findings).polygons;
    for (Finding& finding : result.findings)
        finding.source.file.clear(); // Each test file has a folder of its own.
    return result;
}

constexpr const char* kSquare = "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 1 1)))";

/// Reads the areas as a layer that has batches and as one that has none, and holds both to the
/// same.
Read read_both_ways(const std::vector<Area>& areas) {
    const Read one = read(AreaFile(wkbMultiPolygon, areas));
    const Read other = read(AreaFile(wkbUnknown, areas));
    CHECK(one.findings == other.findings);
    CHECK(one.polygons.positions == other.polygons.positions);
    CHECK(one.polygons.parts.size() == other.polygons.parts.size());
    CHECK(std::equal(
        one.polygons.rings.begin(), one.polygons.rings.end(), other.polygons.rings.begin(),
        other.polygons.rings.end(),
        [](const auto& a, const auto& b) { return a.first == b.first && a.count == b.count; }));
    CHECK(std::equal(one.polygons.features.begin(), one.polygons.features.end(),
                     other.polygons.features.begin(), other.polygons.features.end(),
                     [](const auto& a, const auto& b) {
                         return a.code == b.code && a.name == b.name && a.fid == b.fid;
                     }));
    return one;
}

std::vector<Area> many(std::size_t count) {
    std::vector<Area> areas;
    for (std::size_t i = 0; i < count; ++i)
        areas.push_back({.code = fmt::format("'c{}'", i),
                         .wkt = fmt::format("MULTIPOLYGON (((0 0, {0} 0, 0 {0}, 0 0)))", i + 1)});
    return areas;
}

} // namespace

TEST_CASE("plain polygons come in batches, to the last one and in their order") {
    const AreaFile file(wkbMultiPolygon, many(250));
    CHECK(file.in_batches({}) == 250);
    const Read result = read(file);
    REQUIRE(result.polygons.features.size() == 250);
    for (std::size_t i = 0; i < 250; ++i) {
        CHECK(result.polygons.features[i].code == fmt::format("c{}", i));
        CHECK(result.polygons.positions.range(4 * i + 1, 1).front().x ==
              static_cast<double>(i + 1));
    }
}

TEST_CASE("batches end where they are told to, and without a field that is text") {
    const AreaFile file(wkbMultiPolygon, many(5));
    CHECK_FALSE(file.in_batches({}, 3));
    CHECK(file.in_batches({0, 1}) == 5);
    CHECK_FALSE(file.in_batches({2}));
}

TEST_CASE("codes are the same in batches: none, with an accent, with blanks, numbers as text") {
    const Read result = read_both_ways({{"NULL", kSquare},
                                        {"'Liège'", kSquare},
                                        {"' 11001 '", kSquare},
                                        {"11002", kSquare},
                                        {"''", kSquare}});
    CHECK(result.findings.empty());
    CHECK(result.polygons.features[0].code.empty());
    CHECK(result.polygons.features[1].code == "Liège");
    CHECK(result.polygons.features[2].code == "11001");
    CHECK(result.polygons.features[3].code == "11002");
    CHECK(result.polygons.features[4].fid == 5);
}

TEST_CASE("what is not plain is read as GDAL reads it, wherever it stands") {
    const std::vector<std::string> odd = {
        "", "MULTIPOLYGON EMPTY", "POINT (3 4)", "CURVEPOLYGON (CIRCULARSTRING (0 0, 9 0, 0 0))",
        "GEOMETRYCOLLECTION (POLYGON ((0 0, 9 0, 9 9, 0 0)), POINT (1 1))"};
    for (const std::string& wkt : odd) {
        CAPTURE(wkt);
        std::vector<Area> areas = many(3);
        areas.insert(areas.begin() + 1, {.code = "'odd'", .wkt = wkt});
        const Read result = read_both_ways(areas);
        CHECK(result.polygons.features.size() == 4);
        CHECK_FALSE(result.findings.empty());
    }
}

TEST_CASE("polygons with heights, and single ones in a layer of multipolygons, lose nothing") {
    const Read result = read_both_ways({{"'a'", "POLYGON Z ((0 0 1, 9 0 2, 9 9 3, 0 0 1))"},
                                        {"'b'", "POLYGON ((0 0, 9 0, 9 9, 0 0))"}});
    CHECK(result.polygons.positions.size() == 8);
    CHECK(result.polygons.positions.range(2, 1).front() == kernel::Position{9, 9});
}

TEST_CASE("a mark of schematic boundaries is heard in batches") {
    const AreaFile file(wkbMultiPolygon, many(3));
    file.execute("UPDATE areas SET boundaries = 'schematische grenzen' WHERE fid = 2");
    CHECK(read(file).polygons.provenance == layer::Provenance::Schematic);
}

TEST_CASE("a code that is not UTF-8 is refused by the number of its feature") {
    const AreaFile file(wkbMultiPolygon,
                        {{"'a'", kSquare}, {"CAST(X'4C69E86765' AS TEXT)", kSquare}});
    CHECK_THROWS_WITH(read(file), Catch::Contains("feature 2: text is not UTF-8"));
}

TEST_CASE("a geometry that is cut off or is none is refused as damage") {
    for (const char* const geometry :
         {"substr(geom, 1, 100)", "substr(geom, 1, 6)", "X'00'", "'text'"}) {
        CAPTURE(geometry);
        const AreaFile file(wkbMultiPolygon, {{"'a'", kSquare}, {"'b'", kSquare}});
        file.execute("DROP TRIGGER rtree_areas_geom_update1");
        file.execute("DROP TRIGGER rtree_areas_geom_update3");
        file.execute(fmt::format("UPDATE areas SET geom = {} WHERE fid = 2", geometry));
        CHECK_THROWS_WITH(read(file), Catch::Contains("is damaged or cut off"));
    }
}

} // namespace regio::io
