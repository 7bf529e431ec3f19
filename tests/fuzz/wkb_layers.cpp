#include "tests/fuzz/wkb_layers.hpp"

#include "io/ogr_polygons.hpp"

#include <ogr_geometry.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace regio::fuzz {

namespace {

/// Bounds that keep a run short.
constexpr std::size_t kMostFeatures = 16;
constexpr std::size_t kMostPositions = 20000;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Arcs become a few hundred lines at most.
io::CoordinateTerms terms(const OGRGeometry& geometry) {
    OGREnvelope box;
    geometry.getEnvelope(&box);
    const double size = std::max(box.MaxX - box.MinX, box.MaxY - box.MinY);
    const bool is_on_a_lattice = size < 1e15; // No number is not.
    return {.curve_tolerance = is_on_a_lattice ? std::max(0.01, size / 1e4) : kInfinity};
}

} // namespace

layer::RawLayer read_wkb(std::span<const std::uint8_t> bytes) {
    layer::RawLayer layer;
    while (!bytes.empty() && layer.features.size() < kMostFeatures &&
           layer.positions.size() < kMostPositions) {
        OGRGeometry* geometry = nullptr;
        std::size_t consumed = 0;
        if (OGRGeometryFactory::createFromWkb(bytes.data(), nullptr, &geometry, bytes.size(),
                                              wkbVariantOldOgc, consumed) != OGRERR_NONE)
            break;
        const std::unique_ptr<OGRGeometry> owner(geometry);
        layer.features.push_back({.fid = static_cast<std::int64_t>(layer.features.size())});
        io::add_polygons(OGRGeometry::ToHandle(geometry), terms(*geometry), layer);
        bytes = bytes.subspan(std::min(consumed, bytes.size()));
    }
    return layer;
}

std::optional<kernel::Lattice> fine_lattice(const kernel::Extent& extent) {
    for (const double unit_m : {1e-3, 1.0, 1e3, 1e6})
        if (const auto lattice = kernel::lattice_over(extent, unit_m))
            return lattice;
    return std::nullopt;
}

std::optional<kernel::Lattice> coarse_lattice(const kernel::Extent& extent) {
    const double size = std::max(extent.max_x - extent.min_x, extent.max_y - extent.min_y);
    const double unit_m = size / 12;
    return kernel::is_lattice_unit(unit_m) ? kernel::lattice_over(extent, unit_m) : std::nullopt;
}

void for_each_rounding(
    std::span<const std::uint8_t> bytes,
    const std::function<void(const layer::RawLayer& raw, const kernel::Lattice& lattice)>& check) {
    const layer::RawLayer raw = read_wkb(bytes);
    const kernel::Extent extent = extent_of(raw);
    if (extent.is_empty())
        return;
    for (const auto& lattice : {fine_lattice(extent), coarse_lattice(extent)})
        if (lattice)
            check(raw, *lattice);
}

} // namespace regio::fuzz
