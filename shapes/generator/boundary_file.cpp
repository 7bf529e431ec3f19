#include "generator/boundary_file.hpp"

#include "io/crs.hpp"
#include "io/layer_writer.hpp"

#include <filesystem>

namespace regio::schematic {

namespace {

kernel::MultiPolygon polygons_of(const layer::Layer& layer, layer::FeatureId feature) {
    kernel::MultiPolygon polygons;
    for (const auto& part : layer.parts_of(feature)) {
        const auto rings = layer::rings_of(layer, part);
        kernel::Polygon polygon{.shell = {rings[0].begin(), rings[0].end()}, .holes = {}};
        for (std::size_t i = 1; i < rings.size(); ++i)
            polygon.holes.emplace_back(rings[i].begin(), rings[i].end());
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

} // namespace

void write_boundaries(const layer::Layer& layer, const std::string& file) {
    using Type = io::OutputField::Type;
    io::OutputLayer output{
        .name = std::filesystem::path(file).stem().string(),
        .crs_wkt = io::Crs::parse("EPSG:31370", file).wkt(),
        .lattice = layer.lattice(),
        .fields = {{"nis", Type::Text}, {"name", Type::Text}, {"boundaries", Type::Text}},
        .features = {}};
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const auto& feature = layer.features()[i];
        output.features.push_back(
            {.geometry = polygons_of(layer, layer::FeatureId(static_cast<std::uint32_t>(i))),
             .values = {feature.code, feature.name, std::string(kMark)}});
    }
    std::vector<Finding> findings; // Of other formats: GeoJSON in its own CRS costs nothing.
    io::write_layer(output, io::LayerFormat::GeoJson, file, io::Overwrite::Yes, findings);
}

} // namespace regio::schematic
