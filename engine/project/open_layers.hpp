#pragma once

#include "base/finding.hpp"
#include "io/crs.hpp"
#include "io/layer_reader.hpp"
#include "kernel/lattice.hpp"
#include "layer/layer.hpp"
#include "layer/raw_layer.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regio::project {

/// How a layer was brought from its own system to the working one.
struct Transformation {
    std::string operation;
    bool is_ballpark = false;         ///< Takes two datums for one: hundreds of metres off.
    std::optional<double> accuracy_m; ///< Nothing: PROJ does not know.
    std::vector<std::string> missing_grids;
    std::optional<double> better_accuracy_m; ///< With those grids.
};

/// A layer on the lattice of the job.
struct OpenedLayer {
    layer::Layer layer;
    io::Crs own_crs;
    std::optional<Transformation> transformation; ///< Nothing: it was in the working CRS.
    std::string format;                           ///< As GDAL calls it: "ESRI Shapefile".
    layer::RawLayer raw; ///< As it was read, in the working CRS; empty unless it is to be kept.
};

/// Whether layers are kept as they were before they were rounded.
enum class RawLayers : std::uint8_t { Dropped, Kept };

struct LatticeTerms {
    std::string crs;       ///< The working CRS; empty: chosen.
    double unit_m = 0.001; ///< A millimetre: below what boundaries are known to.
};

/// Layers of one job: in one CRS and on one lattice.
struct OpenedLayers {
    io::Crs crs;
    kernel::Lattice lattice;
    std::vector<OpenedLayer> layers; ///< In the order of the sources.
};

/// Reads the layers, brings them to the working CRS and rounds them to a lattice over all of them.
///
/// The working CRS is the one that is named, else that of the first layer; when that is geographic
/// it is EPSG:31370 for a layer in Belgium. Lengths and areas need metres: a working CRS in other
/// units is refused. Findings: R401-R405, R409-R411, R422, R425, R426. Throws InputError as
/// io::read_layer() does, for a CRS that cannot be chosen or used, for coordinates in degrees that
/// are none, for positions that cannot be transformed, and for a joint extent of 2³¹ units or more.
[[nodiscard]] OpenedLayers open_layers(std::span<const io::LayerSource> sources,
                                       const LatticeTerms& terms, std::vector<Finding>& findings,
                                       RawLayers raw = RawLayers::Dropped);

} // namespace regio::project
