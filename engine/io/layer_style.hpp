#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regio::io {

/// What an area is filled with: its colour, or lines of it with nothing between.
enum class FillPattern : std::uint8_t {
    Solid,
    Diagonal, ///< From lower left to upper right.
    Crossed,  ///< Both diagonals.
};

/// How a feature is drawn. Colours are sRGB, as 0xrrggbb.
struct FeatureSymbol {
    std::uint32_t fill = 0xd9d9d9; ///< Of an area or of a point; a line is drawn in it.
    double fill_opacity = 1;       ///< From 0 to 1.
    FillPattern pattern = FillPattern::Solid;
    std::uint32_t outline = 0x1a1a1a; ///< Of an area or of a point; a line has none.
    double outline_mm = 0.26;
    double line_mm = 0.6;  ///< How wide a line is.
    double point_mm = 2.6; ///< How wide a point is.
};

/// What stands for one value, on the map and in its legend.
struct StyleClass {
    std::string value;
    std::string label;
    FeatureSymbol symbol;
};

/// How a layer is drawn by the values of one field. A plain value: which formats can hold it, and
/// how, is theirs to know.
struct LayerStyle {
    std::string name; ///< What programs list it by.
    std::string field;
    std::vector<StyleClass> classes;  ///< In the order of the legend.
    std::optional<StyleClass> others; ///< All other values, and nothing; its value counts not.
};

} // namespace regio::io
