#pragma once

#include "scene/fonts.hpp"
#include "scene/glyph_outlines.hpp"
#include "scene/scene.hpp"

#include <string>
#include <vector>

namespace regio::scene {

/// Draws scenes on a Cairo surface: the one place where PNG and PDF come from. The context's unit
/// is a millimetre, from the upper left corner.
class Painter {
public:
    enum class Letters : std::uint8_t {
        Outlines,  ///< As filled paths.
        TextGlyphs ///< As text of an embedded font, that can be searched.
    };

    /// Precondition: both outlive the painter.
    Painter(cairo_t* context, const Fonts& fonts, Letters letters);

    /// Paper first, then the groups from below to above.
    /// Precondition: expect_drawable() holds.
    void paint(const Scene& scene) const;

private:
    /// A text with its glyphs, from its left end.
    struct Run {
        std::string content;
        std::vector<Fonts::Glyph> glyphs;
        PaperPoint start;
        double size_mm = 0;
    };

    void draw(const Path& path) const;
    void draw(const Text& text) const;
    void trace(const std::vector<Subpath>& lines) const;
    void stroke(const Stroke& stroke) const;
    [[nodiscard]] Run run_of(const Text& text) const;
    void draw_halo(const Text::Halo& halo, const Run& run, const FontFace& face) const;
    void draw_outlines(const Run& run, const FontFace& face) const;
    void draw_text_glyphs(const Run& run, const FontFace& face) const;
    void set_colour(Colour colour) const;

    cairo_t* context_;
    const Fonts& fonts_;
    GlyphOutlines outlines_;
    Letters letters_;
};

} // namespace regio::scene
