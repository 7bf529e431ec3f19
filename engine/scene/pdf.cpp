#include "scene/drawable.hpp"
#include "scene/pdf_surface.hpp"
#include "scene/render.hpp"

namespace regio::scene {

std::string to_pdf(const Scene& scene, const Fonts& fonts, const DocumentFacts& facts) {
    expect_drawable(scene);
    PdfSurface surface(scene.width_mm, scene.height_mm);
    surface.describe(scene.title, facts.maker, facts.seconds_of_epoch);
    if (!facts.bookmark.empty())
        surface.add_bookmark(0, facts.bookmark, 1);
    surface.add_page(scene, fonts, "");
    return surface.finish();
}

} // namespace regio::scene
