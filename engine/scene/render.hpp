#pragma once

#include "scene/fonts.hpp"
#include "scene/scene.hpp"

#include <cstdint>
#include <string>

namespace regio::scene {

/// What is written into files besides the drawing.
struct DocumentFacts {
    std::string maker;                 ///< The program, as in "regio 0.1.0".
    std::int64_t seconds_of_epoch = 0; ///< The date in a PDF, since 1970-01-01 UTC.
    std::string bookmark;              ///< Of the page, in a PDF.
};

/// The page as a PNG file of this many dots per inch.
/// Throws InputError when the picture would have more than 400 million pixels, or more than 32 767
/// on a side.
[[nodiscard]] std::string to_png(const Scene& scene, const Fonts& fonts, double dpi);

/// The page as a PDF file: vector, fonts embedded as far as they are used, text that can be
/// searched, one bookmark.
[[nodiscard]] std::string to_pdf(const Scene& scene, const Fonts& fonts,
                                 const DocumentFacts& facts);

/// The page as an SVG 1.1 file: real text, with the glyphs it uses embedded; title, description and
/// language; presentation attributes only, no clip paths, so that simple viewers draw it alike.
/// Lengths are rounded to a thousandth of a millimetre. Ids are made names of XML and unique:
/// ASCII letters, digits, '_', '-' and '.' stay, any other character becomes '-', '_' comes before
/// what begins with neither a letter nor '_', and one that is taken gets "-2", "-3", … behind it.
///
/// In all three, control characters and what XML does not allow become U+FFFD.
[[nodiscard]] std::string to_svg(const Scene& scene, const Fonts& fonts,
                                 const DocumentFacts& facts);

} // namespace regio::scene
