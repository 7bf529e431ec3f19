#pragma once

#include "scene/paper.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace regio::map {

/// A paper size, lying: ISO 216.
struct PaperSize {
    std::string_view name; ///< "A4"
    double width_mm = 0;
    double height_mm = 0;
};

/// A5 to A0, from the smallest.
[[nodiscard]] std::span<const PaperSize> paper_sizes() noexcept;

/// By name, in upper or lower case.
[[nodiscard]] std::optional<PaperSize> find_paper(std::string_view name);

/// Where things are on a page: the map on the left, a panel with words on its right, and a line
/// with sources below both.
struct Sheet {
    std::string paper;
    scene::PaperBox page;
    scene::PaperBox frame;  ///< Of the map.
    scene::PaperBox panel;  ///< Title, verdict, legend; scale and inset at its foot.
    scene::PaperBox footer; ///< Sources.
};

/// How a page is divided, whatever its size.
struct PageLayout {
    double margin_mm = 0; ///< On all sides.
    double gap_mm = 0;    ///< Between map and panel.
    double panel_mm = 0;  ///< How wide the panel is.
    double footer_mm = 0; ///< How high the line with sources is.
};

[[nodiscard]] Sheet lay_out(const PaperSize& paper, const PageLayout& layout);

} // namespace regio::map
