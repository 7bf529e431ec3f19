#include "base/contract.hpp"
#include "base/error.hpp"
#include "scene/drawable.hpp"
#include "scene/language_tag.hpp"
#include "scene/painter.hpp"
#include "scene/png_file.hpp"
#include "scene/printable.hpp"
#include "scene/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <new>

namespace regio::scene {

namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kMostPixels = 4e8;
constexpr double kLongestSide = 32767; // of Cairo

/// A length in whole pixels.
double pixels(double length_mm, double dpi) {
    return std::max(1.0, std::round(length_mm / kMillimetresPerInch * dpi));
}

void refuse_too_large(double width, double height) {
    if (width * height > kMostPixels || std::max(width, height) > kLongestSide)
        throw InputError(fmt::format("a picture of {:.0f} by {:.0f} pixels is too large; it may "
                                     "have {:.0f} million pixels, and {:.0f} on a side",
                                     width, height, kMostPixels / 1e6, kLongestSide),
                         "ask for fewer dots per inch, or for a PDF");
}

CairoSurface make_surface(double width, double height) {
    CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width),
                                                    static_cast<int>(height)));
    if (cairo_surface_status(surface.get()) == CAIRO_STATUS_NO_MEMORY)
        throw std::bad_alloc();
    return surface;
}

Picture picture_of(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const auto height = static_cast<std::size_t>(cairo_image_surface_get_height(surface));
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) / 4;
    // Cairo aligns its rows for this.
    const auto* data =
        reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface));
    return {.pixels = {data, stride * height},
            .width = static_cast<std::uint32_t>(cairo_image_surface_get_width(surface)),
            .height = static_cast<std::uint32_t>(height),
            .pixels_per_row = stride};
}

} // namespace

std::string to_png(const Scene& scene, const Fonts& fonts, double dpi) {
    expect_drawable(scene);
    REGIO_EXPECTS(dpi > 0);
    const double width = pixels(scene.width_mm, dpi);
    const double height = pixels(scene.height_mm, dpi);
    refuse_too_large(width, height);
    const CairoSurface surface = make_surface(width, height);
    {
        const CairoContext context(cairo_create(surface.get()));
        cairo_scale(context.get(), dpi / kMillimetresPerInch, dpi / kMillimetresPerInch);
        Painter(context.get(), fonts, Painter::Letters::Outlines).paint(scene);
        REGIO_EXPECTS(cairo_status(context.get()) == CAIRO_STATUS_SUCCESS);
    }
    return png_file(
        picture_of(surface.get()),
        {.dpi = dpi, .title = printable(scene.title), .language = language_tag(scene.language)});
}

} // namespace regio::scene
