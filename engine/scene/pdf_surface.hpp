#pragma once

#include "scene/fonts.hpp"
#include "scene/handles.hpp"
#include "scene/scene.hpp"

#include <cstdint>
#include <string>

namespace regio::scene {

/// What Cairo writes of a PDF: pages one after the other, bookmarks, page labels and facts. The
/// same calls give the same bytes.
class PdfSurface {
public:
    /// Begins with a page of this size: Cairo writes other bytes when it is told later.
    PdfSurface(double width_mm, double height_mm);
    PdfSurface(const PdfSurface&) = delete; // Cairo writes to the bytes beside it
    PdfSurface& operator=(const PdfSurface&) = delete;

    /// Cairo would take the time of day when no date is set.
    void describe(const std::string& title, const std::string& maker,
                  std::int64_t seconds_of_epoch);

    /// Leads to a page, counted from 1, that is there at the end. Gives the number by which a
    /// bookmark below it calls it; 0 is the root.
    int add_bookmark(int parent, const std::string& name, std::size_t page);

    /// A page of the size of the scene, which for the first is the size it began with; an empty
    /// label leaves its number.
    void add_page(const Scene& scene, const Fonts& fonts, const std::string& label);

    /// The file. Precondition: called once, and last.
    [[nodiscard]] std::string finish();

private:
    std::string bytes_;
    CairoSurface surface_;
    bool has_pages_ = false;
};

} // namespace regio::scene
