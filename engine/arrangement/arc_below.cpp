#include "arrangement/arc_below.hpp"

#include "kernel/box.hpp"
#include "topology/edge_grid.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace regio::arrangement {

namespace {

using kernel::Box;
using kernel::Point;
using kernel::Segment;

/// Edges that lie below some points or above them.
struct Candidates {
    std::vector<Segment> edges;       ///< From left to right; upright ones downwards.
    std::vector<HalfArcId> half_arcs; ///< That run so.
};

/// Whether a point lies above what reaches from `left` to `right`, or below it.
bool has_point_above(std::span<const Point> points, std::int32_t left, std::int32_t right) {
    const auto first =
        std::partition_point(points.begin(), points.end(), [&](Point p) { return p.x < left; });
    return first != points.end() && first->x <= right;
}

void add_edges(const Arcs& arcs, std::uint32_t arc, std::span<const Point> points,
               Candidates& candidates) {
    const auto line = arcs.points(arc);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const bool is_turned =
            line[i].x != line[i + 1].x ? line[i + 1].x < line[i].x : line[i].y < line[i + 1].y;
        const Segment edge =
            is_turned ? Segment{line[i + 1], line[i]} : Segment{line[i], line[i + 1]};
        if (!has_point_above(points, edge.a.x, edge.b.x))
            continue;
        candidates.edges.push_back(edge);
        candidates.half_arcs.push_back(HalfArcId{2 * arc + (is_turned ? 1U : 0U)});
    }
}

Candidates candidates_for(const Arcs& arcs, std::span<const Point> points) {
    Candidates candidates;
    for (std::uint32_t arc = 0; arc < arcs.size(); ++arc) {
        const Box box = kernel::box_of(arcs.points(arc));
        if (has_point_above(points, box.min.x, box.max.x))
            add_edges(arcs, arc, points, candidates);
    }
    return candidates;
}

/// Whether an edge lies below another one; both go from left to right, have a part of their breadth
/// in common and do not cross.
bool is_below(const Segment& one, const Segment& other) {
    const auto side = [](const Segment& edge, const Segment& later) {
        const std::int64_t start = orientation(edge.a, edge.b, later.a);
        return start != 0 ? start : orientation(edge.a, edge.b, later.b);
    };
    return other.a < one.a ? side(other, one) < 0 : side(one, other) > 0;
}

/// Where an edge is met on an upright line: between its ends, or in the one of them that lies there
/// (of an upright edge in the upper one).
struct Meeting {
    std::uint32_t number = 0;
    Segment edge;
    bool is_in_end = false;
    Point end;     ///< In which it is met,
    Point towards; ///< and where it goes from there.

    Meeting(std::uint32_t its_number, const Segment& s, std::int32_t x)
        : number(its_number), edge(s), is_in_end(s.a.x == x || s.b.x == x),
          end(s.a.x == x ? s.a : s.b), towards(s.a.x == x ? s.b : s.a) {}

    /// Whether it is met below a point on the line.
    [[nodiscard]] bool is_below(Point point) const {
        return is_in_end ? end.y < point.y : orientation(edge.a, edge.b, point) > 0;
    }

    /// Whether another one is met above it; of those that are met in one point the one that comes
    /// first when one turns clockwise from above.
    [[nodiscard]] bool yields_to(const Meeting& other) const {
        if (!is_in_end)
            return other.is_in_end ? orientation(edge.a, edge.b, other.end) > 0
                                   : arrangement::is_below(edge, other.edge);
        if (!other.is_in_end)
            return orientation(other.edge.a, other.edge.b, end) < 0;
        if (end != other.end)
            return end.y < other.end.y;
        const auto is_east = [&](Point p) { return p.x >= end.x; };
        if (is_east(towards) != is_east(other.towards))
            return is_east(other.towards);
        return orientation(end, towards, other.towards) > 0;
    }
};

/// Searches downwards from one point after another.
class Search {
public:
    explicit Search(const Candidates& candidates, std::span<const Point> points)
        : candidates_(candidates), box_(box_around(candidates, points)),
          grid_({.line = std::span(&box_.min, 1), .more = candidates.edges}, box_, kCellsPerEdge),
          step_(1 + static_cast<std::int64_t>(
                        (static_cast<double>(box_.max.y) - box_.min.y) /
                        std::sqrt(1.0 + static_cast<double>(candidates.edges.size())))) {}

    [[nodiscard]] std::optional<HalfArcId> below(Point point) const {
        std::optional<Meeting> highest;
        std::int64_t high = point.y;
        for (std::int64_t step = step_; high > box_.min.y; step *= 2) {
            const Point low{point.x, static_cast<std::int32_t>(
                                         std::max<std::int64_t>(box_.min.y, high - step))};
            look(point, {{point.x, static_cast<std::int32_t>(high)}, low}, highest);
            // What ends in the last point is perhaps left out: the next stretch runs through it.
            if (highest && !highest->is_below({low.x, low.y + 1}))
                break;
            high = low.y > box_.min.y ? std::int64_t{low.y} + 1 : low.y;
        }
        if (!highest)
            return std::nullopt;
        const HalfArcId half_arc = candidates_.half_arcs[highest->number];
        return highest->is_in_end && highest->end != highest->edge.a ? twin(half_arc) : half_arc;
    }

private:
    static constexpr double kCellsPerEdge = 2;

    static Box box_around(const Candidates& candidates, std::span<const Point> points) {
        Box box = kernel::box_of(points);
        for (const Segment& edge : candidates.edges) {
            box.include(edge.a);
            box.include(edge.b);
        }
        return {{box.min.x, box.min.y - 1}, box.max};
    }

    void look(Point point, const Segment& stretch, std::optional<Meeting>& highest) const {
        grid_.for_each_near(stretch, [&](std::uint32_t edge) {
            const Segment& near = candidates_.edges[edge];
            if (near.a.x > point.x || near.b.x < point.x)
                return;
            const Meeting meeting(edge, near, point.x);
            if (meeting.is_below(point) && (!highest || highest->yields_to(meeting)))
                highest = meeting;
        });
    }

    const Candidates& candidates_;
    Box box_;
    topology::EdgeGrid grid_;
    std::int64_t step_; ///< The first stretch, about as long as edges are apart.
};

} // namespace

std::vector<std::optional<HalfArcId>> half_arcs_below(const Arcs& arcs,
                                                      std::span<const Point> points) {
    std::vector<std::optional<HalfArcId>> below(points.size());
    if (points.empty())
        return below;
    const Candidates candidates = candidates_for(arcs, points);
    if (candidates.edges.empty())
        return below;
    const Search search(candidates, points);
    tbb::parallel_for(std::size_t{0}, points.size(),
                      [&](std::size_t i) { below[i] = search.below(points[i]); });
    return below;
}

} // namespace regio::arrangement
