#include "map/legend.hpp"

#include "map/symbols.hpp"
#include "map/text_flow.hpp"

#include <algorithm>
#include <utility>

namespace regio::map {

using scene::Group;
using scene::PaperBox;

namespace {

constexpr double kSwatchWidth = 9;
constexpr double kSwatchHeight = 4.4;
constexpr double kTextLeft = kSwatchWidth + 2.5;
constexpr double kGap = 1.5;

TextStyle style_of(const Theme& theme) {
    return {.size_pt = theme.small_size_pt + 1, .colour = theme.ink};
}

double height_of(const std::vector<std::string>& lines, const TextStyle& style) {
    return std::max(kSwatchHeight, line_height_mm(style) * static_cast<double>(lines.size()));
}

/// Draws one symbol in the box of its swatch.
struct SwatchPainter {
    Group& group;
    const PaperBox& box;
    const Theme& theme;

    void operator()(const HatchedFill& fill) const {
        const Rings area{ring_of(box)};
        group.items.emplace_back(filled(area, fill.fill));
        for (auto& path : hatched(area, fill.hatches, box.centre()))
            group.items.emplace_back(std::move(path));
        group.items.emplace_back(stroked(area, theme.municipality, scene::Subpath::Ends::Closed));
    }

    void operator()(const LineSymbol& line) const {
        const scene::PaperLine level{{box.left, box.centre().y}, {box.right, box.centre().y}};
        if (line.casing)
            group.items.emplace_back(stroked({level}, *line.casing));
        group.items.emplace_back(stroked({level}, line.stroke));
    }

    void operator()(const ExcessSymbol& /*excess*/) const {
        for (auto& path : excess_symbol({ring_of(box)}, theme, box.centre()))
            group.items.emplace_back(std::move(path));
    }

    void operator()(const AreaSymbol& area) const {
        const Rings ring{ring_of(box)};
        group.items.emplace_back(filled(ring, area.fill));
        group.items.emplace_back(stroked(ring, area.border, scene::Subpath::Ends::Closed));
    }
};

} // namespace

double legend_height_mm(const std::vector<LegendEntry>& entries, double width_mm,
                        const Theme& theme, const scene::Fonts& fonts) {
    const TextStyle style = style_of(theme);
    double height = 0;
    for (const auto& entry : entries)
        height += height_of(wrapped(entry.text, width_mm - kTextLeft, style, fonts), style) + kGap;
    return height;
}

double draw_legend(Group& group, const std::vector<LegendEntry>& entries, double left, double top,
                   double width_mm, const Theme& theme, const scene::Fonts& fonts) {
    const TextStyle style = style_of(theme);
    const double caps = fonts.cap_height_mm(style.face, style.size_pt);
    for (const auto& entry : entries) {
        const auto lines = wrapped(entry.text, width_mm - kTextLeft, style, fonts);
        const double height = height_of(lines, style);
        const PaperBox box{left, top, left + kSwatchWidth, top + kSwatchHeight};
        std::visit(SwatchPainter{group, box, theme}, entry.symbol);
        const double first = lines.size() == 1 ? top + (kSwatchHeight - caps) / 2 : top + 0.3;
        write_lines(group, lines, left + kTextLeft, first, style, fonts);
        top += height + kGap;
    }
    return top;
}

} // namespace regio::map
