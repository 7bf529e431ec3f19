#include "base/error.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_writer.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/written_layer.hpp"

#include <catch2/catch.hpp>
#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <cstdlib>
#include <limits>
#include <optional>

namespace regio::io {

namespace {

using kernel::Lattice;
using kernel::MultiPolygon;
using kernel::Point;
using kernel::Ring;
using test::Scratch;
using ReadBack = test::WrittenLayer;
using Null = std::monostate;

constexpr auto kFormats = {LayerFormat::GeoPackage, LayerFormat::GeoJson};
constexpr Lattice kMillimetres{
    .units_per_metre = 1000, .origin_x = 150'123'457, .origin_y = 178'000'001};

std::string wkt_of(const char* crs) {
    OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
    REQUIRE(OSRSetFromUserInput(reference, crs) == OGRERR_NONE);
    char* text = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    REQUIRE(OSRExportToWktEx(reference, &text, options) == OGRERR_NONE);
    std::string wkt = text;
    CPLFree(text);
    OSRRelease(reference);
    return wkt;
}

Ring square(std::int32_t x, std::int32_t y, std::int32_t side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

Ring clockwise_square(std::int32_t x, std::int32_t y, std::int32_t side) {
    return {{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}};
}

/// Two features: one of a shell with two holes and of a far part, one of a triangle of odd figures.
OutputLayer two_features(const Lattice& lattice = kMillimetres) {
    return {.name = "areas",
            .crs_wkt = wkt_of("EPSG:31370"),
            .lattice = lattice,
            .fields = {{"code", OutputField::Type::Text},
                       {"members", OutputField::Type::Integer},
                       {"share", OutputField::Type::Real}},
            .features = {{MultiPolygon{{square(-70'000'013, 5, 1'000'001),
                                        {clockwise_square(-69'999'999, 9, 11),
                                         clockwise_square(-69'999'000, 9, 7)}},
                                       {square(kernel::kFarthest - 9, -kernel::kFarthest, 9), {}}},
                          {"01001", std::int64_t{1} << 53, 0.1}},
                         {MultiPolygon{{{{1, 2}, {333'334, 7}, {99'991, 1'000'003}}, {}}},
                          {Null{}, Null{}, Null{}}}}};
}

std::string write_as(const OutputLayer& layer, LayerFormat format, const Scratch& scratch,
                     const std::string& name = "out") {
    std::vector<Finding> findings;
    write_layer(layer, format, scratch.path(name), Overwrite::Yes, findings);
    CHECK(findings.empty());
    return scratch.read(name);
}

std::string fault_of(const OutputLayer& layer, LayerFormat format, const std::string& file,
                     Overwrite overwrite = Overwrite::No) {
    std::vector<Finding> findings;
    try {
        write_layer(layer, format, file, overwrite, findings);
    } catch (const InputError& fault) {
        return fault.what();
    }
    return {};
}

bool memory_is_empty() {
    char** const entries = VSIReadDirRecursive("/vsimem/");
    const bool is_empty = entries == nullptr || *entries == nullptr;
    VSIFree(entries);
    return is_empty;
}

/// SOURCE_DATE_EPOCH, as it was before at the end of the scope.
class SourceDateEpoch {
public:
    explicit SourceDateEpoch(const char* value) {
        if (const char* const before = std::getenv("SOURCE_DATE_EPOCH"))
            before_ = before;
        set(value);
    }
    ~SourceDateEpoch() { set(before_ ? before_->c_str() : nullptr); }
    SourceDateEpoch(const SourceDateEpoch&) = delete;
    SourceDateEpoch& operator=(const SourceDateEpoch&) = delete;

private:
    static void set(const char* value) {
        if (value == nullptr)
            ::unsetenv("SOURCE_DATE_EPOCH");
        else
            ::setenv("SOURCE_DATE_EPOCH", value, 1);
    }
    std::optional<std::string> before_;
};

bool contains(const std::string& bytes, const std::string& text) {
    return bytes.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("a layer that is read back has the same points, parts, holes and values") {
    const Scratch scratch;
    for (const double units_per_metre : {1000.0, 1.0, 10000.0, 0.1, 1024.0, 3.0, 999.99}) {
        const Lattice lattice{
            .units_per_metre = units_per_metre, .origin_x = 150'123'457, .origin_y = -17};
        const OutputLayer layer = two_features(lattice);
        for (const auto format : kFormats) {
            INFO(units_per_metre << " units in a metre, format " << static_cast<int>(format));
            write_as(layer, format, scratch);
            const auto features = ReadBack(scratch.path("out")).features(lattice);
            REQUIRE(features.size() == 2);
            for (std::size_t i = 0; i < 2; ++i) {
                CHECK(features[i].geometry == layer.features[i].geometry);
                CHECK(features[i].values == layer.features[i].values);
            }
        }
    }
}

TEST_CASE("points stay the same where positions have hardly room for a unit that is no decimal") {
    const Scratch scratch;
    const Lattice far{.units_per_metre = 990, .origin_x = 1LL << 50, .origin_y = -(1LL << 50)};
    OutputLayer layer = two_features(far);
    Ring zigzag;
    for (std::int32_t i = 0; i < 5000; ++i)
        zigzag.push_back({i * 7, i % 2 == 0 ? i : i + 1001});
    layer.features[1].geometry = MultiPolygon{{zigzag, {}}};
    for (const auto format : kFormats) {
        write_as(layer, format, scratch);
        const auto features = ReadBack(scratch.path("out")).features(far);
        CHECK((features.at(1).geometry == layer.features[1].geometry));
    }
}

TEST_CASE("the same layer gives the same bytes under any name") {
    const Scratch scratch;
    for (const auto format : kFormats)
        CHECK(write_as(two_features(), format, scratch, "one") ==
              write_as(two_features(), format, scratch, "other.name"));
}

TEST_CASE("the date in a GeoPackage is SOURCE_DATE_EPOCH, else the first of 1970") {
    const Scratch scratch;
    {
        const SourceDateEpoch none(nullptr);
        CHECK(contains(write_as(two_features(), LayerFormat::GeoPackage, scratch),
                       "1970-01-01T00:00:00.000Z"));
    }
    {
        const SourceDateEpoch given("1735689599");
        CHECK(contains(write_as(two_features(), LayerFormat::GeoPackage, scratch),
                       "2024-12-31T23:59:59.000Z"));
    }
    const SourceDateEpoch wrong("yesterday");
    CHECK_THROWS_AS(write_as(two_features(), LayerFormat::GeoPackage, scratch), InputError);
    CHECK(CPLGetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr) == nullptr);
}

TEST_CASE("a CRS with a code is written by its code, also when the WKT says the axes otherwise") {
    const Scratch scratch;
    for (const char* const code : {"31370", "3812", "3035"}) {
        OutputLayer layer = two_features();
        layer.crs_wkt = wkt_of(("EPSG:" + std::string(code)).c_str());
        CHECK(contains(write_as(layer, LayerFormat::GeoJson, scratch),
                       "\"urn:ogc:def:crs:EPSG::" + std::string(code) + "\""));
        for (const auto format : kFormats) {
            write_as(layer, format, scratch);
            const ReadBack read(scratch.path("out"));
            OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(read.layer());
            REQUIRE(crs != nullptr);
            CHECK(OSRGetAuthorityCode(crs, nullptr) == std::string(code));
            CHECK(read.features(kMillimetres).front().geometry == layer.features[0].geometry);
        }
    }
}

TEST_CASE("a CRS without a code goes into a GeoPackage, and GeoJSON refuses it") {
    const Scratch scratch;
    OutputLayer layer = two_features();
    layer.crs_wkt = wkt_of("+proj=lcc +lat_1=51 +lat_2=49 +lat_0=90 +lon_0=4 +ellps=intl");
    write_as(layer, LayerFormat::GeoPackage, scratch);
    CHECK(OGR_L_GetSpatialRef(ReadBack(scratch.path("out")).layer()) != nullptr);
    CHECK_THAT(fault_of(layer, LayerFormat::GeoJson, scratch.path("none")),
               Catch::Contains("names a CRS by its code"));
    layer.crs_wkt = "no CRS";
    for (const auto format : kFormats)
        CHECK_THAT(fault_of(layer, format, scratch.path("none")),
                   Catch::Contains("none: could not be written: its CRS is not understood"));
    CHECK(scratch.count() == 1);
}

TEST_CASE("a GeoPackage has a spatial index, features from 1, and its extent") {
    const Scratch scratch;
    const std::string bytes = write_as(two_features(), LayerFormat::GeoPackage, scratch, "a.gpkg");
    CHECK(contains(bytes, "gpkg_rtree_index"));
    const ReadBack read(scratch.path("a.gpkg"));
    CHECK(OGR_L_GetName(read.layer()) == std::string("areas"));
    CHECK(OGR_L_GetGeometryColumn(read.layer()) == std::string("geom"));
    CHECK(OGR_L_GetFIDColumn(read.layer()) == std::string("fid"));
    CHECK(OGR_FD_GetGeomType(OGR_L_GetLayerDefn(read.layer())) == wkbMultiPolygon);
    OGREnvelope extent;
    REQUIRE(OGR_L_GetExtent(read.layer(), &extent, 0) == OGRERR_NONE);
    CHECK(kMillimetres.nearest({extent.MinX, extent.MinY}) ==
          Point{-70'000'013, -kernel::kFarthest});
    CHECK(kMillimetres.nearest({extent.MaxX, extent.MaxY}) == Point{kernel::kFarthest, 1'000'006});
    OGRFeatureH first = OGR_L_GetNextFeature(read.layer());
    CHECK(OGR_F_GetFID(first) == 1);
    OGR_F_Destroy(first);
}

TEST_CASE("a layer without features or fields, and a feature without parts, are legal") {
    const Scratch scratch;
    OutputLayer layer = two_features();
    layer.features.clear();
    for (const auto format : kFormats) {
        write_as(layer, format, scratch);
        CHECK(ReadBack(scratch.path("out")).features(kMillimetres).empty());
    }
    layer.fields.clear();
    layer.features.resize(1);
    for (const auto format : kFormats) {
        write_as(layer, format, scratch);
        const auto features = ReadBack(scratch.path("out")).features(kMillimetres);
        REQUIRE(features.size() == 1);
        CHECK(features.front().geometry == OutputGeometry{MultiPolygon{}});
    }
}

TEST_CASE("text keeps its quotes, accents and line ends, in values and in names") {
    const Scratch scratch;
    OutputLayer layer = two_features();
    layer.name = "l'\"é\" [";
    layer.fields[0].name = "naam \"'é";
    for (const std::string text :
         {"", " ", "5\" pijp; 't Hooghuis, \\ é ß 𝄞", "a\r\n\tb", "[onbekend]"}) {
        layer.features[0].values[0] = text;
        for (const auto format : kFormats) {
            INFO(text << ", format " << static_cast<int>(format));
            write_as(layer, format, scratch);
            const ReadBack read(scratch.path("out"));
            CHECK(read.features(kMillimetres).front().values[0] == OutputValue{text});
            CHECK(OGR_L_GetName(read.layer()) == layer.name);
            auto* const field = OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(read.layer()), 0);
            CHECK(OGR_Fld_GetNameRef(field) == layer.fields[0].name);
        }
    }
}

TEST_CASE("numbers keep their value to the last bit, and those that are not finite become null") {
    const Scratch scratch;
    OutputLayer layer = two_features();
    for (const double number : {1.0 / 3, 1e-300, -123456789.123456789}) {
        layer.features[0].values[2] = number;
        for (const auto format : kFormats) {
            write_as(layer, format, scratch);
            CHECK(ReadBack(scratch.path("out")).features(kMillimetres)[0].values[2] ==
                  OutputValue{number});
        }
    }
    layer.features[0].values[2] = std::numeric_limits<double>::quiet_NaN();
    layer.features[1].values[2] = -std::numeric_limits<double>::infinity();
    for (const auto format : kFormats) {
        write_as(layer, format, scratch);
        for (const auto& feature : ReadBack(scratch.path("out")).features(kMillimetres))
            CHECK(feature.values[2] == OutputValue{Null{}});
    }
}

TEST_CASE("text that is not UTF-8 or holds a NUL is refused with its place") {
    const Scratch scratch;
    for (const auto format : kFormats) {
        OutputLayer layer = two_features();
        layer.features[1].values[0] = "caf\xe9";
        CHECK_THAT(fault_of(layer, format, scratch.path("x")),
                   Catch::Contains("\"code\" of feature 2 is not UTF-8"));
        layer.features[1].values[0] = std::string("a\0b", 3);
        CHECK_THAT(fault_of(layer, format, scratch.path("x")), Catch::Contains("holds a NUL"));
        layer = two_features();
        layer.fields[0].name = "\xff";
        CHECK_THAT(fault_of(layer, format, scratch.path("x")), Catch::Contains("is not UTF-8"));
    }
    CHECK(scratch.count() == 0);
}

TEST_CASE("fields may be called fid and geom, but no two alike") {
    const Scratch scratch;
    OutputLayer layer = two_features();
    layer.fields[0].name = "FID";
    layer.fields[1].name = "geom";
    for (const auto format : kFormats) {
        write_as(layer, format, scratch);
        const auto features = ReadBack(scratch.path("out")).features(kMillimetres);
        CHECK(features[0].values == layer.features[0].values);
        CHECK(features[0].geometry == layer.features[0].geometry);
    }
    layer.fields[2].name = "Fid";
    for (const auto format : kFormats)
        CHECK_THAT(fault_of(layer, format, scratch.path("x")),
                   Catch::Contains("two fields are called \"Fid\""));
}

TEST_CASE("a target that exists is refused before any work, and stays as it was") {
    const Scratch scratch;
    scratch.write("old", "before");
    OutputLayer unwritable = two_features();
    unwritable.fields[0].name = "\xff";
    for (const auto format : kFormats) {
        CHECK_THAT(fault_of(unwritable, format, scratch.path("old")),
                   Catch::Contains("exists already"));
        CHECK_THAT(fault_of(unwritable, format, scratch.path("none/file")),
                   Catch::Contains("No such file or directory"));
    }
    CHECK(scratch.read("old") == "before");
    CHECK(scratch.count() == 1);
}

TEST_CASE("a write that fails leaves the old file whole, and nothing else") {
    const Scratch scratch;
    scratch.write("old", "before");
    OutputLayer refused_by_gdal = two_features();
    refused_by_gdal.name = "gpkg_contents";
    CHECK_THAT(
        fault_of(refused_by_gdal, LayerFormat::GeoPackage, scratch.path("old"), Overwrite::Yes),
        Catch::Contains("old: could not be written: "));
    for (const auto format : kFormats)
        CHECK_THAT(fault_of(two_features(), format, "/dev/full"),
                   Catch::Contains("No space left on device"));
    CHECK(scratch.read("old") == "before");
    CHECK(scratch.count() == 1);
    CHECK(memory_is_empty());
}

} // namespace regio::io
