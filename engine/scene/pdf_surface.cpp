#include "scene/pdf_surface.hpp"

#include "base/contract.hpp"
#include "scene/drawable.hpp"
#include "scene/painter.hpp"
#include "scene/printable.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <chrono>
#include <utility>

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

} // namespace

PdfSurface::PdfSurface(double width_mm, double height_mm)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, width_mm * kPointsPerMillimetre,
                                                   height_mm * kPointsPerMillimetre)) {
    cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
}

void PdfSurface::describe(const std::string& title, const std::string& maker,
                          std::int64_t seconds_of_epoch) {
    const auto set = [this](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface_.get(), what, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, printable(title));
    set(CAIRO_PDF_METADATA_CREATOR, printable(maker));
    set(CAIRO_PDF_METADATA_CREATE_DATE, utc_time(seconds_of_epoch));
    set(CAIRO_PDF_METADATA_MOD_DATE, utc_time(seconds_of_epoch));
}

int PdfSurface::add_bookmark(int parent, const std::string& name, std::size_t page) {
    static_assert(CAIRO_PDF_OUTLINE_ROOT == 0);
    return cairo_pdf_surface_add_outline(surface_.get(), parent, printable(name).c_str(),
                                         fmt::format("page={} pos=[0 0]", page).c_str(),
                                         parent == CAIRO_PDF_OUTLINE_ROOT
                                             ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                             : static_cast<cairo_pdf_outline_flags_t>(0));
}

void PdfSurface::add_page(const Scene& scene, const Fonts& fonts, const std::string& label) {
    expect_drawable(scene);
    if (has_pages_)
        cairo_pdf_surface_set_size(surface_.get(), scene.width_mm * kPointsPerMillimetre,
                                   scene.height_mm * kPointsPerMillimetre);
    has_pages_ = true;
    if (!label.empty())
        cairo_pdf_surface_set_page_label(surface_.get(), printable(label).c_str());
    const CairoContext context(cairo_create(surface_.get()));
    cairo_scale(context.get(), kPointsPerMillimetre, kPointsPerMillimetre);
    Painter(context.get(), fonts, Painter::Letters::TextGlyphs).paint(scene);
    cairo_show_page(context.get());
    REGIO_EXPECTS(cairo_status(context.get()) == CAIRO_STATUS_SUCCESS);
}

std::string PdfSurface::finish() {
    cairo_surface_finish(surface_.get());
    REGIO_EXPECTS(cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS);
    return std::move(bytes_);
}

} // namespace regio::scene
