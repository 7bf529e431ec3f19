#pragma once

#include "scene/handles.hpp"

#include <string_view>

namespace regio::scene {

/// The font for Cairo, which puts it into PDF files; nothing when FreeType cannot read it. It keeps
/// a copy of the bytes: Cairo holds on to fonts for longer than those who made them.
[[nodiscard]] CairoFontFace make_cairo_font_face(std::string_view bytes);

} // namespace regio::scene
