#pragma once

#include "scene/font_face.hpp"

#include <string>
#include <string_view>

namespace regio::scene {

/// The font cut down to the characters of a text, with kerning, ligatures and marks, without hints:
/// the bytes of a font file. Characters that the font lacks are left out.
[[nodiscard]] std::string font_subset(const FontFace& face, std::u32string_view characters);

} // namespace regio::scene
