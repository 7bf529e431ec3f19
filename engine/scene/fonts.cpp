#include "scene/fonts.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "scene/font_face.hpp"
#include "scene/printable.hpp"

#include <fmt/format.h>
#include <hb-ot.h>

#include <algorithm>
#include <numeric>
#include <span>

namespace regio::scene {

struct Fonts::Faces {
    std::array<FontFace, 3> all;
    std::string family;
};

namespace {

/// A text in glyphs; HarfBuzz keeps both lists in the buffer, equally long.
struct ShapedText {
    HbBuffer buffer;
    std::span<const hb_glyph_info_t> infos;
    std::span<const hb_glyph_position_t> positions;
};

/// The language is set because HarfBuzz would take it from the environment.
ShapedText shaped(std::string_view text, const FontFace& face) {
    ShapedText result{HbBuffer(hb_buffer_create()), {}, {}};
    hb_buffer_t* buffer = result.buffer.get();
    const int size = static_cast<int>(text.size());
    hb_buffer_add_utf8(buffer, text.data(), size, 0, size);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string("und", -1));
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face.font.get(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    result.infos = {infos, count};
    result.positions = {hb_buffer_get_glyph_positions(buffer, &count), count};
    return result;
}

double millimetres(double font_units, const FontFace& face, double size_pt) {
    return font_units / face.units_per_em * size_pt * kMillimetresPerPoint;
}

/// How far a letter reaches below the baseline, in font units.
int depth_of(char32_t letter, const FontFace& face) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (hb_font_get_nominal_glyph(face.font.get(), letter, &glyph) == 0 ||
        hb_font_get_glyph_extents(face.font.get(), glyph, &extents) == 0)
        return 0;
    return -(extents.y_bearing + extents.height);
}

/// The height of capitals as the font says, else that of an H.
int cap_height_of(const FontFace& face) {
    hb_position_t height = 0;
    if (hb_ot_metrics_get_position(face.font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &height) != 0)
        return height;
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    hb_font_get_nominal_glyph(face.font.get(), U'H', &glyph);
    hb_font_get_glyph_extents(face.font.get(), glyph, &extents);
    return extents.y_bearing;
}

} // namespace

Fonts::Fonts(const Files& files) : faces_(std::make_unique<Faces>()) {
    std::ranges::transform(files.faces, faces_->all.begin(), open_font_face);
    faces_->family = family_of(faces_->all.front());
    for (std::size_t i = 0; i < files.faces.size(); ++i)
        if (const auto family = family_of(faces_->all[i]);
            family.empty() || family != faces_->family)
            throw InputError(
                fmt::format("{}: is a font of the family \"{}\", while {} is of \"{}\"",
                            files.faces[i].string(), family, files.faces.front().string(),
                            faces_->family),
                kFontHint);
}

Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

const std::string& Fonts::family() const noexcept {
    return faces_->family;
}

const FontFace& Fonts::face(Face face) const {
    return faces_->all[static_cast<std::size_t>(face)];
}

std::string_view Fonts::bytes(Face face) const {
    return this->face(face).bytes();
}

double Fonts::width_mm(std::string_view text, Face face, double size_pt) const {
    const ShapedText run = shaped(text, this->face(face));
    const double advance = std::transform_reduce(
        run.positions.begin(), run.positions.end(), 0.0, std::plus<>{},
        [](const hb_glyph_position_t& glyph) { return static_cast<double>(glyph.x_advance); });
    return millimetres(advance, this->face(face), size_pt);
}

double Fonts::cap_height_mm(Face face, double size_pt) const {
    return millimetres(cap_height_of(this->face(face)), this->face(face), size_pt);
}

double Fonts::descent_mm(Face face, double size_pt) const {
    int depth = 0;
    for (const char32_t letter : U"gjpqyQ,;()")
        depth = std::max(depth, depth_of(letter, this->face(face)));
    return millimetres(depth, this->face(face), size_pt);
}

std::u32string Fonts::missing(std::string_view text, Face face) const {
    const std::string content = printable(text);
    std::u32string characters;
    for (std::string_view rest = content; !rest.empty();) {
        const char32_t character = next_code_point(rest);
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(this->face(face).font.get(), character, &glyph) == 0 &&
            characters.find(character) == std::u32string::npos)
            characters += character;
    }
    return characters;
}

std::vector<Fonts::Glyph> Fonts::shape(std::string_view text, Face face) const {
    const ShapedText run = shaped(text, this->face(face));
    const double em = this->face(face).units_per_em;
    std::vector<Glyph> glyphs;
    glyphs.reserve(run.infos.size());
    double advance = 0;
    for (std::size_t i = 0; i < run.infos.size(); ++i) {
        const hb_glyph_position_t& position = run.positions[i];
        glyphs.push_back({.id = run.infos[i].codepoint,
                          .cluster = run.infos[i].cluster,
                          .x = (advance + position.x_offset) / em,
                          .y = position.y_offset / em});
        advance += position.x_advance;
    }
    return glyphs;
}

} // namespace regio::scene
