#include "tests/support/picture.hpp"

#include <png.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace regio::test {

namespace {

struct Size {
    std::size_t width = 0;
    std::size_t height = 0;
};

bool are_alike(const Pixel& one, const Pixel& other, int tolerance) {
    for (std::size_t channel = 0; channel < one.size(); ++channel)
        if (std::abs(int{one[channel]} - int{other[channel]}) > tolerance)
            return false;
    return true;
}

/// Whether a picture has a pixel like this one at a place or beside it.
bool has_like(const Picture& picture, const Pixel& pixel, std::size_t x, std::size_t y,
              int tolerance) {
    const std::size_t last_x = std::min(x + 1, picture.width - 1);
    const std::size_t last_y = std::min(y + 1, picture.height - 1);
    for (std::size_t near_y = y == 0 ? 0 : y - 1; near_y <= last_y; ++near_y)
        for (std::size_t near_x = x == 0 ? 0 : x - 1; near_x <= last_x; ++near_x)
            if (are_alike(pixel, picture.at(near_x, near_y), tolerance))
                return true;
    return false;
}

bool differ_by_more_than_one(std::size_t one, std::size_t other) {
    return std::max(one, other) - std::min(one, other) > 1;
}

std::size_t count_different(const Picture& one, const Picture& other, Size common, int tolerance) {
    std::size_t different = 0;
    for (std::size_t y = 0; y < common.height; ++y)
        for (std::size_t x = 0; x < common.width; ++x)
            if (!has_like(other, one.at(x, y), x, y, tolerance) ||
                !has_like(one, other.at(x, y), x, y, tolerance))
                ++different;
    return different;
}

} // namespace

Picture read_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        throw std::runtime_error(image.message);
    image.format = PNG_FORMAT_RGB;
    Picture picture{.width = image.width,
                    .height = image.height,
                    .pixels = std::vector<Pixel>(std::size_t{image.width} * image.height)};
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, picture.pixels.data(), 0, nullptr) == 0)
        throw std::runtime_error(image.message);
    return picture;
}

Picture read_png_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in)
        throw std::runtime_error(file + " cannot be read");
    return read_png(bytes.str());
}

double share_of_difference(const Picture& one, const Picture& other, int tolerance) {
    if (differ_by_more_than_one(one.width, other.width) ||
        differ_by_more_than_one(one.height, other.height))
        return 1;
    const Size common{std::min(one.width, other.width), std::min(one.height, other.height)};
    return static_cast<double>(count_different(one, other, common, tolerance)) /
           static_cast<double>(common.width * common.height);
}

} // namespace regio::test
