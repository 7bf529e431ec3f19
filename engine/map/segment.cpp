#include "map/segment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regio::map {

using scene::PaperBox;
using scene::PaperLine;
using scene::PaperPoint;

namespace {

/// Twice the area of the triangle, positive when a, b and c turn clockwise on the sheet.
double turn(PaperPoint a, PaperPoint b, PaperPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Whether neither end of `one` lies on the same side of `other` as the other end does.
bool is_split(const Segment& one, const Segment& other) {
    const double first = turn(other.a, other.b, one.a);
    const double second = turn(other.a, other.b, one.b);
    return !(first > 0 && second > 0) && !(first < 0 && second < 0);
}

bool touch(const PaperBox& one, const PaperBox& other) {
    return one.left <= other.right && other.left <= one.right && one.top <= other.bottom &&
           other.top <= one.bottom;
}

/// The part of a segment, from 0 to 1, that no side of a box has cut off yet.
struct Part {
    double from = 0;
    double to = 1;

    /// Takes off what lies beyond a side that is `room` away, for a segment that goes `step` in
    /// the direction out of the box.
    void cut(double step, double room) {
        if (step > 0)
            to = std::min(to, room / step);
        else if (step < 0)
            from = std::max(from, room / step);
        else if (room < 0)
            to = -1;
    }

    [[nodiscard]] bool is_empty() const { return to < from; }
};

/// What a box leaves of a segment (Liang and Barsky, 1984).
Part part_inside(const Segment& segment, const PaperBox& box) {
    const auto [a, b] = segment;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    Part part;
    part.cut(dx, box.right - a.x);
    part.cut(-dx, a.x - box.left);
    part.cut(dy, box.bottom - a.y);
    part.cut(-dy, a.y - box.top);
    return part;
}

} // namespace

std::vector<Segment> segments_of(std::span<const PaperLine> lines) {
    std::vector<Segment> segments;
    for (const PaperLine& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            segments.push_back({line[i - 1], line[i]});
    return segments;
}

std::vector<Segment> edges_of(std::span<const PaperLine> rings) {
    std::vector<Segment> edges;
    for (const PaperLine& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i)
            edges.push_back({ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]});
    return edges;
}

PaperBox box_of(const Segment& segment) {
    return {std::min(segment.a.x, segment.b.x), std::min(segment.a.y, segment.b.y),
            std::max(segment.a.x, segment.b.x), std::max(segment.a.y, segment.b.y)};
}

double distance(PaperPoint one, PaperPoint other) {
    // Not std::hypot, which minds overflow and costs ten times as much.
    const double dx = one.x - other.x;
    const double dy = one.y - other.y;
    return std::sqrt(dx * dx + dy * dy);
}

PaperPoint nearest_point(const PaperBox& box, PaperPoint point) {
    return {std::clamp(point.x, box.left, box.right), std::clamp(point.y, box.top, box.bottom)};
}

double length_inside(const Segment& segment, const PaperBox& box) {
    if (!touch(box_of(segment), box))
        return 0;
    const Part part = part_inside(segment, box);
    if (part.is_empty())
        return 0;
    return std::max((part.to - part.from) * distance(segment.a, segment.b),
                    std::numeric_limits<double>::min());
}

bool meet(const Segment& segment, const PaperBox& box) {
    return touch(box_of(segment), box) && !part_inside(segment, box).is_empty();
}

bool meet(const Segment& one, const Segment& other) {
    return touch(box_of(one), box_of(other)) && is_split(one, other) && is_split(other, one);
}

} // namespace regio::map
