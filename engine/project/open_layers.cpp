#include "project/open_layers.hpp"

#include "base/append.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "io/crs_fit.hpp"
#include "io/crs_operation.hpp"
#include "layer/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace regio::project {

namespace {

using io::Crs;
using io::ReadLayer;
using kernel::Extent;

constexpr const char* kBelgianCrs = "EPSG:31370";

/// Map coordinates in a layer that says, or as GeoJSON without "crs" means, that they are degrees.
void refuse_no_degrees(const ReadLayer& read) {
    constexpr double kTurn = 360;
    if (!read.crs.is_geographic())
        return;
    const Extent extent = extent_of(read.polygons);
    if (extent.is_empty() ||
        std::max({-extent.min_x, extent.max_x, -extent.min_y, extent.max_y}) <= kTurn)
        return;
    throw InputError(
        fmt::format(
            "{}: is in degrees ({}) by what it says, but its coordinates are none, as {} {}",
            to_text(read.polygons.source), read.crs.name(), extent.min_x, extent.min_y),
        "give the layer its own system first: a .prj, or in GeoJSON a \"crs\" member");
}

Crs chosen_crs(const ReadLayer& first, const std::string& named) {
    if (!named.empty()) {
        Crs crs = Crs::parse(named, "--crs");
        if (!crs.is_projected_in_metres())
            throw InputError(fmt::format("--crs {}: {} has no metres", named, crs.name()),
                             "name a projected system in metres, as EPSG:31370");
        return crs;
    }
    if (first.crs.is_projected_in_metres())
        return first.crs;
    const std::string where = to_text(first.polygons.source);
    if (!first.crs.is_geographic())
        throw InputError(fmt::format("{}: {} has no metres", where, first.crs.name()),
                         "name the system to work in with --crs, as in --crs EPSG:31370");
    if (!io::is_in_belgium(extent_of(first.polygons)))
        throw InputError(
            fmt::format("{}: is in degrees ({}) and lies outside Belgium", where, first.crs.name()),
            "name the system to work in with --crs, as in --crs EPSG:3035");
    return Crs::parse(kBelgianCrs, where);
}

std::string shown(const Crs& crs) {
    return crs.code().empty() ? crs.name() : crs.code();
}

void refuse_lost_positions(const layer::RawLayer& layer, const io::CrsOperation& operation) {
    for (const auto& part : layer.parts)
        for (std::size_t i = 0; i < part.ring_count; ++i) {
            const auto& ring = layer.rings[part.first_ring + i];
            for (const kernel::Position position : layer.positions.range(ring.first, ring.count))
                if (std::isnan(position.x))
                    throw InputError(
                        fmt::format("{}: feature {}: a position cannot be brought to the working "
                                    "CRS by \"{}\"",
                                    to_text(layer.source), layer.features[index(part.feature)].fid,
                                    operation.name()),
                        "is the CRS of the layer the right one?");
        }
}

void report(const ReadLayer& read, const Crs& crs, const Transformation& transformation,
            std::vector<Finding>& findings) {
    const auto metres = [](const std::optional<double>& accuracy) {
        return accuracy ? fmt::format("{}", *accuracy) : std::string("?");
    };
    if (transformation.is_ballpark)
        findings.push_back({.number = FindingNumber::TransformedBallpark,
                            .values = {{"from", shown(read.crs)},
                                       {"to", shown(crs)},
                                       {"operation", transformation.operation}},
                            .source = read.polygons.source});
    else
        findings.push_back({.number = FindingNumber::LayerTransformed,
                            .values = {{"from", shown(read.crs)},
                                       {"to", shown(crs)},
                                       {"operation", transformation.operation},
                                       {"accuracy", metres(transformation.accuracy_m)}},
                            .source = read.polygons.source});
    if (!transformation.missing_grids.empty())
        findings.push_back(
            {.number = FindingNumber::GridMissing,
             .values = {{"grids", fmt::format("{}", fmt::join(transformation.missing_grids, ", "))},
                        {"accuracy", metres(transformation.better_accuracy_m)}},
             .source = read.polygons.source});
}

/// Brings a layer to the working CRS in place; nothing when it is there.
std::optional<Transformation> transform(ReadLayer& read, const Crs& crs,
                                        std::vector<Finding>& findings) {
    if (read.crs == crs)
        return std::nullopt;
    const io::CrsOperation operation(read.crs, crs, extent_of(read.polygons),
                                     to_text(read.polygons.source));
    for (const auto positions : read.polygons.positions.blocks())
        operation.apply(positions);
    for (layer::RawRemnant& remnant : read.polygons.remnants)
        operation.apply(std::span(&remnant.place, 1));
    refuse_lost_positions(read.polygons, operation);
    Transformation transformation{.operation = operation.name(),
                                  .is_ballpark = operation.is_ballpark(),
                                  .accuracy_m = operation.accuracy_m(),
                                  .missing_grids = operation.missing_grids(),
                                  .better_accuracy_m = operation.better_accuracy_m()};
    report(read, crs, transformation, findings);
    return transformation;
}

/// Borders are numbered in 32 bits, and may have two points for every one of a ring.
void refuse_too_many_points(const layer::RawLayer& layer) {
    constexpr std::size_t kMost = std::size_t{1} << 31;
    if (layer.positions.size() + layer.rings.size() >= kMost)
        throw InputError(fmt::format("{}: has {} points, more than can be worked with",
                                     to_text(layer.source), layer.positions.size()),
                         "divide the layer");
}

/// Areas in a system that does not serve the place, or is not made for areas, are wrong ones.
void report_fit(const std::vector<ReadLayer>& layers, const std::vector<Extent>& extents,
                const Crs& crs, std::vector<Finding>& findings) {
    const auto fits = io::fits_of(crs, extents);
    for (std::size_t i = 0; i < fits.size(); ++i)
        if (!fits[i].is_good())
            findings.push_back({.number = FindingNumber::CrsDoesNotFit,
                                .values = {{"crs", shown(crs)},
                                           {"scale", fmt::format("{:.3f}", fits[i].areal_scale)}},
                                .source = layers[i].polygons.source});
}

ReadLayer read_fitting(const io::LayerSource& source, std::vector<Finding>& findings) {
    ReadLayer read = io::read_layer(source, findings);
    refuse_too_many_points(read.polygons);
    refuse_no_degrees(read);
    return read;
}

/// All layers, side by side. What is wrong with the first that fails is thrown.
std::vector<ReadLayer> read_layers(std::span<const io::LayerSource> sources,
                                   std::vector<Finding>& findings) {
    struct Reading {
        std::optional<ReadLayer> layer;
        std::vector<Finding> findings;
    };
    std::vector<Reading> readings(sources.size());
    for_each_in_parallel(sources.size(), [&](std::size_t i) {
        readings[i].layer = read_fitting(sources[i], readings[i].findings);
    });
    std::vector<ReadLayer> layers;
    for (Reading& reading : readings) {
        append(reading.findings, findings);
        layers.push_back(std::move(*reading.layer));
    }
    return layers;
}

kernel::Lattice lattice_for(const std::vector<ReadLayer>& layers,
                            const std::vector<Extent>& extents, double unit_m) {
    Extent joint;
    for (const Extent& extent : extents)
        joint.include(extent);
    if (joint.is_empty())
        return {.units_per_metre = kernel::units_per_metre(unit_m)};
    const auto lattice = kernel::lattice_over(joint, unit_m);
    if (!lattice)
        throw InputError(
            fmt::format(
                "{}: the joint extent, x {:g} to {:g} and y {:g} to {:g} m, has no room on a "
                "lattice of 2^31 units of {} m",
                to_text(layers.front().polygons.source), joint.min_x, joint.max_x, joint.min_y,
                joint.max_y, unit_m),
            "is the CRS right? else take a coarser lattice, as in --lattice 0.01");
    return *lattice;
}

} // namespace

OpenedLayers open_layers(std::span<const io::LayerSource> sources, const LatticeTerms& terms,
                         std::vector<Finding>& findings, RawLayers raw) {
    std::vector<ReadLayer> read = read_layers(sources, findings);
    const Crs crs = chosen_crs(read.front(), terms.crs);
    std::vector<std::optional<Transformation>> transformations;
    for (auto& layer : read)
        transformations.push_back(transform(layer, crs, findings));
    std::vector<Extent> extents;
    for (const auto& layer : read)
        extents.push_back(extent_of(layer.polygons));
    report_fit(read, extents, crs, findings);
    OpenedLayers opened{.crs = crs, .lattice = lattice_for(read, extents, terms.unit_m)};
    for (std::size_t i = 0; i < read.size(); ++i) {
        opened.layers.push_back({.layer = round_to(read[i].polygons, opened.lattice, findings),
                                 .own_crs = read[i].crs,
                                 .transformation = std::move(transformations[i]),
                                 .format = std::move(read[i].format),
                                 .raw = {}});
        if (raw == RawLayers::Kept)
            opened.layers.back().raw = std::move(read[i].polygons);
        read[i].polygons = {};
    }
    return opened;
}

} // namespace regio::project
