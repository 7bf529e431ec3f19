#include "io/ogr_geometry.hpp"

#include "base/contract.hpp"

#include <variant>

namespace regio::io {

namespace {

using kernel::Position;

void add_part(OGRGeometryH whole, OgrGeometry part) {
    // Fails only where a geometry of this type cannot be a part of that one.
    const bool is_added = OGR_G_AddGeometryDirectly(whole, part.get()) == OGRERR_NONE;
    REGIO_EXPECTS(is_added);
    static_cast<void>(part.release()); // It is the whole's now.
}

OgrGeometry ogr_curve(OGRwkbGeometryType type, const std::vector<Position>& positions) {
    OgrGeometry geometry(OGR_G_CreateGeometry(type));
    constexpr int kStride = sizeof(Position);
    OGR_G_SetPoints(geometry.get(), static_cast<int>(positions.size()), &positions.front().x,
                    kStride, &positions.front().y, kStride, nullptr, 0);
    return geometry;
}

/// Makes the geometry of one feature, whichever of the kinds it is.
struct MakeGeometry {
    const Placement& place;

    OgrGeometry operator()(kernel::Point point) const {
        const auto positions = place({&point, 1});
        OgrGeometry geometry(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(geometry.get(), 0, positions.front().x, positions.front().y);
        return geometry;
    }

    OgrGeometry operator()(const Line& line) const {
        REGIO_EXPECTS(line.size() >= 2);
        return ogr_curve(wkbLineString, place(line));
    }

    OgrGeometry operator()(const kernel::MultiPolygon& polygons) const {
        OgrGeometry geometry(OGR_G_CreateGeometry(wkbMultiPolygon));
        for (const auto& polygon : polygons)
            add_part(geometry.get(), ogr_polygon(polygon));
        return geometry;
    }

private:
    [[nodiscard]] OgrGeometry ogr_ring(const kernel::Ring& ring) const {
        REGIO_EXPECTS(ring.size() >= 3);
        auto positions = place(ring);
        positions.push_back(positions.front());
        return ogr_curve(wkbLinearRing, positions);
    }

    [[nodiscard]] OgrGeometry ogr_polygon(const kernel::Polygon& polygon) const {
        OgrGeometry geometry(OGR_G_CreateGeometry(wkbPolygon));
        add_part(geometry.get(), ogr_ring(polygon.shell));
        for (const auto& hole : polygon.holes)
            add_part(geometry.get(), ogr_ring(hole));
        return geometry;
    }
};

} // namespace

Placement on_lattice(const kernel::Lattice& lattice) {
    return [lattice](std::span<const kernel::Point> points) {
        std::vector<Position> positions;
        positions.reserve(points.size() + 1);
        for (const auto point : points)
            positions.push_back(lattice.position(point));
        return positions;
    };
}

OgrGeometry ogr_geometry(const OutputGeometry& geometry, const Placement& place) {
    return std::visit(MakeGeometry{place}, geometry);
}

} // namespace regio::io
