#include "scene/cairo_font_face.hpp"

#include "base/contract.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <string>

namespace regio::scene {

namespace {

using FtLibrary = std::unique_ptr<FT_LibraryRec_, Releases<FT_Done_FreeType>>;
using FtFace = std::unique_ptr<FT_FaceRec_, Releases<FT_Done_Face>>;

/// What has to live as long as Cairo uses the font; each font has a library of its own, so that
/// they are independent between threads.
struct FreeTypeFont {
    std::string bytes;
    FtLibrary library;
    FtFace face;
};

std::unique_ptr<FreeTypeFont> open(std::string_view bytes) {
    auto font = std::make_unique<FreeTypeFont>();
    font->bytes = bytes;
    FT_Library library = nullptr;
    REGIO_EXPECTS(FT_Init_FreeType(&library) == 0);
    font->library.reset(library);
    FT_Face face = nullptr;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(font->bytes.data()),
                           static_cast<FT_Long>(font->bytes.size()), 0, &face) != 0)
        return nullptr;
    font->face.reset(face);
    return font;
}

} // namespace

CairoFontFace make_cairo_font_face(std::string_view bytes) {
    static const cairo_user_data_key_t owner{};
    auto font = open(bytes);
    if (!font || !FT_IS_SCALABLE(font->face))
        return nullptr;
    CairoFontFace face(cairo_ft_font_face_create_for_ft_face(font->face.get(), FT_LOAD_NO_HINTING));
    const auto release = [](void* data) {
        const std::unique_ptr<FreeTypeFont> ends(static_cast<FreeTypeFont*>(data));
    };
    REGIO_EXPECTS(cairo_font_face_set_user_data(face.get(), &owner, font.get(), release) ==
                  CAIRO_STATUS_SUCCESS);
    static_cast<void>(font.release());
    return face;
}

} // namespace regio::scene
