#pragma once

#include "base/finding.hpp"
#include "io/gdal_attempt.hpp"
#include "io/output_layer.hpp"

#include <span>
#include <string>
#include <vector>

namespace regio::io {

/// A file, or several, that GDAL is to build in its memory.
struct BuildJob {
    const std::string& folder; ///< Of GDAL's file system in memory, its own.
    const std::string& path;   ///< Of the file in it.
    const GdalAttempt& attempt;
    std::vector<Finding>& findings;
};

/// One function for each format; what each promises stands with write_layers(). All throw
/// InputError for what the format has no room for, and when GDAL fails. Preconditions: layers have
/// passed check_layers(), and their names differ from those that the format keeps for itself.
void build_geopackage(std::span<const OutputLayer> layers, const BuildJob& job);
void build_geojson(const OutputLayer& layer, const BuildJob& job);
void build_rfc7946(const OutputLayer& layer, const BuildJob& job);
void build_flatgeobuf(const OutputLayer& layer, const BuildJob& job);
void build_shapefile(const OutputLayer& layer, const BuildJob& job);

} // namespace regio::io
