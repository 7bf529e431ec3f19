// Reads geometries from any bytes and holds what the engine makes of them to the laws of its
// headers. The bytes are features as WKB, one after the other, as far as they can be read.

#include "coverage/coverage_health.hpp"
#include "coverage/outline.hpp"
#include "io/ogr_polygons.hpp"
#include "kernel/lattice.hpp"
#include "layer/rounding.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/kernel_laws.hpp"
#include "tests/fuzz/layer_laws.hpp"
#include "tests/fuzz/outline_laws.hpp"
#include "topology/chains.hpp"
#include "topology/self_contacts.hpp"

#include <cpl_error.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

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

layer::RawLayer read(std::span<const std::uint8_t> bytes) {
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

/// The finest lattice that holds the extent, from millimetres up.
std::optional<kernel::Lattice> fine_lattice(const kernel::Extent& extent) {
    for (const double unit_m : {1e-3, 1.0, 1e3, 1e6})
        if (const auto lattice = kernel::lattice_over(extent, unit_m))
            return lattice;
    return std::nullopt;
}

/// A lattice of a few points, on which nearly everything meets.
std::optional<kernel::Lattice> coarse_lattice(const kernel::Extent& extent) {
    const double size = std::max(extent.max_x - extent.min_x, extent.max_y - extent.min_y);
    if (!(1e-6 < size && size < 1e12))
        return std::nullopt;
    return kernel::lattice_over(extent, size / 12);
}

void check_outlines(const layer::Layer& layer, const topology::Chains& chains, Overlaps overlaps) {
    const coverage::Outliner outliner(chains);
    std::array<std::vector<layer::FeatureId>, 2> alternating;
    std::vector<layer::FeatureId> all;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const layer::FeatureId feature{static_cast<std::uint32_t>(i)};
        check_outline(layer, outliner, std::array{feature}, overlaps);
        alternating[i % 2].push_back(feature);
        all.push_back(feature);
    }
    check_outline(layer, outliner, all, overlaps);
    for (const auto& group : alternating)
        check_outline(layer, outliner, group, overlaps);
}

void check(const layer::RawLayer& raw, const kernel::Lattice& lattice) {
    std::vector<Finding> findings;
    const layer::Layer layer = round_to(raw, lattice, findings);
    check_rounding(raw, layer);
    check_rings(layer);
    check_indices(layer);
    const topology::Chains chains(layer);
    check_chains(layer, chains);
    check_adjacency(layer, chains);
    const auto contacts = topology::find_self_contacts(layer);
    check_self_contacts(layer, contacts);
    topology::report_self_contacts(layer, findings);
    const auto health = coverage::coverage_health(layer, chains);
    check_health(layer, chains, health);
    check_ring_builder(chains);
    check_outlines(layer, chains, overlaps_of(layer, chains, contacts, health));
}

void run(std::span<const std::uint8_t> bytes) {
    const layer::RawLayer raw = read(bytes);
    const kernel::Extent extent = extent_of(raw);
    if (extent.is_empty())
        return;
    for (const auto& lattice : {fine_lattice(extent), coarse_lattice(extent)})
        if (lattice)
            check(raw, *lattice);
}

} // namespace

} // namespace regio::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    CPLSetErrorHandler(CPLQuietErrorHandler);
    regio::fuzz::run({bytes, size});
    return 0;
}
