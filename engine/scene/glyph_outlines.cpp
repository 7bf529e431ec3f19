#include "scene/glyph_outlines.hpp"

namespace regio::scene {

namespace {

/// Where the outline of one glyph goes: its origin, and a font unit in units of the context.
struct Pen {
    cairo_t* context = nullptr;
    PaperPoint origin;
    double scale = 1;

    [[nodiscard]] PaperPoint at(float x, float y) const {
        return {origin.x + static_cast<double>(x) * scale,
                origin.y - static_cast<double>(y) * scale};
    }
};

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    const auto* pen = static_cast<const Pen*>(data);
    const PaperPoint end = pen->at(x, y);
    cairo_move_to(pen->context, end.x, end.y);
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    const auto* pen = static_cast<const Pen*>(data);
    const PaperPoint end = pen->at(x, y);
    cairo_line_to(pen->context, end.x, end.y);
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2,
              float y2, float x, float y, void*) {
    const auto* pen = static_cast<const Pen*>(data);
    const PaperPoint one = pen->at(x1, y1);
    const PaperPoint two = pen->at(x2, y2);
    const PaperPoint end = pen->at(x, y);
    cairo_curve_to(pen->context, one.x, one.y, two.x, two.y, end.x, end.y);
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    cairo_close_path(static_cast<const Pen*>(data)->context);
}

} // namespace

// HarfBuzz turns quadratic curves into cubic ones when no function is set for them.
GlyphOutlines::GlyphOutlines() : functions_(hb_draw_funcs_create()) {
    hb_draw_funcs_set_move_to_func(functions_.get(), move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions_.get(), line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions_.get(), cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(functions_.get(), close_path, nullptr, nullptr);
    hb_draw_funcs_make_immutable(functions_.get());
}

void GlyphOutlines::append(cairo_t* context, const FontFace& face,
                           std::span<const Fonts::Glyph> glyphs, PaperPoint start,
                           double size) const {
    for (const auto& glyph : glyphs) {
        Pen pen{.context = context,
                .origin = {start.x + glyph.x * size, start.y - glyph.y * size},
                .scale = size / face.units_per_em};
        hb_font_get_glyph_shape(face.font.get(), glyph.id, functions_.get(), &pen);
    }
}

} // namespace regio::scene
