#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace regio::scene {

/// A picture in memory: a row after the other from the top, a pixel as 0x00RRGGBB; rows lie
/// `pixels_per_row` apart.
struct Picture {
    std::span<const std::uint32_t> pixels;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::size_t pixels_per_row = 0;
};

/// What a PNG file says besides its pixels.
struct PngFacts {
    double dpi = 96;
    std::string title;    ///< Left out when empty.
    std::string language; ///< Of the title, as in "nl".
};

/// The picture as a PNG file of 8 bits a channel.
[[nodiscard]] std::string png_file(const Picture& picture, const PngFacts& facts);

} // namespace regio::scene
