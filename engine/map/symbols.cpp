#include "map/symbols.hpp"

#include "map/hatch.hpp"

namespace regio::map {

using scene::PaperBox;
using scene::PaperLine;
using scene::Path;
using scene::Subpath;

namespace {

std::vector<Subpath> subpaths(const std::vector<PaperLine>& lines, Subpath::Ends ends) {
    std::vector<Subpath> paths;
    paths.reserve(lines.size());
    for (const PaperLine& line : lines)
        paths.push_back({line, ends});
    return paths;
}

} // namespace

Path filled(const Rings& rings, scene::Colour colour) {
    return {.lines = subpaths(rings, Subpath::Ends::Closed), .fill = colour};
}

Path stroked(const std::vector<PaperLine>& lines, const scene::Stroke& stroke, Subpath::Ends ends) {
    return {.lines = subpaths(lines, ends), .stroke = stroke};
}

Path hatched(const Rings& rings, const HatchedFill& fill, const scene::PaperPoint& anchor) {
    HatchPattern pattern{
        .angle_degrees = fill.angle_degrees, .spacing_mm = fill.spacing_mm, .through = anchor};
    auto lines = hatch(rings, pattern);
    if (fill.is_crossed) {
        pattern.angle_degrees += 90;
        const auto across = hatch(rings, pattern);
        lines.insert(lines.end(), across.begin(), across.end());
    }
    return stroked(lines, {.colour = fill.lines,
                           .width_mm = fill.width_mm,
                           .dashes_mm = {},
                           .cap = scene::Stroke::Cap::Butt});
}

std::vector<Path> excess_symbol(const Rings& rings, const Theme& theme,
                                const scene::PaperPoint& anchor) {
    return {filled(rings, theme.excess.fill), hatched(rings, theme.excess, anchor),
            stroked(rings, theme.excess_edge, Subpath::Ends::Closed)};
}

PaperLine ring_of(const PaperBox& box) {
    return {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

} // namespace regio::map
