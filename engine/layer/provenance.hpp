#pragma once

#include <cstdint>
#include <string_view>

namespace regio::layer {

/// What a layer says of its boundaries.
enum class Provenance : std::uint8_t {
    Given,     ///< Nothing: they are taken for what they show.
    Schematic, ///< That they are made up, and what is measured on them is too.
};

/// A layer is schematic when a feature has this value in a field of this name, in either case of
/// letters. Whatever is made of the layer carries the mark on.
inline constexpr std::string_view kBoundariesField = "boundaries";
inline constexpr std::string_view kSchematicBoundaries = "schematische grenzen";

} // namespace regio::layer
