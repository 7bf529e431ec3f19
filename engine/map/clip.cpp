#include "map/clip.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace regio::map {

using scene::PaperBox;
using scene::PaperLine;
using scene::PaperPoint;

namespace {

PaperPoint between(const PaperPoint& a, const PaperPoint& b, double t) {
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

/// The part of an edge in the box, as shares of its length from a.
std::optional<std::pair<double, double>> inside(const PaperPoint& a, const PaperPoint& b,
                                                const PaperBox& box) {
    double from = 0;
    double to = 1;
    const auto cut = [&](double step, double room) { // step * t <= room
        if (step == 0)
            return room >= 0;
        const double t = room / step;
        if (step > 0)
            to = std::min(to, t);
        else
            from = std::max(from, t);
        return from < to;
    };
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    if ((dx != 0 || dy != 0) && cut(-dx, a.x - box.left) && cut(dx, box.right - a.x) &&
        cut(-dy, a.y - box.top) && cut(dy, box.bottom - a.y))
        return std::pair(from, to);
    return std::nullopt;
}

/// Cuts a ring at one side of the box: `depth` is positive inside.
template <typename Depth>
PaperLine cut(const PaperLine& ring, const Depth& depth) {
    PaperLine left;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PaperPoint& a = ring[i];
        const PaperPoint& b = ring[i + 1 == ring.size() ? 0 : i + 1];
        const double depth_a = depth(a);
        const double depth_b = depth(b);
        if (depth_a >= 0)
            left.push_back(a);
        if ((depth_a > 0 && depth_b < 0) || (depth_a < 0 && depth_b > 0))
            left.push_back(between(a, b, depth_a / (depth_a - depth_b)));
    }
    return left;
}

} // namespace

std::vector<PaperLine> clipped_line(const PaperLine& line, const PaperBox& box) {
    std::vector<PaperLine> pieces;
    bool is_going_on = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto part = inside(line[i], line[i + 1], box);
        if (!part) {
            is_going_on = false;
            continue;
        }
        const auto [from, to] = *part;
        if (!is_going_on || from > 0)
            pieces.push_back({between(line[i], line[i + 1], from)});
        pieces.back().push_back(to < 1 ? between(line[i], line[i + 1], to) : line[i + 1]);
        is_going_on = to == 1;
    }
    return pieces;
}

PaperLine clipped_ring(PaperLine ring, const PaperBox& box) {
    ring = cut(ring, [&](const PaperPoint& p) { return p.x - box.left; });
    ring = cut(ring, [&](const PaperPoint& p) { return box.right - p.x; });
    ring = cut(ring, [&](const PaperPoint& p) { return p.y - box.top; });
    ring = cut(ring, [&](const PaperPoint& p) { return box.bottom - p.y; });
    if (ring.size() < 3)
        ring.clear();
    return ring;
}

} // namespace regio::map
