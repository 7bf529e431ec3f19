#pragma once

#include "layer/layer.hpp"

#include <string>

namespace regio::schematic {

/// What every feature says in its property "boundaries": that its shape is made up.
inline constexpr const char* kMark = "schematische grenzen";

/// Writes a layer as GeoJSON in EPSG:31370 with the properties nis, name and boundaries; a file
/// that is there is replaced. Throws InputError as io::write_layer() does.
void write_boundaries(const layer::Layer& layer, const std::string& file);

} // namespace regio::schematic
