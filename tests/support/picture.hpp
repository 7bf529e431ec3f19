#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regio::test {

using Pixel = std::array<std::uint8_t, 3>; ///< Red, green, blue.

/// A picture in memory, row after row from the top.
struct Picture {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<Pixel> pixels;

    [[nodiscard]] const Pixel& at(std::size_t x, std::size_t y) const {
        return pixels[y * width + x];
    }
};

/// What is transparent lies on white. Throws std::runtime_error for what is no PNG file.
Picture read_png(std::string_view bytes);
Picture read_png_file(const std::string& file);

/// The part of the pixels, from 0 to 1, by which two pictures differ beyond antialiasing: pixels of
/// either for which the other has none like it at their place or beside it. Like are pixels that in
/// no channel differ by more than `tolerance`. A last row or column that only one of them has is
/// left out, for programs round the size of a page differently; 1 when sizes differ by more.
double share_of_difference(const Picture& one, const Picture& other, int tolerance = 64);

} // namespace regio::test
