#include "geos_polygons.hpp"

namespace regio::benchmarks {

std::vector<GeosGeometry> geos_polygons(GEOSContextHandle_t context, const layer::Layer& layer) {
    const double unit = layer.lattice().unit_m();
    std::vector<GeosGeometry> made;
    for (std::size_t i = 0; i < layer.ring_count(); ++i) {
        const kernel::RingView ring = layer.ring(layer::RingId(i));
        const auto count = static_cast<unsigned>(ring.size());
        GEOSCoordSequence* const points = GEOSCoordSeq_create_r(context, count + 1, 2);
        for (unsigned k = 0; k <= count; ++k)
            GEOSCoordSeq_setXY_r(context, points, k, ring[k % count].x * unit,
                                 ring[k % count].y * unit);
        GEOSGeometry* const shell = GEOSGeom_createLinearRing_r(context, points);
        made.emplace_back(GEOSGeom_createPolygon_r(context, shell, nullptr, 0),
                          DestroyGeos{context});
    }
    return made;
}

} // namespace regio::benchmarks
