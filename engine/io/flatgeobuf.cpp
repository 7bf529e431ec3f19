#include "base/error.hpp"
#include "io/format_builders.hpp"
#include "io/ogr_layer.hpp"

#include <fmt/format.h>

#include <variant>

namespace regio::io {

namespace {

/// GDAL would leave such a feature out without a word.
void refuse_nothing(const OutputLayer& layer, const std::string& file) {
    for (std::size_t row = 0; row < layer.features.size(); ++row) {
        const auto* const polygons =
            std::get_if<kernel::MultiPolygon>(&layer.features[row].geometry);
        if (polygons != nullptr && polygons->empty())
            throw InputError(fmt::format("{}: could not be written: feature {} has no polygon, and "
                                         "FlatGeobuf has no room for it",
                                         file, row + 1),
                             "write a GeoPackage");
    }
}

} // namespace

void build_flatgeobuf(const OutputLayer& layer, const BuildJob& job) {
    refuse_nothing(layer, job.attempt.file);
    GdalDataset dataset = create_dataset("FlatGeobuf", job.path, job.attempt);
    add_layer(dataset.get(), layer,
              {.crs = ogr_crs(layer.crs_wkt, job.attempt.file),
               .options = {"SPATIAL_INDEX=YES", "TEMPORARY_DIR=" + job.folder},
               .fields = own_fields(layer),
               .place = on_lattice(layer.lattice)},
              job.attempt);
    close_dataset(std::move(dataset), job.attempt);
}

} // namespace regio::io
