#pragma once

#include "scene/handles.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace regio::scene {

/// One font file as the libraries see it. All of it may be used by several threads at a time.
struct FontFace {
    HbBlob blob;
    HbFont font; ///< Its scale is the font's units per em; no hinting.
    CairoFontFace cairo;
    double units_per_em = 0;

    [[nodiscard]] std::string_view bytes() const;
};

/// Throws InputError when the file is missing or is no font with outlines.
[[nodiscard]] FontFace open_font_face(const std::filesystem::path& file);

/// The family by the name that all its cuts share; empty when the font has none.
[[nodiscard]] std::string family_of(const FontFace& face);

} // namespace regio::scene
