#pragma once

#include "scene/scene.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace regio::scene {

struct FontFace;

/// What to do about a font that cannot be used.
inline constexpr const char* kFontHint =
    "the fonts of regio lie in styles/fonts; REGIO_DATA names the folder that has them";

/// The font family that sheets are written in: three files of one family, read once. Text is
/// shaped by HarfBuzz from left to right in the font's own units, without hinting, so widths are
/// the same for every output, size and machine. Several threads may use one object at a time.
class Fonts {
public:
    /// The files of each face, in the order of Face.
    struct Files {
        std::array<std::filesystem::path, 3> faces;
    };

    /// Throws InputError when a file is missing, is no font, or the files are of several families.
    explicit Fonts(const Files& files);
    ~Fonts();
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    /// As the font itself says: "Source Sans 3".
    [[nodiscard]] const std::string& family() const noexcept;

    /// The bytes of the file of a face.
    [[nodiscard]] std::string_view bytes(Face face) const;

    /// How wide a text is, in millimetres, kerning included.
    [[nodiscard]] double width_mm(std::string_view text, Face face, double size_pt) const;

    /// The height of a capital letter above the baseline, in millimetres.
    [[nodiscard]] double cap_height_mm(Face face, double size_pt) const;

    /// How far the lowest letters reach below the baseline, in millimetres.
    [[nodiscard]] double descent_mm(Face face, double size_pt) const;

    /// The characters of a text that the face has no glyph for, each once. Those that cannot be
    /// printed count as U+FFFD, which is drawn for them.
    [[nodiscard]] std::u32string missing(std::string_view text, Face face) const;

    /// A glyph of a shaped text: x is where its origin lies from the start of the text, y how far
    /// it is raised, in parts of the font size; `cluster` is the byte of the text it stands for.
    struct Glyph {
        std::uint32_t id = 0;
        std::uint32_t cluster = 0;
        double x = 0;
        double y = 0;
    };

    [[nodiscard]] std::vector<Glyph> shape(std::string_view text, Face face) const;

    /// The face as the libraries see it.
    [[nodiscard]] const FontFace& face(Face face) const;

private:
    struct Faces;
    std::unique_ptr<Faces> faces_;
};

} // namespace regio::scene
