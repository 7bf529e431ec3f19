#include "scene/painter.hpp"

#include "scene/printable.hpp"

#include <algorithm>

namespace regio::scene {

namespace {

/// The glyphs where they stand on the paper.
std::vector<cairo_glyph_t> cairo_glyphs(const std::vector<Fonts::Glyph>& glyphs, PaperPoint start,
                                        double size) {
    std::vector<cairo_glyph_t> placed;
    placed.reserve(glyphs.size());
    for (const auto& glyph : glyphs)
        placed.push_back({glyph.id, start.x + glyph.x * size, start.y - glyph.y * size});
    return placed;
}

/// How many bytes of the text go with how many glyphs, from left to right.
std::vector<cairo_text_cluster_t> clusters_of(const std::vector<Fonts::Glyph>& glyphs,
                                              std::size_t bytes) {
    std::vector<cairo_text_cluster_t> clusters;
    for (std::size_t first = 0; first < glyphs.size();) {
        std::size_t next = first;
        while (next < glyphs.size() && glyphs[next].cluster == glyphs[first].cluster)
            ++next;
        const std::size_t end = next < glyphs.size() ? glyphs[next].cluster : bytes;
        clusters.push_back(
            {static_cast<int>(end - glyphs[first].cluster), static_cast<int>(next - first)});
        first = next;
    }
    return clusters;
}

double share_left_of_point(Anchor anchor) {
    switch (anchor) {
    case Anchor::Start:
        return 0;
    case Anchor::Middle:
        return 0.5;
    case Anchor::End:
        return 1;
    }
    return 0;
}

} // namespace

Painter::Painter(cairo_t* context, const Fonts& fonts, Letters letters)
    : context_(context), fonts_(fonts), letters_(letters) {
    const CairoFontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(context_, options.get());
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
}

void Painter::paint(const Scene& scene) const {
    set_colour(scene.paper);
    cairo_paint(context_);
    for (const auto& group : scene.groups)
        for (const auto& item : group.items)
            std::visit([this](const auto& drawn) { draw(drawn); }, item);
}

void Painter::draw(const Path& path) const {
    trace(path.lines);
    if (path.fill) {
        set_colour(*path.fill);
        cairo_set_fill_rule(context_, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_fill_preserve(context_);
    }
    if (path.stroke)
        stroke(*path.stroke);
    cairo_new_path(context_);
}

void Painter::trace(const std::vector<Subpath>& lines) const {
    cairo_new_path(context_);
    for (const auto& line : lines) {
        if (line.points.size() < 2)
            continue;
        cairo_move_to(context_, line.points.front().x, line.points.front().y);
        for (std::size_t i = 1; i < line.points.size(); ++i)
            cairo_line_to(context_, line.points[i].x, line.points[i].y);
        if (line.ends == Subpath::Ends::Closed)
            cairo_close_path(context_);
    }
}

void Painter::stroke(const Stroke& stroke) const {
    if (stroke.width_mm <= 0)
        return;
    set_colour(stroke.colour);
    cairo_set_line_width(context_, stroke.width_mm);
    cairo_set_line_cap(context_, stroke.cap == Stroke::Cap::Round ? CAIRO_LINE_CAP_ROUND
                                                                  : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(context_, stroke.dashes_mm.data(), static_cast<int>(stroke.dashes_mm.size()), 0);
    cairo_stroke_preserve(context_);
}

Painter::Run Painter::run_of(const Text& text) const {
    Run run{.content = printable(text.content), .size_mm = text.size_pt * kMillimetresPerPoint};
    run.glyphs = fonts_.shape(run.content, text.face);
    run.start = text.baseline;
    if (text.anchor != Anchor::Start)
        run.start.x -= share_left_of_point(text.anchor) *
                       fonts_.width_mm(run.content, text.face, text.size_pt);
    return run;
}

void Painter::draw(const Text& text) const {
    if (text.size_pt <= 0 || text.content.empty())
        return;
    const FontFace& face = fonts_.face(text.face);
    const Run run = run_of(text);
    if (text.halo)
        draw_halo(*text.halo, run, face);
    set_colour(text.colour);
    if (letters_ == Letters::Outlines)
        draw_outlines(run, face);
    else
        draw_text_glyphs(run, face);
}

void Painter::draw_halo(const Text::Halo& halo, const Run& run, const FontFace& face) const {
    outlines_.append(context_, face, run.glyphs, run.start, run.size_mm);
    stroke({.colour = halo.colour, .width_mm = halo.width_mm});
    cairo_new_path(context_);
}

void Painter::draw_outlines(const Run& run, const FontFace& face) const {
    outlines_.append(context_, face, run.glyphs, run.start, run.size_mm);
    cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
    cairo_fill(context_);
}

void Painter::draw_text_glyphs(const Run& run, const FontFace& face) const {
    const auto glyphs = cairo_glyphs(run.glyphs, run.start, run.size_mm);
    const auto clusters = clusters_of(run.glyphs, run.content.size());
    cairo_set_font_face(context_, face.cairo.get());
    cairo_set_font_size(context_, run.size_mm);
    cairo_show_text_glyphs(context_, run.content.data(), static_cast<int>(run.content.size()),
                           glyphs.data(), static_cast<int>(glyphs.size()), clusters.data(),
                           static_cast<int>(clusters.size()), {});
}

void Painter::set_colour(Colour colour) const {
    cairo_set_source_rgb(context_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

} // namespace regio::scene
