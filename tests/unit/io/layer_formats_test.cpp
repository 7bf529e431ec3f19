// What each format keeps, as GDAL reads it.

#include "base/finding.hpp"
#include "io/crs.hpp"
#include "io/crs_operation.hpp"
#include "io/layer_writer.hpp"
#include "io/ogr_geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/written_layer.hpp"

#include <catch2/catch.hpp>
#include <ogr_api.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace regio::io {

namespace {

using kernel::Lattice;
using kernel::MultiPolygon;
using kernel::Position;
using test::Scratch;
using test::WrittenLayer;
using Type = OutputField::Type;

constexpr std::uint32_t kSeeds = 3;
constexpr Lattice kDecimetres{.units_per_metre = 10, .origin_x = 1'501'234, .origin_y = 1'780'001};

/// The formats that keep the points, with the endings that GDAL wants.
struct Exact {
    LayerFormat format;
    const char* name;
};
constexpr auto kExact = {
    Exact{LayerFormat::GeoPackage, "out.gpkg"}, Exact{LayerFormat::GeoJson, "out.geojson"},
    Exact{LayerFormat::FlatGeobuf, "out.fgb"}, Exact{LayerFormat::Shapefile, "out.shp"}};

std::string lambert() {
    return Crs::parse("EPSG:31370", "test").wkt();
}

/// Areas of random cells: with holes, enclaves and parts, also such that touch in corners.
OutputLayer random_areas(std::uint32_t seed) {
    OutputLayer layer{.name = "out",
                      .crs_wkt = lambert(),
                      .lattice = kDecimetres,
                      .fields = {{"code", Type::Text}},
                      .features = {}};
    for (auto& shape : test::random_coverage(seed, {.columns = 8, .rows = 8, .jitter = 2}))
        if (!shape.polygons.empty())
            layer.features.push_back(
                {test::normalised(std::move(shape.polygons)), {std::move(shape.code)}});
    return layer;
}

OutputLayer places() {
    return {.name = "places",
            .crs_wkt = lambert(),
            .lattice = kDecimetres,
            .fields = {{"kind", Type::Text}},
            .features = {{kernel::Point{5, -7}, {"spike"}}, {kernel::Point{1'000'003, 9}, {"gap"}}},
            .kind = GeometryKind::Points};
}

OutputLayer lines() {
    return {.name = "lines",
            .crs_wkt = lambert(),
            .lattice = kDecimetres,
            .fields = {{"kind", Type::Text}},
            .features = {{Line{{0, 0}, {7, 11}, {7, 11'000}}, {"border"}}},
            .kind = GeometryKind::Lines};
}

std::vector<Finding> write(const OutputLayer& layer, LayerFormat format, const std::string& file) {
    std::vector<Finding> findings;
    write_layer(layer, format, file, Overwrite::Yes, findings);
    return findings;
}

/// The areas by code, written down in one way.
std::map<std::string, MultiPolygon> by_code(const std::vector<OutputFeature>& features) {
    std::map<std::string, MultiPolygon> areas;
    for (const auto& feature : features)
        areas[std::get<std::string>(feature.values.at(0))] =
            test::normalised(std::get<MultiPolygon>(feature.geometry));
    return areas;
}

/// The corners of an area of GDAL's, ring after ring.
void collect(OGRGeometryH geometry, std::vector<Position>& corners) {
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        collect(OGR_G_GetGeometryRef(geometry, i), corners);
    for (int i = 0; i < OGR_G_GetPointCount(geometry); ++i)
        corners.push_back({OGR_G_GetX(geometry, i), OGR_G_GetY(geometry, i)});
}

/// Of what `file` has, in the order of the file.
std::vector<Position> corners_of(const std::string& file) {
    const WrittenLayer written(file);
    std::vector<Position> corners;
    while (const OgrFeature row{OGR_L_GetNextFeature(written.layer())})
        collect(OGR_F_GetGeometryRef(row.get()), corners);
    return corners;
}

std::vector<Position> corners_of(const OutputLayer& layer) {
    std::vector<Position> corners;
    for (const auto& feature : layer.features)
        collect(ogr_geometry(feature.geometry, on_lattice(layer.lattice)).get(), corners);
    return corners;
}

} // namespace

TEST_CASE("law 1: random areas that are read back from any exact format have the same points") {
    for (const auto seed : test::seeds(kSeeds)) {
        const OutputLayer layer = random_areas(seed);
        for (const auto& [format, name] : kExact) {
            INFO("seed " << seed << ", " << name);
            const Scratch scratch;
            CHECK(write(layer, format, scratch.path(name)).empty());
            const WrittenLayer written(scratch.path(name));
            CHECK((by_code(written.features(kDecimetres)) == by_code(layer.features)));
            CHECK(written.is_valid());
        }
    }
}

TEST_CASE("law 1: places and lines that are read back have the same points") {
    for (const auto& layer : {places(), lines()})
        for (const auto& [format, name] : kExact) {
            INFO(layer.name << ", " << name);
            const Scratch scratch;
            CHECK(write(layer, format, scratch.path(name)).empty());
            const WrittenLayer written(scratch.path(name));
            auto features = written.features(kDecimetres);
            REQUIRE(features.size() == layer.features.size());
            // FlatGeobuf has an order of its own.
            if (features.front().values != layer.features.front().values)
                std::reverse(features.begin(), features.end());
            for (std::size_t i = 0; i < features.size(); ++i) {
                CHECK(features[i].geometry == layer.features[i].geometry);
                CHECK(features[i].values == layer.features[i].values);
            }
        }
}

TEST_CASE("law 2: the same layer gives the same bytes in any format, under any name") {
    const OutputLayer layer = random_areas(1);
    for (const auto format :
         {LayerFormat::GeoPackage, LayerFormat::GeoJson, LayerFormat::GeoJsonRfc7946,
          LayerFormat::FlatGeobuf, LayerFormat::Shapefile}) {
        const Scratch scratch;
        INFO(static_cast<int>(format));
        write(layer, format, scratch.path("one.shp"));
        write(layer, format, scratch.path("other.shp"));
        CHECK(scratch.read("one.shp") == scratch.read("other.shp"));
        CHECK_FALSE(scratch.read("one.shp").empty());
        if (format == LayerFormat::Shapefile)
            for (const std::string ending : {".dbf", ".shx", ".prj", ".cpg"})
                CHECK(scratch.read("one" + ending) == scratch.read("other" + ending));
    }
}

TEST_CASE("each format has the type of the geometry, the CRS and the name of the layer") {
    const OutputLayer layer = random_areas(2);
    for (const auto& [format, name] : kExact) {
        INFO(name);
        const Scratch scratch;
        write(layer, format, scratch.path(name));
        const WrittenLayer written(scratch.path(name));
        const auto type = OGR_L_GetGeomType(written.layer());
        CHECK(type == (format == LayerFormat::Shapefile ? wkbPolygon : wkbMultiPolygon));
        CHECK(OGR_L_GetName(written.layer()) == std::string("out"));
        CHECK(written.crs_code() == "31370"); // Of a Shapefile, GDAL finds the code by its numbers.
    }
}

TEST_CASE("GeoPackage and FlatGeobuf have a spatial index that finds what lies in a box") {
    const OutputLayer layer = places();
    for (const auto& [format, name] : kExact) {
        if (format != LayerFormat::GeoPackage && format != LayerFormat::FlatGeobuf)
            continue;
        INFO(name);
        const Scratch scratch;
        write(layer, format, scratch.path(name));
        const WrittenLayer written(scratch.path(name));
        CHECK(OGR_L_TestCapability(written.layer(), OLCFastSpatialFilter) != 0);
        const auto at = kDecimetres.position(kernel::Point{5, -7});
        OGR_L_SetSpatialFilterRect(written.layer(), at.x - 1, at.y - 1, at.x + 1, at.y + 1);
        CHECK(OGR_L_GetFeatureCount(written.layer(), 1) == 1);
    }
}

TEST_CASE("RFC 7946: points are off by no more than R428 says, and shells run counter-clockwise") {
    for (const auto seed : test::seeds(kSeeds)) {
        INFO("seed " << seed);
        const OutputLayer layer = random_areas(seed);
        const Scratch scratch;
        const std::string file = scratch.path("out.geojson");
        const auto findings = write(layer, LayerFormat::GeoJsonRfc7946, file);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().number == FindingNumber::WrittenInDegrees);
        const double stated =
            std::stod(std::string(value_of(findings.front(), "displacement").value()));
        CHECK(stated < 0.01);

        auto read = corners_of(file);
        const auto own = corners_of(layer);
        kernel::Extent extent;
        for (const auto corner : own)
            extent.include(corner);
        const CrsOperation operation(Crs::parse("EPSG:31370", file), Crs::parse("EPSG:4326", file),
                                     extent, file);
        operation.apply_inverse(read);
        REQUIRE(read.size() == own.size());
        double most = 0;
        for (std::size_t i = 0; i < own.size(); ++i)
            most = std::max(most, std::hypot(read[i].x - own[i].x, read[i].y - own[i].y));
        CHECK(most <= stated);
        CHECK(most > stated / 2);
        CHECK(scratch.read("out.geojson").find("\"crs\"") == std::string::npos);
        const WrittenLayer written(file);
        CHECK(written.crs_code() == "4326");
        constexpr Lattice kDegrees{.units_per_metre = 1e7};
        for (const auto& feature : written.features(kDegrees))
            for (const auto& polygon : std::get<MultiPolygon>(feature.geometry)) {
                CHECK(kernel::twice_area(polygon.shell) > 0);
                for (const auto& hole : polygon.holes)
                    CHECK(kernel::twice_area(hole) < 0);
            }
    }
}

TEST_CASE("several layers lie beside each other in a GeoPackage, each of its own kind") {
    const std::vector<OutputLayer> layers = {random_areas(3), places(), lines()};
    const Scratch scratch;
    const std::string file = scratch.path("out.gpkg");
    std::vector<Finding> findings;
    write_layers(layers, LayerFormat::GeoPackage, file, Overwrite::No, findings);
    constexpr std::array kTypes = {wkbMultiPolygon, wkbPoint, wkbLineString};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const WrittenLayer written(file, layers[i].name);
        CHECK(OGR_L_GetGeomType(written.layer()) == kTypes.at(i));
        CHECK(OGR_L_TestCapability(written.layer(), OLCFastSpatialFilter) != 0);
        CHECK(written.features(kDecimetres).size() == layers[i].features.size());
    }
    write_layers({}, LayerFormat::GeoPackage, scratch.path("none.gpkg"), Overwrite::No, findings);
    CHECK(findings.empty());
}

TEST_CASE("two layers that differ in nothing but the case of their names are refused") {
    const Scratch scratch;
    std::vector<OutputLayer> layers = {places(), lines()};
    layers[1].name = "Places";
    std::vector<Finding> findings;
    CHECK_THROWS_WITH(write_layers(layers, LayerFormat::GeoPackage, scratch.path("out.gpkg"),
                                   Overwrite::No, findings),
                      Catch::Contains("two layers are called \"Places\""));
    CHECK(scratch.count() == 0);
}

TEST_CASE("a Shapefile keeps texts, numbers and nothing, and says which names it shortened") {
    const Scratch scratch;
    OutputLayer layer = random_areas(4);
    layer.features.resize(2);
    layer.fields = {{"code", Type::Text},
                    {"gemeentenaam", Type::Text},
                    {"aantal", Type::Integer},
                    {"area_m2", Type::Real}};
    layer.features[0].values = {"01001", "Sint-Pieters-L\xc3\xa9\xc3\xa9uw", std::int64_t{-12},
                                450318620.12345678};
    layer.features[1].values = {"01002", std::monostate{}, std::monostate{}, std::monostate{}};
    const auto findings = write(layer, LayerFormat::Shapefile, scratch.path("out.shp"));
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().number == FindingNumber::FieldNameShortened);
    CHECK(value_of(findings.front(), "shorter") == "gemeentena");
    CHECK(scratch.read("out.cpg") == "UTF-8");
    CHECK(scratch.count() == 5);
    const auto features = WrittenLayer(scratch.path("out.shp")).features(kDecimetres);
    REQUIRE(features.size() == 2);
    CHECK(features[0].values == layer.features[0].values);
    CHECK(features[1].values == layer.features[1].values);
}

TEST_CASE("a feature without polygons has no shape in a Shapefile, and is refused by FlatGeobuf") {
    const Scratch scratch;
    OutputLayer layer = random_areas(5);
    layer.features.resize(2);
    layer.features[1].geometry = MultiPolygon{};
    write(layer, LayerFormat::Shapefile, scratch.path("out.shp"));
    const auto features = WrittenLayer(scratch.path("out.shp")).features(kDecimetres);
    REQUIRE(features.size() == 2);
    CHECK(features[1].geometry == OutputGeometry{MultiPolygon{}});
    CHECK_THROWS_WITH(write(layer, LayerFormat::FlatGeobuf, scratch.path("out.fgb")),
                      Catch::Contains("feature 2 has no polygon"));
    CHECK(scratch.count() == 5);
}

} // namespace regio::io
