#pragma once

#include <ogr_api.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace regio::io {

/// A feature as it lies in a batch of them; nothing is copied.
struct BatchFeature {
    std::int64_t fid = -1;
    std::vector<std::string_view> texts; ///< For each field of the layer; empty where not asked.
    std::span<const std::uint8_t> wkb;   ///< Empty where there is no geometry.
};

/// How many features a batch has at most.
inline constexpr std::size_t kFeaturesABatch = 100;

/// Calls with each feature that a layer gives, in its order, as GDAL's columns of many features
/// (OGR_L_GetArrowStream) have it: without an object for each, and without a geometry taken apart.
/// True when all were given and each call returned true; else what was given is not all there is,
/// and the layer is to be read feature by feature. That is so for a field that is no text, and for
/// whatever GDAL complains of.
///
/// Precondition: only these fields are read, in ascending order; the others are left out (see
/// ogr_fields.hpp).
[[nodiscard]] bool for_each_in_batches(OGRLayerH layer, std::span<const std::size_t> fields,
                                       const std::function<bool(const BatchFeature&)>& visit);

} // namespace regio::io
