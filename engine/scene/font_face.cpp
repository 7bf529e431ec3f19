#include "scene/font_face.hpp"

#include "base/error.hpp"
#include "scene/cairo_font_face.hpp"
#include "scene/fonts.hpp"

#include <fmt/format.h>
#include <hb-ot.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace regio::scene {

namespace {

using File = std::unique_ptr<std::FILE, Releases<std::fclose>>;

std::string read_file(const std::filesystem::path& file) {
    const File in(std::fopen(file.c_str(), "rb"));
    std::string bytes;
    std::array<char, 1 << 16> buffer;
    while (in) {
        const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), in.get());
        if (size == 0)
            break;
        bytes.append(buffer.data(), size);
    }
    if (!in || std::ferror(in.get()) != 0)
        throw InputError(fmt::format("{}: the font cannot be read: {}", file.string(),
                                     std::generic_category().message(errno)),
                         kFontHint);
    return bytes;
}

/// A blob that owns its bytes.
HbBlob make_blob(std::string bytes) {
    auto owned = std::make_unique<std::string>(std::move(bytes));
    const auto release = [](void* data) {
        const std::unique_ptr<std::string> ends(static_cast<std::string*>(data));
    };
    std::string& kept = *owned;
    return HbBlob(hb_blob_create(kept.data(), static_cast<unsigned>(kept.size()),
                                 HB_MEMORY_MODE_READONLY, owned.release(), release));
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t name) {
    std::array<char, 256> text;
    auto size = static_cast<unsigned>(text.size());
    hb_ot_name_get_utf8(face, name, hb_language_from_string("en", -1), &size, text.data());
    return {text.data(), size};
}

} // namespace

std::string_view FontFace::bytes() const {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

FontFace open_font_face(const std::filesystem::path& file) {
    FontFace face;
    face.blob = make_blob(read_file(file));
    const HbFace tables(hb_face_create(face.blob.get(), 0));
    if (hb_face_count(face.blob.get()) > 0 && hb_face_get_glyph_count(tables.get()) > 0)
        face.cairo = make_cairo_font_face(face.bytes());
    if (!face.cairo)
        throw InputError(fmt::format("{}: is not a TrueType or OpenType font", file.string()),
                         kFontHint);
    hb_face_make_immutable(tables.get());
    const unsigned units = hb_face_get_upem(tables.get());
    face.units_per_em = units;
    face.font.reset(hb_font_create(tables.get()));
    hb_ot_font_set_funcs(face.font.get());
    hb_font_set_scale(face.font.get(), static_cast<int>(units), static_cast<int>(units));
    hb_font_make_immutable(face.font.get());
    return face;
}

std::string family_of(const FontFace& face) {
    hb_face_t* tables = hb_font_get_face(face.font.get());
    const std::string family = name_of(tables, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    return family.empty() ? name_of(tables, HB_OT_NAME_ID_FONT_FAMILY) : family;
}

} // namespace regio::scene
