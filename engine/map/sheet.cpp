#include "map/sheet.hpp"

#include <array>

namespace regio::map {

std::span<const PaperSize> paper_sizes() noexcept {
    static constexpr std::array kSizes = {PaperSize{"A5", 210, 148}, PaperSize{"A4", 297, 210},
                                          PaperSize{"A3", 420, 297}, PaperSize{"A2", 594, 420},
                                          PaperSize{"A1", 841, 594}, PaperSize{"A0", 1189, 841}};
    return kSizes;
}

std::optional<PaperSize> find_paper(std::string_view name) {
    for (const PaperSize& size : paper_sizes())
        if (name.size() == 2 && (name[0] == 'A' || name[0] == 'a') && name[1] == size.name[1])
            return size;
    return std::nullopt;
}

Sheet lay_out(const PaperSize& paper, const PageLayout& layout) {
    const double margin = layout.margin_mm;
    const double right = paper.width_mm - margin;
    const double bottom = paper.height_mm - margin;
    const double frame_bottom = bottom - layout.footer_mm;
    const double panel_left = right - layout.panel_mm;
    return {.paper = std::string(paper.name),
            .page = {0, 0, paper.width_mm, paper.height_mm},
            .frame = {margin, margin, panel_left - layout.gap_mm, frame_bottom},
            .panel = {panel_left, margin, right, frame_bottom},
            .footer = {margin, frame_bottom, right, bottom}};
}

} // namespace regio::map
