#pragma once

#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regio::map {

/// How a paragraph looks.
struct TextStyle {
    scene::Face face = scene::Face::Regular;
    double size_pt = 8.5;
    scene::Colour colour;
};

/// From baseline to baseline.
[[nodiscard]] double line_height_mm(const TextStyle& style);

/// Breaks a text at spaces into lines of at most this width; a word that is wider is broken behind
/// a hyphen, else where it must. Law: the lines hold all characters but the spaces broken at.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double width_mm,
                                               const TextStyle& style, const scene::Fonts& fonts);

/// The same in at most `most` lines: the last ends in "…" when there is more. Precondition:
/// most > 0.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, double width_mm,
                                               const TextStyle& style, const scene::Fonts& fonts,
                                               std::size_t most);

/// Writes lines from the left edge, the capitals of the first reaching up to `top`. Gives the place
/// below the last, at which the next may begin.
double write_lines(scene::Group& group, const std::vector<std::string>& lines, double left,
                   double top, const TextStyle& style, const scene::Fonts& fonts);

} // namespace regio::map
