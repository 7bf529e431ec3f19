#pragma once

#include "map/faults.hpp"
#include "map/theme.hpp"
#include "scene/colour.hpp"
#include "scene/scene.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace regio::map {

/// The pixel of OGC, in which a symbol file has its lengths.
inline constexpr double kPixelMm = 0.28;

/// What a symbol paints at one place of its file: an even fill, lines across, or a line along.
struct SymbolPart {
    std::variant<scene::Colour, Hatch, scene::Stroke> paint;
    std::size_t line = 0;
    std::string element; ///< As the file writes it: "se:Fill".
};

/// The parts of the one symbol in a StyledLayerDescriptor of OGC Symbology Encoding 1.1 (2006),
/// from below to above, in the dialect that QGIS 3 exports and reads.
///
/// Understood are one rule without a filter, with any number of PolygonSymbolizers and
/// LineSymbolizers in it; Fill with a colour, or with a GraphicFill of `horline` marks, whose Size
/// is the distance between lines and whose Rotation turns them counter-clockwise, as QGIS does;
/// Stroke with stroke, stroke-width, stroke-dasharray, stroke-linecap (butt or round) and
/// stroke-linejoin (round). Colours are #rrggbb and opaque. Lengths are pixels of 0.28 mm, with
/// decimals, and come back in millimetres, rounded to the eighth decimal.
///
/// Every element, attribute and value that is not understood is a fault "FILE: line N: <element>:
/// what", with what to do about it.
[[nodiscard]] std::vector<SymbolPart> read_symbol(std::string_view text, const std::string& file,
                                                  Faults& faults);

} // namespace regio::map
