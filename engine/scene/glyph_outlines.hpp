#pragma once

#include "scene/font_face.hpp"
#include "scene/fonts.hpp"
#include "scene/paper.hpp"

#include <span>

namespace regio::scene {

/// Draws letters as paths, at their exact places: Cairo's image surface would move each glyph to a
/// whole pixel.
class GlyphOutlines {
public:
    GlyphOutlines();

    /// Adds the outlines of glyphs to the path of a context; `start` is where the baseline begins,
    /// and `size` the font size, both in the context's units. To be filled by the winding rule.
    void append(cairo_t* context, const FontFace& face, std::span<const Fonts::Glyph> glyphs,
                PaperPoint start, double size) const;

private:
    HbDrawFunctions functions_;
};

} // namespace regio::scene
