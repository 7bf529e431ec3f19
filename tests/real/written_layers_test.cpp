// A real layer, written in each format and read again by our own reader.

#include "io/layer_writer.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/written_layer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace regio::test {

namespace {

constexpr const char* kMunicipalities = "municipalities/2025.gpkg";

project::OpenedLayers open(const io::LayerSource& source) {
    std::vector<Finding> findings;
    return project::open_layers(std::span(&source, 1), {.crs = "EPSG:31370"}, findings);
}

io::OutputLayer output_layer(const project::OpenedLayers& opened) {
    const auto& layer = opened.layers.front().layer;
    io::OutputLayer output{.name = "out",
                           .crs_wkt = opened.crs.wkt(),
                           .lattice = opened.lattice,
                           .fields = {{"nis"}, {"naam"}}};
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        output.features.push_back(
            {polygons_of(layer, layer::FeatureId(static_cast<std::uint32_t>(i))),
             {layer.features()[i].code, layer.features()[i].name}});
    return output;
}

std::map<std::string, kernel::MultiPolygon> by_code(const layer::Layer& layer) {
    std::map<std::string, kernel::MultiPolygon> areas;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        areas[layer.features()[i].code] =
            normalised(polygons_of(layer, layer::FeatureId(static_cast<std::uint32_t>(i))));
    return areas;
}

std::vector<Finding> write(const io::OutputLayer& layer, io::LayerFormat format,
                           const std::string& file) {
    std::vector<Finding> findings;
    io::write_layer(layer, format, file, io::Overwrite::No, findings);
    return findings;
}

} // namespace

TEST_CASE("municipalities that are written in any exact format are read back to the last point") {
    if (!real_data_there())
        return;
    using enum io::LayerFormat;
    const auto opened = open(layer_source(kMunicipalities, "nis"));
    const auto output = output_layer(opened);
    const auto areas = by_code(opened.layers.front().layer);
    const Scratch scratch;
    for (const auto& [format, name] : {std::pair{GeoPackage, "out.gpkg"},
                                       {GeoJson, "out.geojson"},
                                       {FlatGeobuf, "out.fgb"},
                                       {Shapefile, "out.shp"}}) {
        INFO(name);
        CHECK(write(output, format, scratch.path(name)).empty());
        const auto read = open(layer_source(scratch.path(name), "nis"));
        CHECK(read.lattice == opened.lattice);
        CHECK_FALSE(read.layers.front().transformation);
        CHECK((by_code(read.layers.front().layer) == areas));
        CHECK(WrittenLayer(scratch.path(name)).is_valid());
    }
}

TEST_CASE("regions in degrees of RFC 7946 come back within what R428 says") {
    if (!real_data_there())
        return;
    const auto opened = open(layer_source("zones/refreg.gpkg", "code"));
    const Scratch scratch;
    const std::string file = scratch.path("out.geojson");
    const auto findings = write(output_layer(opened), io::LayerFormat::GeoJsonRfc7946, file);
    REQUIRE(findings.size() == 1);
    const double stated = std::stod(findings.front().values.back().text);
    CHECK(findings.front().values.back().key == "displacement");
    CHECK(stated < 0.01);
    const auto read = open(layer_source(file, "nis"));
    const double rounding = 2 * opened.lattice.unit_m(); // Of either coordinate, once each way.
    const auto& own = opened.layers.front().layer;
    const auto& again = read.layers.front().layer;
    REQUIRE(again.features().size() == own.features().size());
    std::size_t compared = 0;
    double most = 0;
    for (std::uint32_t i = 0; i < own.features().size(); ++i) {
        const auto before = polygons_of(own, layer::FeatureId(i));
        const auto after = polygons_of(again, layer::FeatureId(i));
        REQUIRE(after.size() == before.size());
        for (std::size_t part = 0; part < before.size(); ++part) {
            const auto& [shell, holes] = before[part];
            if (after[part].shell.size() != shell.size())
                continue; // Points fell together.
            for (std::size_t k = 0; k < shell.size(); ++k) {
                const auto here = opened.lattice.position(shell[k]);
                const auto there = read.lattice.position(after[part].shell[k]);
                most = std::max(most, std::hypot(here.x - there.x, here.y - there.y));
                ++compared;
            }
        }
    }
    CHECK(compared > 10'000);
    CHECK(most <= stated + rounding);
}

} // namespace regio::test
