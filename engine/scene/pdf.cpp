#include "base/contract.hpp"
#include "scene/drawable.hpp"
#include "scene/painter.hpp"
#include "scene/printable.hpp"
#include "scene/render.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <chrono>

namespace regio::scene {

namespace {

constexpr double kPointsPerMillimetre = 1 / kMillimetresPerPoint;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned size) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

/// "2025-01-31T08:00:00Z".
std::string utc_time(std::int64_t seconds_of_epoch) {
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds_of_epoch)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

/// Cairo would take the time of day when no date is set.
void describe(cairo_surface_t* surface, const Scene& scene, const DocumentFacts& facts) {
    const auto set = [surface](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface, what, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, printable(scene.title));
    set(CAIRO_PDF_METADATA_CREATOR, printable(facts.maker));
    set(CAIRO_PDF_METADATA_CREATE_DATE, utc_time(facts.seconds_of_epoch));
    set(CAIRO_PDF_METADATA_MOD_DATE, utc_time(facts.seconds_of_epoch));
}

void add_bookmark(cairo_surface_t* surface, const std::string& name) {
    if (!name.empty())
        cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, printable(name).c_str(),
                                      "page=1 pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

} // namespace

std::string to_pdf(const Scene& scene, const Fonts& fonts, const DocumentFacts& facts) {
    expect_drawable(scene);
    std::string bytes;
    const CairoSurface surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, scene.width_mm * kPointsPerMillimetre,
                                            scene.height_mm * kPointsPerMillimetre));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    describe(surface.get(), scene, facts);
    add_bookmark(surface.get(), facts.bookmark);
    {
        const CairoContext context(cairo_create(surface.get()));
        cairo_scale(context.get(), kPointsPerMillimetre, kPointsPerMillimetre);
        Painter(context.get(), fonts, Painter::Letters::TextGlyphs).paint(scene);
        cairo_show_page(context.get());
        REGIO_EXPECTS(cairo_status(context.get()) == CAIRO_STATUS_SUCCESS);
    }
    cairo_surface_finish(surface.get());
    REGIO_EXPECTS(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS);
    return bytes;
}

} // namespace regio::scene
