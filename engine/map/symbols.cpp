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

std::vector<Path> hatched(const Rings& rings, const std::vector<Hatch>& hatches,
                          const scene::PaperPoint& anchor) {
    std::vector<Path> paths;
    for (const Hatch& hatch : hatches) {
        const scene::Stroke stroke{.colour = hatch.colour,
                                   .width_mm = hatch.width_mm,
                                   .dashes_mm = {},
                                   .cap = scene::Stroke::Cap::Butt};
        const auto lines = subpaths(map::hatch(rings, {.angle_degrees = hatch.angle_degrees,
                                                       .spacing_mm = hatch.spacing_mm,
                                                       .through = anchor}),
                                    Subpath::Ends::Open);
        if (paths.empty() || paths.back().stroke != stroke)
            paths.push_back({.lines = {}, .stroke = stroke});
        paths.back().lines.insert(paths.back().lines.end(), lines.begin(), lines.end());
    }
    return paths;
}

std::vector<Path> excess_symbol(const Rings& rings, const Theme& theme,
                                const scene::PaperPoint& anchor) {
    std::vector<Path> paths = hatched(rings, theme.excess.hatches, anchor);
    paths.insert(paths.begin(), filled(rings, theme.excess.fill));
    paths.push_back(stroked(rings, theme.excess_edge, Subpath::Ends::Closed));
    return paths;
}

PaperLine ring_of(const PaperBox& box) {
    return {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

} // namespace regio::map
