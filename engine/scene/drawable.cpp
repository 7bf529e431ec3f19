#include "scene/drawable.hpp"

#include "base/contract.hpp"

#include <cmath>
#include <numeric>

namespace regio::scene {

namespace {

/// False for what is not a number, too.
bool is_on_table(const PaperPoint& point) {
    return std::abs(point.x) <= kFurthestMm && std::abs(point.y) <= kFurthestMm;
}

bool is_size(double size) {
    return size >= 0 && size <= kFurthestMm;
}

void expect_drawable(const Stroke& stroke) {
    REGIO_EXPECTS(is_size(stroke.width_mm));
    for (const double dash : stroke.dashes_mm)
        REGIO_EXPECTS(is_size(dash));
    REGIO_EXPECTS(stroke.dashes_mm.empty() ||
                  std::accumulate(stroke.dashes_mm.begin(), stroke.dashes_mm.end(), 0.0) > 0);
}

void expect_drawable(const Path& path) {
    for (const auto& line : path.lines)
        for (const auto& point : line.points)
            REGIO_EXPECTS(is_on_table(point));
    if (path.stroke)
        expect_drawable(*path.stroke);
}

void expect_drawable(const Text& text) {
    REGIO_EXPECTS(is_on_table(text.baseline));
    REGIO_EXPECTS(is_size(text.size_pt));
    if (text.halo)
        REGIO_EXPECTS(is_size(text.halo->width_mm));
}

} // namespace

void expect_drawable(const Scene& scene) {
    REGIO_EXPECTS(is_size(scene.width_mm) && scene.width_mm > 0);
    REGIO_EXPECTS(is_size(scene.height_mm) && scene.height_mm > 0);
    for (const auto& group : scene.groups)
        for (const auto& item : group.items)
            std::visit([](const auto& drawn) { expect_drawable(drawn); }, item);
}

} // namespace regio::scene
