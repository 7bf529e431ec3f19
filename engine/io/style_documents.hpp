#pragma once

#include "io/output_layer.hpp"

#include <string>

namespace regio::io {

/// The style of a layer as a StyledLayerDescriptor 1.1 with rules of Symbology Encoding 1.1 (OGC
/// 05-078r4 and 05-077r4), as GeoServer, QGIS and others read it. Lengths are in pixels of
/// 0.28 mm, the only unit of SE that is one of the screen. Preconditions: the layer has a style,
/// and its texts are UTF-8 without control characters.
[[nodiscard]] std::string to_sld(const OutputLayer& layer);

/// The style of a layer as QGIS 3.22 keeps it: a renderer by categories. Preconditions as above.
[[nodiscard]] std::string to_qml(const OutputLayer& layer);

} // namespace regio::io
