#pragma once

#include <cairo.h>
#include <hb.h>

#include <memory>

namespace regio::scene {

/// Gives a handle back to the library that made it.
template <auto release>
struct Releases {
    template <typename Handle>
    void operator()(Handle* handle) const {
        static_cast<void>(release(handle));
    }
};

using HbBlob = std::unique_ptr<hb_blob_t, Releases<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Releases<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Releases<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Releases<hb_buffer_destroy>>;
using HbDrawFunctions = std::unique_ptr<hb_draw_funcs_t, Releases<hb_draw_funcs_destroy>>;

using CairoContext = std::unique_ptr<cairo_t, Releases<cairo_destroy>>;
using CairoSurface = std::unique_ptr<cairo_surface_t, Releases<cairo_surface_destroy>>;
using CairoFontFace = std::unique_ptr<cairo_font_face_t, Releases<cairo_font_face_destroy>>;
using CairoFontOptions =
    std::unique_ptr<cairo_font_options_t, Releases<cairo_font_options_destroy>>;

} // namespace regio::scene
