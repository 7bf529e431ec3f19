#include "io/ogr_geometry.hpp"

#include "base/contract.hpp"

#include <vector>

namespace regio::io {

namespace {

void add_part(OGRGeometryH whole, OgrGeometry part) {
    // Fails only where a geometry of this type cannot be a part of that one.
    const bool is_added = OGR_G_AddGeometryDirectly(whole, part.get()) == OGRERR_NONE;
    REGIO_EXPECTS(is_added);
    static_cast<void>(part.release()); // It is the whole's now.
}

OgrGeometry ogr_ring(const kernel::Ring& ring, const kernel::Lattice& lattice) {
    REGIO_EXPECTS(ring.size() >= 3);
    std::vector<kernel::Position> positions;
    positions.reserve(ring.size() + 1);
    for (const auto point : ring)
        positions.push_back(lattice.position(point));
    positions.push_back(positions.front());
    OgrGeometry geometry(OGR_G_CreateGeometry(wkbLinearRing));
    constexpr int kStride = sizeof(kernel::Position);
    OGR_G_SetPoints(geometry.get(), static_cast<int>(positions.size()), &positions.front().x,
                    kStride, &positions.front().y, kStride, nullptr, 0);
    return geometry;
}

OgrGeometry ogr_polygon(const kernel::Polygon& polygon, const kernel::Lattice& lattice) {
    OgrGeometry geometry(OGR_G_CreateGeometry(wkbPolygon));
    add_part(geometry.get(), ogr_ring(polygon.shell, lattice));
    for (const auto& hole : polygon.holes)
        add_part(geometry.get(), ogr_ring(hole, lattice));
    return geometry;
}

} // namespace

OgrGeometry ogr_geometry(const kernel::MultiPolygon& polygons, const kernel::Lattice& lattice) {
    OgrGeometry geometry(OGR_G_CreateGeometry(wkbMultiPolygon));
    for (const auto& polygon : polygons)
        add_part(geometry.get(), ogr_polygon(polygon, lattice));
    return geometry;
}

} // namespace regio::io
