#pragma once

#include "io/gdal_attempt.hpp"
#include "io/gdal_dataset.hpp"
#include "io/ogr_geometry.hpp"
#include "io/output_layer.hpp"

#include <ogr_srs_api.h>

#include <memory>
#include <string>
#include <vector>

namespace regio::io {

struct OgrCrsReleaser {
    void operator()(OGRSpatialReferenceH crs) const { OSRRelease(crs); }
};
using OgrCrs = std::unique_ptr<void, OgrCrsReleaser>;

/// The CRS of a definition, with coordinates in the order east, north. Throws InputError "FILE: …"
/// when GDAL does not understand it.
[[nodiscard]] OgrCrs ogr_crs(const std::string& definition, const std::string& file);

/// A field as a format has room for it; 0 leaves width and decimals to the format.
struct OgrField {
    std::string name;
    OutputField::Meaning meaning = OutputField::Meaning::Plain;
    int width = 0;
    int decimals = 0;
};

/// How a layer is to lie in a dataset.
struct OgrLayerTerms {
    const OgrCrs& crs;
    std::vector<std::string> options; ///< Of the format, for a layer.
    std::vector<OgrField> fields;     ///< One for each of the layer's.
    const Placement& place;
};

/// The fields of a layer with their own names.
[[nodiscard]] std::vector<OgrField> own_fields(const OutputLayer& layer);

/// A new dataset of one of GDAL's formats. Throws InputError when GDAL fails.
[[nodiscard]] GdalDataset create_dataset(const char* driver, const std::string& path,
                                         const GdalAttempt& attempt);

/// Adds the layer, its fields and its features. Throws InputError when GDAL fails.
void add_layer(GDALDatasetH dataset, const OutputLayer& layer, const OgrLayerTerms& terms,
               const GdalAttempt& attempt);

/// Writes what is left, and closes. Throws InputError when GDAL fails.
void close_dataset(GdalDataset dataset, const GdalAttempt& attempt);

} // namespace regio::io
