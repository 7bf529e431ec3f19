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

[[nodiscard]] Sheet lay_out(const PaperSize& paper);

} // namespace regio::map
