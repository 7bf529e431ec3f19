#pragma once

#include "io/ogr_polygons.hpp"
#include "layer/raw_layer.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace regio::io {

/// Adds the polygons of a well-known binary geometry (OGC 06-103r4) to the last feature of `layer`,
/// without a geometry of GDAL's in between: how many there are, empty ones not counted. Z and M are
/// dropped.
///
/// Nothing, and `layer` as it was, for all that is not plain: another kind than a polygon or
/// multipolygon, another byte order than that of nearly all files, a ring without points, a
/// coordinate that is not finite, bytes that are missing or left over. What is said of those is
/// add_polygons()'s to say.
///
/// Law: what is added is what add_polygons() adds of the same geometry.
/// Precondition: the layer has a feature.
[[nodiscard]] std::optional<std::size_t> add_wkb_polygons(std::span<const std::uint8_t> wkb,
                                                          const CoordinateTerms& terms,
                                                          layer::RawLayer& layer);

} // namespace regio::io
