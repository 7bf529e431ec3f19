#include "tests/support/written_layer.hpp"

#include "io/ogr_handles.hpp"

#include <catch2/catch.hpp>
#include <ogr_srs_api.h>

namespace regio::test {

namespace {

using io::OgrFeature;
using io::OutputValue;
using kernel::Lattice;
using kernel::Ring;

Ring read_points(OGRGeometryH curve, const Lattice& lattice) {
    Ring points;
    for (int i = 0; i < OGR_G_GetPointCount(curve); ++i)
        points.push_back(lattice.nearest({OGR_G_GetX(curve, i), OGR_G_GetY(curve, i)}));
    return points;
}

Ring read_ring(OGRGeometryH ring, const Lattice& lattice) {
    Ring points = read_points(ring, lattice);
    REQUIRE(points.size() > 3);
    CHECK(points.front() == points.back());
    points.pop_back();
    return points;
}

kernel::Polygon read_polygon(OGRGeometryH part, const Lattice& lattice) {
    kernel::Polygon polygon;
    polygon.shell = read_ring(OGR_G_GetGeometryRef(part, 0), lattice);
    for (int hole = 1; hole < OGR_G_GetGeometryCount(part); ++hole)
        polygon.holes.push_back(read_ring(OGR_G_GetGeometryRef(part, hole), lattice));
    return polygon;
}

io::OutputGeometry read_geometry(OGRGeometryH geometry, const Lattice& lattice) {
    if (geometry == nullptr)
        return kernel::MultiPolygon{};
    switch (OGR_G_GetGeometryType(geometry)) {
    case wkbPoint:
        return read_points(geometry, lattice).at(0);
    case wkbLineString:
        return io::Line(read_points(geometry, lattice));
    case wkbPolygon:
        return kernel::MultiPolygon{read_polygon(geometry, lattice)};
    default:
        break;
    }
    REQUIRE(OGR_G_GetGeometryType(geometry) == wkbMultiPolygon);
    kernel::MultiPolygon polygons;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
        polygons.push_back(read_polygon(OGR_G_GetGeometryRef(geometry, i), lattice));
    return polygons;
}

OutputValue read_value(OGRFeatureH feature, int field) {
    if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0)
        return std::monostate{};
    switch (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field))) {
    case OFTInteger:
    case OFTInteger64:
        return std::int64_t{OGR_F_GetFieldAsInteger64(feature, field)};
    case OFTReal:
        return OGR_F_GetFieldAsDouble(feature, field);
    default:
        return OGR_F_GetFieldAsString(feature, field);
    }
}

} // namespace

WrittenLayer::WrittenLayer(const std::string& file, const std::string& layer)
    : dataset_(io::open_dataset(file)),
      layer_(io::find_layer(dataset_.get(), {.file = file, .layer = layer})) {}

std::vector<io::OutputFeature> WrittenLayer::features(const Lattice& lattice) const {
    std::vector<io::OutputFeature> features;
    OGR_L_ResetReading(layer_);
    while (const OgrFeature row{OGR_L_GetNextFeature(layer_)}) {
        auto& feature = features.emplace_back();
        feature.geometry = read_geometry(OGR_F_GetGeometryRef(row.get()), lattice);
        for (int i = 0; i < OGR_F_GetFieldCount(row.get()); ++i)
            feature.values.push_back(read_value(row.get(), i));
    }
    return features;
}

std::string WrittenLayer::crs_code() const {
    OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(layer_);
    const char* const code = crs == nullptr ? nullptr : OSRGetAuthorityCode(crs, nullptr);
    return code == nullptr ? "" : code;
}

bool WrittenLayer::is_valid() const {
    OGR_L_ResetReading(layer_);
    while (const OgrFeature row{OGR_L_GetNextFeature(layer_)})
        if (OGR_G_IsValid(OGR_F_GetGeometryRef(row.get())) == 0)
            return false;
    return true;
}

} // namespace regio::test
