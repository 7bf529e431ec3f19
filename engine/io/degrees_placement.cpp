#include "io/degrees_placement.hpp"

#include "base/error.hpp"
#include "io/crs.hpp"
#include "io/ogr_geometry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

namespace regio::io {

namespace {

using kernel::Point;
using kernel::Position;

/// Adds the points of a geometry to an extent.
struct Include {
    kernel::Extent& extent;
    const kernel::Lattice& lattice;

    void operator()(Point point) const { extent.include(lattice.position(point)); }
    void operator()(const Line& line) const {
        for (const auto point : line)
            (*this)(point);
    }
    void operator()(const kernel::MultiPolygon& polygons) const {
        for (const auto& polygon : polygons)
            (*this)(polygon.shell); // Holes lie within.
    }
};

kernel::Extent extent_of(const OutputLayer& layer) {
    kernel::Extent extent;
    for (const auto& feature : layer.features)
        std::visit(Include{extent, layer.lattice}, feature.geometry);
    return extent;
}

double rounded(double degrees) {
    static const double per_degree = std::pow(10, DegreesPlacement::kDecimals);
    return std::nearbyint(degrees * per_degree) / per_degree;
}

} // namespace

DegreesPlacement::DegreesPlacement(const OutputLayer& layer, const std::string& file)
    : lattice_(layer.lattice), file_(file),
      operation_(Crs::parse(layer.crs_wkt, file), Crs::parse("EPSG:4326", file), extent_of(layer),
                 file) {}

std::vector<Position> DegreesPlacement::place(std::span<const Point> points) {
    const auto own = on_lattice(lattice_)(points);
    auto placed = own;
    operation_.apply(placed);
    for (auto& position : placed)
        position = {rounded(position.x), rounded(position.y)};
    auto back = placed;
    operation_.apply_inverse(back);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const double off = std::hypot(back[i].x - own[i].x, back[i].y - own[i].y);
        if (!std::isfinite(off))
            throw InputError(fmt::format("{}: could not be written: {} {} cannot be brought to "
                                         "degrees of WGS 84",
                                         file_, own[i].x, own[i].y),
                             "write it in its own system, without --rfc7946");
        greatest_displacement_m_ = std::max(greatest_displacement_m_, off);
    }
    return placed;
}

} // namespace regio::io
