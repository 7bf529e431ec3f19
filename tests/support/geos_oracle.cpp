#include "tests/support/geos_oracle.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

namespace regio::test {

using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using kernel::Position;
using kernel::Ring;
using kernel::RingView;
using kernel::Segment;
using kernel::Wide;

namespace {

/// Fractional bits with which positions in doubles become whole numbers.
constexpr int kPositionBits = 30;

} // namespace

GeosOracle::GeosOracle() : message_(std::make_unique<std::string>()), context_(GEOS_init_r()) {
    const auto keep = [](const char* text, void* message) {
        *static_cast<std::string*>(message) = text;
    };
    GEOSContext_setErrorMessageHandler_r(context_.get(), keep, message_.get());
}

void GeosOracle::expect(bool is_done) const {
    if (!is_done)
        throw std::runtime_error("GEOS: " + *message_);
}

GeosOracle::Geometry GeosOracle::own(GEOSGeometry* geometry) const {
    expect(geometry != nullptr);
    return {geometry, Destroy{context_.get()}};
}

std::string GeosOracle::own(char* text) const {
    expect(text != nullptr);
    std::string result = text;
    GEOSFree_r(context_.get(), text);
    return result;
}

bool GeosOracle::answer(char code) const {
    constexpr char kException = 2;
    expect(code != kException);
    return code == 1;
}

GEOSCoordSequence* GeosOracle::coordinates(RingView points) const {
    const auto count = static_cast<unsigned>(points.size());
    GEOSCoordSequence* const sequence = GEOSCoordSeq_create_r(context_.get(), count, 2);
    expect(sequence != nullptr);
    for (unsigned i = 0; i < count; ++i)
        expect(GEOSCoordSeq_setXY_r(context_.get(), sequence, i, points[i].x, points[i].y) == 1);
    return sequence;
}

GEOSGeometry* GeosOracle::linear_ring(RingView ring) const {
    Ring closed(ring.begin(), ring.end());
    closed.push_back(closed.front());
    return own(GEOSGeom_createLinearRing_r(context_.get(), coordinates(closed))).release();
}

GEOSGeometry* GeosOracle::polygon(const Polygon& polygon) const {
    std::vector<GEOSGeometry*> holes;
    for (const Ring& hole : polygon.holes)
        holes.push_back(linear_ring(hole));
    return own(GEOSGeom_createPolygon_r(context_.get(), linear_ring(polygon.shell), holes.data(),
                                        static_cast<unsigned>(holes.size())))
        .release();
}

GeosOracle::Geometry GeosOracle::polygons(const MultiPolygon& polygons) const {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& part : polygons)
        parts.push_back(polygon(part));
    return own(GEOSGeom_createCollection_r(context_.get(), GEOS_MULTIPOLYGON, parts.data(),
                                           static_cast<unsigned>(parts.size())));
}

GeosOracle::Geometry GeosOracle::line(const Segment& segment) const {
    const std::vector<Point> ends = {segment.a, segment.b};
    if (segment.a == segment.b)
        return own(GEOSGeom_createPointFromXY_r(context_.get(), segment.a.x, segment.a.y));
    return own(GEOSGeom_createLineString_r(context_.get(), coordinates(ends)));
}

Ring GeosOracle::ring_of(const GEOSGeometry* ring) const {
    const GEOSCoordSequence* const sequence = GEOSGeom_getCoordSeq_r(context_.get(), ring);
    unsigned count = 0;
    expect(GEOSCoordSeq_getSize_r(context_.get(), sequence, &count) == 1);
    Ring points;
    for (unsigned i = 0; i + 1 < count; ++i) {
        double x = 0;
        double y = 0;
        expect(GEOSCoordSeq_getXY_r(context_.get(), sequence, i, &x, &y) == 1);
        points.push_back(
            {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))});
    }
    return points;
}

Polygon GeosOracle::polygon_of(const GEOSGeometry* polygon) const {
    Polygon result{.shell = ring_of(GEOSGetExteriorRing_r(context_.get(), polygon)), .holes = {}};
    const int holes = GEOSGetNumInteriorRings_r(context_.get(), polygon);
    for (int i = 0; i < holes; ++i)
        result.holes.push_back(ring_of(GEOSGetInteriorRingN_r(context_.get(), polygon, i)));
    return result;
}

MultiPolygon GeosOracle::polygons_of(const GEOSGeometry* geometry) const {
    MultiPolygon result;
    const int count = GEOSGetNumGeometries_r(context_.get(), geometry);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* const part = GEOSGetGeometryN_r(context_.get(), geometry, i);
        if (!answer(GEOSisEmpty_r(context_.get(), part)))
            result.push_back(polygon_of(part));
    }
    return result;
}

MultiPolygon GeosOracle::read_wkt(std::string_view wkt) const {
    GEOSWKTReader* const reader = GEOSWKTReader_create_r(context_.get());
    GEOSWKTReader_setFixStructure_r(context_.get(), reader, 1);
    GEOSGeometry* const geometry =
        GEOSWKTReader_read_r(context_.get(), reader, std::string(wkt).c_str());
    GEOSWKTReader_destroy_r(context_.get(), reader);
    return polygons_of(own(geometry).get());
}

double GeosOracle::area(const Geometry& geometry) const {
    double area = 0;
    expect(GEOSArea_r(context_.get(), geometry.get(), &area) == 1);
    return area;
}

double GeosOracle::area(const MultiPolygon& all) const {
    return area(polygons(all));
}

Position GeosOracle::centroid(const MultiPolygon& all) const {
    const auto point = own(GEOSGetCentroid_r(context_.get(), polygons(all).get()));
    Position position;
    expect(GEOSGeomGetX_r(context_.get(), point.get(), &position.x) == 1);
    expect(GEOSGeomGetY_r(context_.get(), point.get(), &position.y) == 1);
    return position;
}

Validity GeosOracle::validity(const MultiPolygon& all) const {
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    if (answer(GEOSisValidDetail_r(context_.get(), polygons(all).get(), 0, &reason, &place)))
        return {.is_valid = true, .reason = {}, .place = {}};
    Validity validity{.is_valid = false, .reason = own(reason), .place = {}};
    const auto point = own(place);
    expect(GEOSGeomGetX_r(context_.get(), point.get(), &validity.place.x) == 1);
    expect(GEOSGeomGetY_r(context_.get(), point.get(), &validity.place.y) == 1);
    return validity;
}

kernel::Location GeosOracle::locate(Position position, RingView ring) const {
    const auto area = polygons({Polygon{.shell = Ring(ring.begin(), ring.end()), .holes = {}}});
    const auto point = own(GEOSGeom_createPointFromXY_r(context_.get(), position.x, position.y));
    if (answer(GEOSContains_r(context_.get(), area.get(), point.get())))
        return kernel::Location::Inside;
    return answer(GEOSIntersects_r(context_.get(), area.get(), point.get()))
               ? kernel::Location::Boundary
               : kernel::Location::Outside;
}

std::string GeosOracle::relate(const Geometry& one, const Geometry& other) const {
    return own(GEOSRelate_r(context_.get(), one.get(), other.get()));
}

std::string GeosOracle::relate(const Segment& one, const Segment& other) const {
    return relate(line(one), line(other));
}

std::string GeosOracle::relate(const MultiPolygon& one, const MultiPolygon& other) const {
    return relate(polygons(one), polygons(other));
}

bool GeosOracle::are_equal(const MultiPolygon& one, const MultiPolygon& other) const {
    return answer(GEOSEquals_r(context_.get(), polygons(one).get(), polygons(other).get()));
}

double GeosOracle::inscribed_radius(const MultiPolygon& area, double tolerance) const {
    const auto radius =
        own(GEOSMaximumInscribedCircle_r(context_.get(), polygons(area).get(), tolerance));
    double length = 0;
    expect(GEOSLength_r(context_.get(), radius.get(), &length) == 1);
    return length;
}

double GeosOracle::distance(Position position, const MultiPolygon& area) const {
    const auto point = own(GEOSGeom_createPointFromXY_r(context_.get(), position.x, position.y));
    double distance = 0;
    expect(GEOSDistance_r(context_.get(), point.get(), polygons(area).get(), &distance) == 1);
    return distance;
}

double GeosOracle::overlap_area(const MultiPolygon& one, const MultiPolygon& other) const {
    return area(
        own(GEOSIntersection_r(context_.get(), polygons(one).get(), polygons(other).get())));
}

GeosOracle::Geometry GeosOracle::geometry_of_union(std::span<const MultiPolygon> all) const {
    std::vector<GEOSGeometry*> members;
    for (const MultiPolygon& member : all)
        members.push_back(polygons(member).release());
    return own(GEOSUnaryUnion_r(context_.get(), collection(std::move(members)).get()));
}

GeosOracle::Geometry GeosOracle::collection(std::vector<GEOSGeometry*> members) const {
    return own(GEOSGeom_createCollection_r(context_.get(), GEOS_GEOMETRYCOLLECTION, members.data(),
                                           static_cast<unsigned>(members.size())));
}

/// The faces that the edges of a ring bound, cut where it crosses itself.
GeosOracle::Geometry GeosOracle::faces_of(RingView ring) const {
    const Geometry closed = {linear_ring(ring), Destroy{context_.get()}};
    const Geometry noded = own(GEOSUnaryUnion_r(context_.get(), closed.get()));
    const GEOSGeometry* const lines = noded.get();
    return own(GEOSPolygonize_r(context_.get(), &lines, 1));
}

/// By a ray from a point within the face to the right.
bool GeosOracle::winds_oddly(RingView ring, const GEOSGeometry* face) const {
    const auto point = own(GEOSPointOnSurface_r(context_.get(), face));
    double x = 0;
    double y = 0;
    expect(GEOSGeomGetX_r(context_.get(), point.get(), &x) == 1);
    expect(GEOSGeomGetY_r(context_.get(), point.get(), &y) == 1);
    bool is_odd = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto [a, b] = kernel::edge(ring, i);
        if ((a.y <= y) == (b.y <= y))
            continue;
        is_odd ^= a.x + (y - a.y) * static_cast<double>(std::int64_t{b.x} - a.x) /
                            static_cast<double>(std::int64_t{b.y} - a.y) >
                  x;
    }
    return is_odd;
}

GeosOracle::Geometry GeosOracle::enclosed(RingView ring) const {
    const auto faces = faces_of(ring);
    std::vector<GEOSGeometry*> enclosed;
    const int count = GEOSGetNumGeometries_r(context_.get(), faces.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* const face = GEOSGetGeometryN_r(context_.get(), faces.get(), i);
        if (winds_oddly(ring, face))
            enclosed.push_back(own(GEOSGeom_clone_r(context_.get(), face)).release());
    }
    return own(GEOSUnaryUnion_r(context_.get(), collection(std::move(enclosed)).get()));
}

GeosOracle::Geometry GeosOracle::geometry_covered(const MultiPolygon& rough) const {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& polygon : rough) {
        auto part = enclosed(polygon.shell);
        for (const Ring& hole : polygon.holes)
            part = own(GEOSDifference_r(context_.get(), part.get(), enclosed(hole).get()));
        parts.push_back(part.release());
    }
    return own(GEOSUnaryUnion_r(context_.get(), collection(std::move(parts)).get()));
}

double GeosOracle::area_covered(const MultiPolygon& rough) const {
    return area(geometry_covered(rough));
}

MultiPolygon GeosOracle::covered(const MultiPolygon& rough) const {
    return polygons_of(geometry_covered(rough).get());
}

MultiPolygon GeosOracle::union_of(std::span<const MultiPolygon> all) const {
    return polygons_of(geometry_of_union(all).get());
}

double GeosOracle::union_area(std::span<const MultiPolygon> all) const {
    return area(geometry_of_union(all));
}

MultiPolygon GeosOracle::gaps_of(std::span<const MultiPolygon> all) const {
    constexpr std::int32_t kFar = 1 << 20;
    const MultiPolygon square = {
        {.shell = {{-kFar, -kFar}, {kFar, -kFar}, {kFar, kFar}, {-kFar, kFar}}, .holes = {}}};
    const auto area = geometry_of_union(all);
    auto pieces = polygons_of(
        own(GEOSDifference_r(context_.get(), polygons(square).get(), area.get())).get());
    std::erase_if(pieces, [&](const Polygon& piece) {
        return std::find(piece.shell.begin(), piece.shell.end(), Point{kFar, kFar}) !=
               piece.shell.end();
    });
    return pieces;
}

GeosOracle::Geometry GeosOracle::geometry_made_valid(const MultiPolygon& rough,
                                                     MakeValid method) const {
    GEOSMakeValidParams* const params = GEOSMakeValidParams_create_r(context_.get());
    expect(params != nullptr);
    GEOSMakeValidParams_setMethod_r(context_.get(), params,
                                    method == MakeValid::Linework ? GEOS_MAKE_VALID_LINEWORK
                                                                  : GEOS_MAKE_VALID_STRUCTURE);
    GEOSGeometry* const made =
        GEOSMakeValidWithParams_r(context_.get(), polygons(rough).get(), params);
    GEOSMakeValidParams_destroy_r(context_.get(), params);
    return own(made);
}

double GeosOracle::area_made_valid(const MultiPolygon& rough) const {
    return area(geometry_made_valid(rough, MakeValid::Linework));
}

/// Twice the area, in units of 2⁻⁶⁰. The doubles in which positions of a layer lie are further
/// apart than what they are rounded to here.
Wide GeosOracle::scaled_area_of_ring(const GEOSGeometry* ring) const {
    const GEOSCoordSequence* const sequence = GEOSGeom_getCoordSeq_r(context_.get(), ring);
    unsigned count = 0;
    expect(GEOSCoordSeq_getSize_r(context_.get(), sequence, &count) == 1);
    std::vector<std::pair<Wide, Wide>> points;
    for (unsigned i = 0; i < count; ++i) {
        double x = 0;
        double y = 0;
        expect(GEOSCoordSeq_getXY_r(context_.get(), sequence, i, &x, &y) == 1);
        points.emplace_back(std::llround(std::ldexp(x, kPositionBits)),
                            std::llround(std::ldexp(y, kPositionBits)));
    }
    Wide area = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        area += (points[i - 1].first - points[0].first) * (points[i].second - points[0].second) -
                (points[i].first - points[0].first) * (points[i - 1].second - points[0].second);
    return area < 0 ? -area : area;
}

Wide GeosOracle::scaled_area_of_polygon(const GEOSGeometry* polygon) const {
    Wide area = scaled_area_of_ring(GEOSGetExteriorRing_r(context_.get(), polygon));
    const int holes = GEOSGetNumInteriorRings_r(context_.get(), polygon);
    for (int i = 0; i < holes; ++i)
        area -= scaled_area_of_ring(GEOSGetInteriorRingN_r(context_.get(), polygon, i));
    return area;
}

/// Of a polygon, or of those in a collection.
Wide GeosOracle::scaled_area(const GEOSGeometry* geometry) const {
    constexpr int kOfAreas = 2;
    if (GEOSGeom_getDimensions_r(context_.get(), geometry) != kOfAreas)
        return 0;
    if (GEOSGeomTypeId_r(context_.get(), geometry) == GEOS_POLYGON)
        return scaled_area_of_polygon(geometry);
    Wide area = 0;
    const int count = GEOSGetNumGeometries_r(context_.get(), geometry);
    for (int i = 0; i < count; ++i)
        area += scaled_area(GEOSGetGeometryN_r(context_.get(), geometry, i));
    return area;
}

Measured GeosOracle::measure(const Geometry& geometry) const {
    Measured measured{.area = std::ldexp(static_cast<double>(scaled_area(geometry.get())),
                                         -2 * kPositionBits - 1)};
    expect(GEOSLength_r(context_.get(), geometry.get(), &measured.border) == 1);
    return measured;
}

Measured GeosOracle::made_valid(const MultiPolygon& rough, MakeValid method) const {
    return measure(geometry_made_valid(rough, method));
}

Measured GeosOracle::inside(const MultiPolygon& rough, const MultiPolygon& valid,
                            MakeValid method) const {
    const auto made = geometry_made_valid(rough, method);
    return measure(own(GEOSIntersection_r(context_.get(), made.get(), polygons(valid).get())));
}

Measured GeosOracle::outside(const MultiPolygon& rough, const MultiPolygon& valid,
                             MakeValid method) const {
    const auto made = geometry_made_valid(rough, method);
    return measure(own(GEOSDifference_r(context_.get(), made.get(), polygons(valid).get())));
}

} // namespace regio::test
