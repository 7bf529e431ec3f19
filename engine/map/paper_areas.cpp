#include "map/paper_areas.hpp"

#include "base/error.hpp"
#include "map/geos_areas.hpp"

#include <span>
#include <utility>
#include <vector>

namespace regio::map {

using scene::PaperLine;

namespace {

/// Borders that are nearly the same, as those of two surveys, are overlaid on a grid: in floating
/// numbers their crossings miss each other, and what should meet leaves slivers.
constexpr double kGrid_mm = 1e-6;

/// The result of an operation of GEOS. It succeeds on valid areas; what users have may be none.
GeosGeometry result(const GeosContext& context, GEOSGeometry* geometry) {
    if (geometry == nullptr)
        throw InputError("areas on the map cannot be laid over each other (GEOS)",
                         "regio info says what is wrong with the boundaries");
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
    // A ring that runs back on itself leaves lines beside areas, which a buffer of 0 drops.
    const auto repaired = result(context, GEOSMakeValid_r(context.get(), made.get()));
    return result(context, GEOSBuffer_r(context.get(), repaired.get(), 0, 1));
}

/// Half and half, so that no ring is laid over more than the logarithm of their number.
GeosGeometry even_odd(const GeosContext& context, std::span<const PaperLine> rings) {
    if (rings.size() > 1) {
        const auto half = rings.size() / 2;
        return result(context,
                      GEOSSymDifference_r(context.get(), even_odd(context, rings.first(half)).get(),
                                          even_odd(context, rings.subspan(half)).get()));
    }
    if (rings.empty() || rings.front().size() < 3)
        return result(context, GEOSGeom_createEmptyPolygon_r(context.get()));
    return polygon(context, rings.front());
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

GeosGeometry grown(const GeosContext& context, const GeosGeometry& area, double reach_mm,
                   int quadrant_segments = 2) {
    return result(context, GEOSBuffer_r(context.get(), area.get(), reach_mm, quadrant_segments));
}

/// What of a geometry is area. What is narrower than the grid collapses to lines, which stand
/// beside areas in a collection, and GEOS lays no collection over anything.
GeosGeometry only_areas(const GeosContext& context, GeosGeometry geometry) {
    if (GEOSGeomTypeId_r(context.get(), geometry.get()) != GEOS_GEOMETRYCOLLECTION)
        return geometry;
    std::vector<GEOSGeometry*> areas;
    const int count = GEOSGetNumGeometries_r(context.get(), geometry.get());
    for (int i = 0; i < count; ++i)
        if (const GEOSGeometry* part = GEOSGetGeometryN_r(context.get(), geometry.get(), i);
            GEOSGeomTypeId_r(context.get(), part) == GEOS_POLYGON)
            areas.push_back(GEOSGeom_clone_r(context.get(), part));
    return result(context,
                  GEOSGeom_createCollection_r(context.get(), GEOS_MULTIPOLYGON, areas.data(),
                                              static_cast<unsigned>(areas.size())));
}

template <auto overlay>
GeosGeometry overlaid(const GeosContext& context, const GeosGeometry& one,
                      const GeosGeometry& other) {
    return only_areas(context,
                      result(context, overlay(context.get(), one.get(), other.get(), kGrid_mm)));
}

GeosGeometry without(const GeosContext& context, const GeosGeometry& area,
                     const GeosGeometry& what) {
    return overlaid<GEOSDifferencePrec_r>(context, area, what);
}

GeosGeometry together(const GeosContext& context, const GeosGeometry& one,
                      const GeosGeometry& other) {
    return overlaid<GEOSUnionPrec_r>(context, one, other);
}

GeosGeometry shared(const GeosContext& context, const GeosGeometry& one,
                    const GeosGeometry& other) {
    return overlaid<GEOSIntersectionPrec_r>(context, one, other);
}

/// Half and half, as rings are laid over each other.
GeosGeometry all_together(const GeosContext& context, std::span<const Rings> areas) {
    if (areas.empty())
        return result(context, GEOSGeom_createEmptyPolygon_r(context.get()));
    if (areas.size() == 1)
        return to_geos(context, areas.front());
    const auto half = areas.size() / 2;
    return together(context, all_together(context, areas.first(half)),
                    all_together(context, areas.subspan(half)));
}

/// One operation on each of some areas and the same other one.
template <typename Operation>
std::vector<Rings> each_with(std::span<const Rings> areas, const Rings& other,
                             const Operation& operation) {
    const auto context = make_geos_context();
    const auto ready = to_geos(context, other);
    std::vector<Rings> results;
    results.reserve(areas.size());
    for (const Rings& area : areas)
        results.push_back(
            to_rings(context, operation(context, to_geos(context, area), ready).get()));
    return results;
}

/// What of an area lies nearer to `other` than to `own`, told by growing both in steps; what
/// neither reaches goes piece by piece.
GeosGeometry nearer_to_other(const GeosContext& context, GeosGeometry area, const GeosGeometry& own,
                             const GeosGeometry& other) {
    constexpr double kFirst_mm = 0.05;
    constexpr double kLast_mm = 4;
    constexpr double kStep = 1.25;
    auto nearer = result(context, GEOSGeom_createEmptyPolygon_r(context.get()));
    for (double reach = kFirst_mm;
         reach < kLast_mm && GEOSisEmpty_r(context.get(), area.get()) == 0; reach *= kStep) {
        area = without(context, area, grown(context, own, reach));
        auto left = without(context, area, grown(context, other, reach));
        nearer = together(context, nearer, without(context, area, left));
        area = std::move(left);
    }
    const int count = GEOSGetNumGeometries_r(context.get(), area.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* piece = GEOSGetGeometryN_r(context.get(), area.get(), i);
        double to_own = 0;
        double to_other = 0;
        GEOSDistance_r(context.get(), piece, own.get(), &to_own);
        GEOSDistance_r(context.get(), piece, other.get(), &to_other);
        if (to_other < to_own)
            nearer =
                together(context, nearer, owned(context, GEOSGeom_clone_r(context.get(), piece)));
    }
    return nearer;
}

} // namespace

GeosGeometry to_geos(const GeosContext& context, const Rings& rings) {
    return even_odd(context, rings);
}

Rings to_rings(const GeosContext& context, const GEOSGeometry* geometry) {
    Rings rings;
    const int count = GEOSGetNumGeometries_r(context.get(), geometry);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(context.get(), geometry, i);
        const int type = GEOSGeomTypeId_r(context.get(), part);
        if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
            const Rings inner = to_rings(context, part);
            rings.insert(rings.end(), inner.begin(), inner.end());
        }
        if (type != GEOS_POLYGON || GEOSisEmpty_r(context.get(), part) == 1)
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
    return to_rings(context,
                    together(context, to_geos(context, one), to_geos(context, other)).get());
}

Rings subtract(const Rings& from, const Rings& what) {
    const auto context = make_geos_context();
    return to_rings(context,
                    without(context, to_geos(context, from), to_geos(context, what)).get());
}

Rings intersect(const Rings& one, const Rings& other) {
    const auto context = make_geos_context();
    return to_rings(context, shared(context, to_geos(context, one), to_geos(context, other)).get());
}

std::vector<Rings> intersect_each(std::span<const Rings> areas, const Rings& other) {
    return each_with(areas, other, shared);
}

std::vector<Rings> subtract_from_each(std::span<const Rings> areas, const Rings& what) {
    return each_with(areas, what, without);
}

Rings unite_all(std::span<const Rings> areas) {
    const auto context = make_geos_context();
    return to_rings(context, all_together(context, areas).get());
}

Rings widened(const Rings& area, double reach_mm) {
    constexpr int kQuadrantSegments = 8;
    const auto context = make_geos_context();
    return to_rings(context,
                    grown(context, to_geos(context, area), reach_mm, kQuadrantSegments).get());
}

Rings simplified(const Rings& area, double tolerance_mm) {
    const auto context = make_geos_context();
    const auto fewer =
        result(context, GEOSTopologyPreserveSimplify_r(context.get(), to_geos(context, area).get(),
                                                       tolerance_mm));
    return to_rings(context, fewer.get());
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
    const auto other = to_geos(context, others);
    auto in_none = without(context, all, together(context, own, other));
    // What the former parts both claim goes to the wanted one.
    const auto rest = together(context, without(context, other, own),
                               nearer_to_other(context, std::move(in_none), own, other));
    return to_rings(context, without(context, all, rest).get());
}

} // namespace regio::map
