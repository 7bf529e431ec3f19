#pragma once

#include "io/crs.hpp"

#include <ogr_api.h>

#include <string>

namespace regio::io {

/// The coordinate reference system of a layer, and in which order its coordinates come.
struct LayerCrs {
    Crs crs;
    bool north_first = false; ///< The first coordinate of a point is the northing.
};

/// What the layer carries, else `declared`. `where` names the layer in messages. Throws InputError
/// when there is neither, and as Crs::parse() does.
[[nodiscard]] LayerCrs layer_crs(OGRLayerH layer, const std::string& declared,
                                 const std::string& where);

/// Whether the layer carries one itself.
[[nodiscard]] bool carries_crs(OGRLayerH layer);

} // namespace regio::io
