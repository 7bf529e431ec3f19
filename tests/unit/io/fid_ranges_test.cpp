#include "io/fid_ranges.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_reader.hpp"
#include "io/ogr_handles.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <ogr_srs_api.h>
#include <tbb/global_control.h>

#include <algorithm>

namespace regio::io {

namespace {

using Threads = tbb::global_control;
constexpr auto kThreads = tbb::global_control::max_allowed_parallelism;

/// A GeoPackage in which feature i has the fid 7 + 10 · i, the code "c<i>" and a triangle of side
/// i + 1; the last one says that its boundaries are schematic, the one before it has no geometry.
class ManyFeatures {
public:
    explicit ManyFeatures(std::int64_t count) : count_(count) {
        register_drivers();
        const GdalDataset dataset(
            GDALCreate(GDALGetDriverByName("GPKG"), file().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReferenceH crs = OSRNewSpatialReference(nullptr);
        REQUIRE(OSRImportFromEPSG(crs, 31370) == OGRERR_NONE);
        layer_ = GDALDatasetCreateLayer(dataset.get(), "areas", crs, wkbPolygon, nullptr);
        OSRRelease(crs);
        for (const char* const name : {"code", "boundaries"}) {
            OGRFieldDefnH field = OGR_Fld_Create(name, OFTString);
            REQUIRE(OGR_L_CreateField(layer_, field, 1) == OGRERR_NONE);
            OGR_Fld_Destroy(field);
        }
        REQUIRE(GDALDatasetStartTransaction(dataset.get(), 0) == OGRERR_NONE);
        for (std::int64_t i = 0; i < count; ++i)
            add(i);
        REQUIRE(GDALDatasetCommitTransaction(dataset.get()) == OGRERR_NONE);
    }

    [[nodiscard]] std::string file() const { return scratch_.path("many.gpkg"); }

    [[nodiscard]] LayerSource source() const {
        LayerSource source;
        source.source.file = file();
        return source;
    }

private:
    void add(std::int64_t i) {
        const OgrFeature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer_)));
        OGR_F_SetFID(feature.get(), 7 + 10 * i);
        OGR_F_SetFieldString(feature.get(), 0, fmt::format("c{}", i).c_str());
        if (i + 1 == count_)
            OGR_F_SetFieldString(feature.get(), 1, "schematische grenzen");
        if (i + 2 != count_) {
            std::string text = fmt::format("POLYGON ((0 0, {0} 0, 0 {0}, 0 0))", i + 1);
            char* wkt = text.data();
            OGRGeometryH geometry = nullptr;
            REQUIRE(OGR_G_CreateFromWkt(&wkt, nullptr, &geometry) == OGRERR_NONE);
            OGR_F_SetGeometryDirectly(feature.get(), geometry);
        }
        REQUIRE(OGR_L_CreateFeature(layer_, feature.get()) == OGRERR_NONE);
    }

    std::int64_t count_;
    test::Scratch scratch_;
    OGRLayerH layer_ = nullptr;
};

std::vector<FidRange> ranges_of(const ManyFeatures& features) {
    const GdalDataset dataset = open_dataset(features.file());
    return fid_ranges(dataset.get(), find_layer(dataset.get(), features.source().source));
}

} // namespace

TEST_CASE("a large layer falls into a range for each thread, from the least fid to the greatest") {
    const ManyFeatures features(20'000);
    const Threads threads(kThreads, 3);
    const auto ranges = ranges_of(features);
    REQUIRE(ranges.size() == 3);
    CHECK(ranges.front().first == 7);
    CHECK(ranges.back().last == 7 + 10 * 19'999);
    for (std::size_t i = 1; i < ranges.size(); ++i)
        CHECK(ranges[i].first == ranges[i - 1].last + 1);
}

TEST_CASE("a small layer, and one for one thread, is read at once") {
    const ManyFeatures few(5);
    CHECK(ranges_of(few).size() == 1);
    const ManyFeatures many(20'000);
    const Threads threads(kThreads, 1);
    CHECK(ranges_of(many).size() == 1);
}

TEST_CASE("a view, of which any column can pass for fids, is read at once") {
    const ManyFeatures features(20'000);
    {
        const GdalDataset dataset(GDALOpenEx(
            features.file().c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
        for (const char* const statement :
             {"CREATE VIEW seen AS SELECT fid % 100 AS place, code, geom FROM areas",
              "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) "
              "VALUES ('seen', 'seen', 'features', 31370)",
              "INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POLYGON', 31370, 0, "
              "0)"}) {
            OGRLayerH result = GDALDatasetExecuteSQL(dataset.get(), statement, nullptr, nullptr);
            GDALDatasetReleaseResultSet(dataset.get(), result);
        }
    }
    LayerSource source = features.source();
    source.source.layer = "seen";
    const Threads threads(kThreads, 4);
    const GdalDataset dataset = open_dataset(features.file());
    CHECK(fid_ranges(dataset.get(), find_layer(dataset.get(), source.source)).size() == 1);
    std::vector<Finding> findings;
    CHECK(read_layer(source, findings).polygons.features.size() == 20'000);
}

TEST_CASE("several readers read what one does, in its order") {
    const ManyFeatures features(20'000);
    const auto read = [&](std::size_t threads, std::vector<Finding>& findings) {
        const Threads limit(kThreads, threads);
        return read_layer(features.source(), findings).polygons;
    };
    std::vector<Finding> of_one;
    std::vector<Finding> of_four;
    const auto one = read(1, of_one);
    const auto four = read(4, of_four);
    REQUIRE(one.features.size() == 20'000);
    CHECK(one.provenance == layer::Provenance::Schematic);
    CHECK(four.provenance == one.provenance);
    CHECK(of_four == of_one);
    CHECK(four.positions == one.positions);
    CHECK(std::equal(four.features.begin(), four.features.end(), one.features.begin(),
                     one.features.end(), [](const auto& a, const auto& b) {
                         return a.code == b.code && a.name == b.name && a.fid == b.fid;
                     }));
    CHECK(std::equal(four.parts.begin(), four.parts.end(), one.parts.begin(), one.parts.end(),
                     [](const auto& a, const auto& b) {
                         return a.feature == b.feature && a.first_ring == b.first_ring &&
                                a.ring_count == b.ring_count;
                     }));
    CHECK(std::equal(
        four.rings.begin(), four.rings.end(), one.rings.begin(), one.rings.end(),
        [](const auto& a, const auto& b) { return a.first == b.first && a.count == b.count; }));
}

} // namespace regio::io
