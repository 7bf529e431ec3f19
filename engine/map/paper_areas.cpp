#include "map/paper_areas.hpp"

#include "base/contract.hpp"
#include "map/geos_areas.hpp"

#include <algorithm>
#include <cmath>

namespace regio::map {

using scene::PaperLine;

namespace {

/// The result of an operation of GEOS, which succeeds on valid areas.
GeosGeometry result(const GeosContext& context, GEOSGeometry* geometry) {
    REGIO_EXPECTS(geometry != nullptr);
    return owned(context, geometry);
}

GeosGeometry polygon(const GeosContext& context, const PaperLine& ring) {
    GEOSCoordSequence* points =
        GEOSCoordSeq_create_r(context.get(), static_cast<unsigned>(ring.size() + 1), 2);
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const auto& point = ring[i == ring.size() ? 0 : i];
        GEOSCoordSeq_setXY_r(context.get(), points, static_cast<unsigned>(i), point.x, point.y);
    }
    GEOSGeometry* shell = GEOSGeom_createLinearRing_r(context.get(), points);
    auto made = result(context, GEOSGeom_createPolygon_r(context.get(), shell, nullptr, 0));
    if (GEOSisValid_r(context.get(), made.get()) == 1)
        return made;
    return result(context, GEOSMakeValid_r(context.get(), made.get()));
}

PaperLine ring_from(const GeosContext& context, const GEOSGeometry* ring) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context.get(), ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(context.get(), points, &count);
    PaperLine line(count > 0 ? count - 1 : 0);
    for (unsigned i = 0; i < line.size(); ++i)
        GEOSCoordSeq_getXY_r(context.get(), points, i, &line[i].x, &line[i].y);
    return line;
}

/// What an area shares with the surroundings, this far, of another: long common borders give much.
double closeness(const GeosContext& context, const GEOSGeometry* area, const GEOSGeometry* other) {
    constexpr double kReach = 0.05;
    const auto around = result(context, GEOSBuffer_r(context.get(), area, kReach, 2));
    const auto shared = result(context, GEOSIntersection_r(context.get(), around.get(), other));
    double area_mm2 = 0;
    GEOSArea_r(context.get(), shared.get(), &area_mm2);
    return area_mm2;
}

} // namespace

GeosGeometry to_geos(const GeosContext& context, const Rings& rings) {
    auto area = result(context, GEOSGeom_createEmptyPolygon_r(context.get()));
    for (const PaperLine& ring : rings)
        if (ring.size() >= 3)
            area = result(context, GEOSSymDifference_r(context.get(), area.get(),
                                                       polygon(context, ring).get()));
    return area;
}

Rings to_rings(const GeosContext& context, const GEOSGeometry* geometry) {
    Rings rings;
    const int count = GEOSGetNumGeometries_r(context.get(), geometry);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context.get(), geometry, i);
        if (GEOSGeomTypeId_r(context.get(), part) != GEOS_POLYGON ||
            GEOSisEmpty_r(context.get(), part) == 1)
            continue;
        rings.push_back(ring_from(context, GEOSGetExteriorRing_r(context.get(), part)));
        const int holes = GEOSGetNumInteriorRings_r(context.get(), part);
        for (int j = 0; j < holes; ++j)
            rings.push_back(ring_from(context, GEOSGetInteriorRingN_r(context.get(), part, j)));
    }
    return rings;
}

Rings unite(const Rings& one, const Rings& other) {
    const auto context = make_geos_context();
    const auto a = to_geos(context, one);
    const auto b = to_geos(context, other);
    return to_rings(context, result(context, GEOSUnion_r(context.get(), a.get(), b.get())).get());
}

Rings subtract(const Rings& from, const Rings& what) {
    const auto context = make_geos_context();
    const auto a = to_geos(context, from);
    const auto b = to_geos(context, what);
    return to_rings(context,
                    result(context, GEOSDifference_r(context.get(), a.get(), b.get())).get());
}

double area_mm2(const Rings& rings) {
    const auto context = make_geos_context();
    double area = 0;
    GEOSArea_r(context.get(), to_geos(context, rings).get(), &area);
    return area;
}

Rings part_of_merger(const Rings& whole, const Rings& wanted, const Rings& others) {
    const auto context = make_geos_context();
    const auto all = to_geos(context, whole);
    const auto own = to_geos(context, wanted);
    auto other = to_geos(context, others);
    const auto former = result(context, GEOSUnion_r(context.get(), own.get(), other.get()));
    const auto in_none = result(context, GEOSDifference_r(context.get(), all.get(), former.get()));
    // What the former parts both claim goes to the wanted one.
    other = result(context, GEOSDifference_r(context.get(), other.get(), own.get()));
    const int slivers = GEOSGetNumGeometries_r(context.get(), in_none.get());
    auto rest = owned(context, GEOSGeom_clone_r(context.get(), other.get()));
    for (int i = 0; i < slivers; ++i) {
        const GEOSGeometry* sliver = GEOSGetGeometryN_r(context.get(), in_none.get(), i);
        if (closeness(context, sliver, other.get()) > closeness(context, sliver, own.get()))
            rest = result(context, GEOSUnion_r(context.get(), rest.get(), sliver));
    }
    return to_rings(context,
                    result(context, GEOSDifference_r(context.get(), all.get(), rest.get())).get());
}

} // namespace regio::map
