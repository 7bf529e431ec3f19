#include "io/layer_writer.hpp"

#include "base/contract.hpp"
#include "io/format_builders.hpp"
#include "io/gdal_dataset.hpp"
#include "io/layer_checks.hpp"
#include "io/output_file_set.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace regio::io {

namespace {

/// A folder of GDAL's file system in memory that goes away with the object. Its name is the
/// object's own, and does not come into what is written.
class MemoryFolder {
public:
    MemoryFolder() : path_(fmt::format("/vsimem/regio-{}", static_cast<const void*>(this))) {}
    ~MemoryFolder() { VSIRmdirRecursive(path_.c_str()); }
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// The name in memory: GDAL takes another than these for the name of a folder.
std::string name_in_memory(LayerFormat format) {
    switch (format) {
    case LayerFormat::FlatGeobuf:
        return "layer.fgb";
    case LayerFormat::Shapefile:
        return "layer.shp";
    default:
        return "layer";
    }
}

void build(std::span<const OutputLayer> layers, LayerFormat format, const BuildJob& job) {
    switch (format) {
    case LayerFormat::GeoPackage:
        return build_geopackage(layers, job);
    case LayerFormat::GeoJson:
        return build_geojson(layers.front(), job);
    case LayerFormat::GeoJsonRfc7946:
        return build_rfc7946(layers.front(), job);
    case LayerFormat::FlatGeobuf:
        return build_flatgeobuf(layers.front(), job);
    case LayerFormat::Shapefile:
        return build_shapefile(layers.front(), job);
    }
}

/// The bytes of a file in memory, which stays the owner.
std::string_view bytes_of(const std::string& path, const GdalAttempt& attempt) {
    vsi_l_offset size = 0;
    const auto* const bytes = VSIGetMemFileBuffer(path.c_str(), &size, 0);
    attempt.require(bytes != nullptr);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

void copy(std::string_view bytes, OutputFile& output) {
    constexpr std::size_t kPiece = 1 << 20;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size())))
        output.write(bytes.substr(0, kPiece));
}

} // namespace

void write_layers(std::span<const OutputLayer> layers, LayerFormat format, const std::string& file,
                  Overwrite overwrite, std::vector<Finding>& findings) {
    REGIO_EXPECTS(layers.size() == 1 || holds_several_layers(format));
    OutputFileSet outputs(output_files(format, file), obsolete_files(format, file), overwrite);
    const std::string shown = file == "-" ? "standard output" : file;
    check_layers(layers, shown);
    const MemoryFolder memory;
    const std::string path = memory.path() + "/" + name_in_memory(format);
    const GdalComplaints complaints;
    const GdalAttempt attempt{shown, complaints};
    build(layers, format, {memory.path(), path, attempt, findings});
    const auto built = output_files(format, path);
    for (std::size_t i = 0; i < built.size(); ++i)
        copy(bytes_of(built[i], attempt), outputs[i]);
    outputs.finish();
}

void write_layer(const OutputLayer& layer, LayerFormat format, const std::string& file,
                 Overwrite overwrite, std::vector<Finding>& findings) {
    write_layers({&layer, 1}, format, file, overwrite, findings);
}

} // namespace regio::io
