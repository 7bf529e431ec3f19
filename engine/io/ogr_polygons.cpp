#include "io/ogr_polygons.hpp"

#include "base/contract.hpp"
#include "io/ogr_curves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace regio::io {

namespace {

using kernel::Position;
using layer::RawLayer;

/// Walks a geometry down to its polygons.
class Walk {
public:
    Walk(const CoordinateTerms& terms, RawLayer& layer) : terms_(terms), layer_(layer) {}

    void visit(OGRGeometryH geometry) {
        if (OGR_G_IsEmpty(geometry) == 1)
            return;
        switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPolygon:
        case wkbTriangle:
        case wkbCurvePolygon:
            add_polygon(geometry);
            return;
        case wkbMultiPolygon:
        case wkbMultiSurface:
        case wkbPolyhedralSurface:
        case wkbTIN:
        case wkbGeometryCollection:
            for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
                visit(OGR_G_GetGeometryRef(geometry, i));
            return;
        default:
            reading_.other_kinds.insert(OGR_G_GetGeometryName(geometry));
            add_remnant(geometry);
        }
    }

    [[nodiscard]] GeometryReading take() { return std::move(reading_); }

private:
    [[nodiscard]] layer::FeatureId feature() const {
        return layer::FeatureId(layer_.features.size() - 1);
    }

    /// Precondition: the geometry is not empty.
    void add_remnant(OGRGeometryH geometry) {
        while (auto* const part = first_filled_part(geometry))
            geometry = part;
        Position place{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
        if (terms_.north_first)
            std::swap(place.x, place.y);
        layer_.remnants.push_back({.feature = feature(), .place = place});
    }

    static OGRGeometryH first_filled_part(OGRGeometryH geometry) {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            if (auto* const part = OGR_G_GetGeometryRef(geometry, i); OGR_G_IsEmpty(part) == 0)
                return part;
        return nullptr;
    }

    void add_polygon(OGRGeometryH polygon) {
        layer::RawPart part{.feature = feature(), .first_ring = layer_.rings.size()};
        for (int i = 0; i < OGR_G_GetGeometryCount(polygon); ++i) {
            auto* const ring = OGR_G_GetGeometryRef(polygon, i);
            if (OGR_G_IsEmpty(ring) == 0)
                add_ring(ring);
        }
        part.ring_count = layer_.rings.size() - part.first_ring;
        layer_.parts.push_back(part);
        ++reading_.parts;
    }

    void add_ring(OGRGeometryH ring) {
        auto& positions = layer_.positions.last();
        const std::size_t first = positions.size();
        layer_.rings.push_back({.first = layer_.positions.size()});
        if (OGR_G_HasCurveGeometry(ring, 1) == 1) {
            reading_.has_curves = true;
            append_linearised(ring, terms_.curve_tolerance, positions);
        } else {
            append_points(ring, positions);
        }
        const auto added = std::span(positions).subspan(first);
        layer_.rings.back().count = added.size();
        check(added);
        if (terms_.north_first)
            for (Position& position : added)
                std::swap(position.x, position.y);
    }

    void check(std::span<const Position> positions) {
        for (const Position position : positions)
            if (!std::isfinite(position.x) || !std::isfinite(position.y))
                reading_.not_finite = fmt::format("{} {}", position.x, position.y);
    }

    const CoordinateTerms& terms_;
    RawLayer& layer_;
    GeometryReading reading_;
};

} // namespace

bool is_polygon_type(OGRwkbGeometryType type) {
    switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbLineString:
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
    case wkbNone:
        return false;
    default:
        return true;
    }
}

GeometryReading add_polygons(OGRGeometryH geometry, const CoordinateTerms& terms, RawLayer& layer) {
    REGIO_EXPECTS(!layer.features.empty());
    if (geometry == nullptr)
        return {};
    const std::size_t parts = layer.parts.size();
    const std::size_t rings = layer.rings.size();
    const std::size_t positions = layer.positions.last().size();
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbGeometryCollection)
        layer.collections.push_back(layer::FeatureId(layer.features.size() - 1));
    Walk walk(terms, layer);
    walk.visit(geometry);
    GeometryReading reading = walk.take();
    if (reading.not_finite) {
        layer.parts.resize(parts);
        layer.rings.resize(rings);
        layer.positions.last().resize(positions);
        reading.parts = 0;
    }
    return reading;
}

} // namespace regio::io
