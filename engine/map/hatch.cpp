#include "map/hatch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace regio::map {

using scene::PaperLine;
using scene::PaperPoint;

namespace {

/// The direction of the lines on a sheet, where y runs down.
PaperPoint direction(double angle_degrees) {
    const double angle = angle_degrees * std::numbers::pi / 180;
    return {std::cos(angle), -std::sin(angle)};
}

/// Where a line of the pattern crosses an edge.
struct Crossing {
    std::int64_t line = 0; ///< Its number, counted from the one through the anchor.
    double along = 0;

    friend auto operator<=>(const Crossing&, const Crossing&) = default;
};

/// Turns the sheet so that the lines are level: `along` them and `across`, in spacings.
struct Frame {
    PaperPoint along;
    PaperPoint across;
    PaperPoint origin;
    double spacing;

    explicit Frame(const HatchPattern& pattern)
        : along(direction(pattern.angle_degrees)), across{-along.y, along.x},
          origin(pattern.through), spacing(pattern.spacing_mm) {}

    [[nodiscard]] PaperPoint turned(const PaperPoint& p) const {
        const double x = p.x - origin.x;
        const double y = p.y - origin.y;
        return {x * along.x + y * along.y, (x * across.x + y * across.y) / spacing};
    }

    [[nodiscard]] PaperPoint back(double on_line, std::int64_t line) const {
        const double away = static_cast<double>(line) * spacing;
        return {origin.x + on_line * along.x + away * across.x,
                origin.y + on_line * along.y + away * across.y};
    }
};

/// A line crosses an edge when its number lies in [lower, upper): at a shared end it counts once.
void cross(const PaperPoint& a, const PaperPoint& b, std::vector<Crossing>& crossings) {
    const PaperPoint& lower = a.y < b.y ? a : b;
    const PaperPoint& upper = a.y < b.y ? b : a;
    const auto end = static_cast<std::int64_t>(std::ceil(upper.y));
    for (auto line = static_cast<std::int64_t>(std::ceil(lower.y)); line < end; ++line) {
        const double share = (static_cast<double>(line) - lower.y) / (upper.y - lower.y);
        crossings.push_back({line, lower.x + share * (upper.x - lower.x)});
    }
}

} // namespace

std::vector<PaperLine> hatch(const std::vector<PaperLine>& rings, const HatchPattern& pattern) {
    const Frame frame(pattern);
    std::vector<Crossing> crossings;
    for (const PaperLine& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i)
            cross(frame.turned(ring[i]), frame.turned(ring[i + 1 == ring.size() ? 0 : i + 1]),
                  crossings);
    std::sort(crossings.begin(), crossings.end());
    std::vector<PaperLine> pieces;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        const auto& [line, from] = crossings[i];
        const double to = crossings[i + 1].along;
        if (from < to)
            pieces.push_back({frame.back(from, line), frame.back(to, line)});
    }
    return pieces;
}

} // namespace regio::map
