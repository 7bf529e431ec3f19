#pragma once

#include "io/gdal_dataset.hpp"
#include "io/output_layer.hpp"

#include <string>
#include <vector>

namespace regio::test {

/// A written file as GDAL reads it, without our own reader.
class WrittenLayer {
public:
    /// The layer of that name, or the only one.
    explicit WrittenLayer(const std::string& file, const std::string& layer = {});

    [[nodiscard]] OGRLayerH layer() const { return layer_; }
    [[nodiscard]] GDALDatasetH dataset() const { return dataset_.get(); }

    /// All features in the order of the file, rounded to the lattice; polygons as parts of one.
    [[nodiscard]] std::vector<io::OutputFeature> features(const kernel::Lattice& lattice) const;

    /// The code of the CRS: "31370"; empty without.
    [[nodiscard]] std::string crs_code() const;

    /// Whether GEOS calls the geometry of each feature valid.
    [[nodiscard]] bool is_valid() const;

private:
    io::GdalDataset dataset_;
    OGRLayerH layer_;
};

} // namespace regio::test
