// Writes the layers that are cut and dissolved as GeoPackages, for tools/bench_overlay.sh:
// fine.gpkg, coarse.gpkg, and mixed.gpkg with the features of both, which overlap.

#include "io/crs.hpp"
#include "io/layer_writer.hpp"
#include "overlay_data.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <utility>

namespace {

using namespace regio;
using namespace regio::benchmarks;

/// Adds the features of a layer with a code and the block that each is of.
void add_features(const layer::Layer& layer, const std::vector<std::uint32_t>& block_of,
                  std::string_view prefix, io::OutputLayer& output) {
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const auto ring = layer.ring(layer::RingId(i));
        const std::uint32_t block = block_of[i];
        output.features.push_back(
            {.geometry = kernel::MultiPolygon{{.shell = {ring.begin(), ring.end()}, .holes = {}}},
             .values = {fmt::format("{}{:07}", prefix, i), fmt::format("b{:06}", block),
                        static_cast<std::int64_t>(i)}});
    }
}

io::OutputLayer empty_layer(const std::string& name, const kernel::Lattice& lattice) {
    using Type = io::OutputField::Type;
    return {.name = name,
            .crs_wkt = io::Crs::parse("EPSG:31370", name).wkt(),
            .lattice = lattice,
            .fields = {{name + "_code", Type::Text}, {"block", Type::Text}, {"n", Type::Integer}},
            .features = {},
            .style = {}};
}

void write(const io::OutputLayer& layer, const std::string& folder) {
    std::vector<Finding> findings;
    write_layer(layer, io::LayerFormat::GeoPackage, folder + "/" + layer.name + ".gpkg",
                io::Overwrite::Yes, findings);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Writes made-up layers for tools/bench_overlay.sh.");
    std::string folder;
    double size = 1;
    app.add_option("FOLDER", folder, "where to")->required();
    app.add_option("--size", size, "1: 1.6 million borders; so many times as many columns, rows");
    CLI11_PARSE(app, argc, argv);
    std::filesystem::create_directories(folder);
    const OverlayData data = make_overlay_data(size);
    // In the middle of Flanders, where their CRS holds.
    kernel::Lattice lattice = data.fine.lattice();
    lattice.origin_x += 150'000'000;
    lattice.origin_y += 170'000'000;
    auto fine = empty_layer("fine", lattice);
    add_features(data.fine, data.block_of_fine, "f", fine);
    write(fine, folder);
    auto coarse = empty_layer("coarse", lattice);
    add_features(data.coarse, data.block_of_coarse, "c", coarse);
    write(coarse, folder);
    auto mixed = empty_layer("mixed", lattice);
    add_features(data.fine, data.block_of_fine, "f", mixed);
    add_features(data.coarse, data.block_of_coarse, "c", mixed);
    write(mixed, folder);
    return 0;
}
