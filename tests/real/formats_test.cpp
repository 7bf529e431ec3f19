// One layer in many formats and coordinate reference systems is one layer.

#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>
#include <gdal_utils.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

constexpr double kSquareMetresPerKilometre = 2;

/// Copies a layer with GDAL, with options of ogr2ogr.
void copy_layer(const std::string& from, const std::string& to,
                const std::vector<std::string>& options) {
    using Dataset = std::unique_ptr<void, decltype([](GDALDatasetH d) { GDALClose(d); })>;
    std::vector<char*> arguments;
    for (const auto& option : options)
        arguments.push_back(const_cast<char*>(option.c_str()));
    arguments.push_back(nullptr);
    GDALAllRegister();
    GDALDatasetH source = GDALOpenEx(from.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    REQUIRE(source != nullptr);
    const Dataset owner(source);
    auto* const terms = GDALVectorTranslateOptionsNew(arguments.data(), nullptr);
    const Dataset copy(GDALVectorTranslate(to.c_str(), nullptr, 1, &source, terms, nullptr));
    GDALVectorTranslateOptionsFree(terms);
    REQUIRE(copy);
}

struct Opened {
    project::OpenedLayer opened;
    topology::Chains chains;

    explicit Opened(const io::LayerSource& source, const project::LatticeTerms& terms = {})
        : opened(open(source, terms)), chains(opened.layer) {}

    static project::OpenedLayer open(const io::LayerSource& source,
                                     const project::LatticeTerms& terms) {
        std::vector<Finding> findings;
        return open_layer(source, terms, findings);
    }
};

void check_same(const Opened& original, const Opened& copy) {
    const auto& layer = original.opened.layer;
    CHECK((neighbours(copy.chains, copy.opened.layer) == neighbours(original.chains, layer)));
    const auto areas = areas_by_code(layer);
    const auto copied = areas_by_code(copy.opened.layer);
    const auto lengths = perimeters_by_code(original.chains, layer);
    REQUIRE(copied.size() == areas.size());
    for (const auto& [code, area] : areas) {
        INFO(code);
        REQUIRE(copied.contains(code));
        const double off = layer.lattice().square_metres(copied.at(code) - area);
        CHECK(std::abs(off) <= kSquareMetresPerKilometre * lengths.at(code) / 1000);
    }
}

/// A copy in the working CRS has the same points, wherever the lattice has its origin.
void check_identical(const Opened& original, const Opened& copy) {
    CHECK(copy.opened.layer.lattice() == original.opened.layer.lattice());
    CHECK((areas_by_code(copy.opened.layer) == areas_by_code(original.opened.layer)));
    check_same(original, copy);
}

constexpr const char* kMunicipalities = "municipalities/2025.gpkg";
constexpr const char* kRegions = "zones/refreg.gpkg";

/// A file to be, with options of ogr2ogr.
using Copy = std::pair<std::string, std::vector<std::string>>;

/// Compares copies of the municipalities with the original.
void check_copies(const std::vector<Copy>& copies,
                  void (*compare)(const Opened& original, const Opened& copy)) {
    const Scratch scratch;
    const Opened original(layer_source(kMunicipalities, "nis"));
    for (const auto& [name, options] : copies) {
        INFO(name);
        const std::string file = scratch.path(name);
        copy_layer(data_file(kMunicipalities), file, options);
        compare(original, Opened(layer_source(file, "nis")));
    }
}

} // namespace

TEST_CASE("municipalities are the same as GeoPackage and as GeoJSON in degrees") {
    if (!real_data_there())
        return;
    const Opened original(layer_source(kMunicipalities, "nis"));
    const Opened copy(layer_source("samples/municipalities_2025_wgs84.geojson", "nis"));
    check_same(original, copy);
    REQUIRE(copy.opened.transformation);
    CHECK(copy.opened.transformation->accuracy_m == 1.0);
    CHECK_FALSE(original.opened.transformation);
}

TEST_CASE("regions are the same as GeoPackage, Shapefile of ESRI and KML") {
    if (!real_data_there())
        return;
    const Opened original(layer_source(kRegions, "code"));
    const Opened shapefile(layer_source("samples/refreg_2025.shp", "code"));
    check_identical(original, shapefile);
    CHECK(shapefile.opened.own_crs.code() == "EPSG:31370");
    const Opened kml(layer_source("samples/refreg_2025.kml", "code"));
    check_same(original, kml);
    CHECK(kml.opened.transformation);
}

TEST_CASE("municipalities are the same as FlatGeobuf and Shapefile") {
    if (!real_data_there())
        return;
    check_copies({{"copy.fgb", {"-f", "FlatGeobuf"}},
                  {"esri.shp", {"-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"}}},
                 check_identical);
}

// These formats write a number that can lie on the other side of half a millimetre when it is read:
// GML and GeoJSON in decimals, a FileGDB on a grid of its own.
TEST_CASE("municipalities are the same as FileGDB, GML and GeoJSON in metres") {
    if (!real_data_there())
        return;
    check_copies({{"copy.gdb", {"-f", "OpenFileGDB"}},
                  {"copy.gml", {"-f", "GML", "-dsco", "FORMAT=GML3.2"}},
                  {"copy.geojson", {"-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=6"}}},
                 check_same);
}

TEST_CASE("a copy in Lambert 2008 is the same after return, with the operation and its accuracy") {
    if (!real_data_there())
        return;
    const Scratch scratch;
    const std::string file = scratch.path("copy.gpkg");
    copy_layer(data_file(kMunicipalities), file, {"-f", "GPKG", "-t_srs", "EPSG:3812"});
    const Opened original(layer_source(kMunicipalities, "nis"));
    const Opened copy(layer_source(file, "nis"), {.crs = "EPSG:31370"});
    check_same(original, copy);
    REQUIRE(copy.opened.transformation);
    CHECK(copy.opened.transformation->operation.find("BD72 to ETRS89") != std::string::npos);
    CHECK(copy.opened.transformation->accuracy_m.has_value());
    CHECK_FALSE(copy.opened.transformation->missing_grids.empty());
}

} // namespace regio::test
