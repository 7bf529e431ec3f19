#include "io/layer_crs.hpp"

#include "base/error.hpp"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

#include <memory>

namespace regio::io {

namespace {

using GdalText = std::unique_ptr<char, decltype([](char* text) { CPLFree(text); })>;

std::string wkt_of(OGRSpatialReferenceH srs) {
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    char* wkt = nullptr;
    OSRExportToWktEx(srs, &wkt, options);
    const GdalText owner(wkt);
    return wkt == nullptr ? "" : wkt;
}

/// Whether the first coordinate is the northing: GDAL says which axis of the system each coordinate
/// of the data is, and the system where its axes point.
bool is_north_first(OGRSpatialReferenceH srs) {
    int count = 0;
    const int* const axes = OSRGetDataAxisToSRSAxisMapping(srs, &count);
    if (axes == nullptr || count < 2 || (axes[0] != 1 && axes[0] != 2))
        return false;
    OGRAxisOrientation orientation = OAO_Other;
    if (OSRGetAxis(srs, nullptr, axes[0] - 1, &orientation) == nullptr)
        return false;
    return orientation == OAO_North || orientation == OAO_South;
}

} // namespace

bool carries_crs(OGRLayerH layer) {
    auto* const srs = OGR_L_GetSpatialRef(layer);
    return srs != nullptr && !wkt_of(srs).empty();
}

LayerCrs layer_crs(OGRLayerH layer, const std::string& declared, const std::string& where) {
    auto* const srs = OGR_L_GetSpatialRef(layer);
    const std::string wkt = srs == nullptr ? "" : wkt_of(srs);
    if (!wkt.empty())
        return {.crs = Crs::parse(wkt, where), .north_first = is_north_first(srs)};
    if (declared.empty())
        throw InputError(where + ": carries no coordinate reference system",
                         "say which with --src-crs, as in --src-crs EPSG:31370");
    return {.crs = Crs::parse(declared, "--src-crs"), .north_first = false};
}

} // namespace regio::io
