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

/// Edges that lie below some points or above them, each from left to right.
struct Candidates {
    std::vector<Segment> edges;
    std::vector<HalfArcId> half_arcs; ///< Whose left is above the edge.
};

/// Whether a point lies above the breadth of what begins after `left` and ends with `right`.
bool has_point_above(std::span<const Point> points, std::int32_t left, std::int32_t right) {
    const auto first =
        std::partition_point(points.begin(), points.end(), [&](Point p) { return p.x <= left; });
    return first != points.end() && first->x <= right;
}

void add_edges(const Arcs& arcs, std::uint32_t arc, std::span<const Point> points,
               Candidates& candidates) {
    const auto line = arcs.points(arc);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const bool goes_right = line[i].x < line[i + 1].x;
        const Segment edge =
            goes_right ? Segment{line[i], line[i + 1]} : Segment{line[i + 1], line[i]};
        if (!has_point_above(points, edge.a.x, edge.b.x))
            continue;
        candidates.edges.push_back(edge);
        candidates.half_arcs.push_back(HalfArcId{2 * arc + (goes_right ? 0U : 1U)});
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
        std::optional<std::uint32_t> highest;
        std::int64_t high = point.y;
        for (std::int64_t step = step_; high > box_.min.y; step *= 2) {
            const Point low{point.x, static_cast<std::int32_t>(
                                         std::max<std::int64_t>(box_.min.y, high - step))};
            look(point, {{point.x, static_cast<std::int32_t>(high)}, low}, highest);
            if (highest && is_above(*highest, low))
                break;
            // What ends in the last point is perhaps left out: the next stretch runs through it.
            high = low.y > box_.min.y ? std::int64_t{low.y} + 1 : low.y;
        }
        if (!highest)
            return std::nullopt;
        return candidates_.half_arcs[*highest];
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

    /// Whether an edge lies above a point.
    [[nodiscard]] bool is_above(std::uint32_t edge, Point point) const {
        return orientation(candidates_.edges[edge].a, candidates_.edges[edge].b, point) < 0;
    }

    void look(Point point, const Segment& stretch, std::optional<std::uint32_t>& highest) const {
        grid_.for_each_near(stretch, [&](std::uint32_t edge) {
            const Segment& near = candidates_.edges[edge];
            if (near.a.x >= point.x || near.b.x < point.x ||
                orientation(near.a, near.b, point) <= 0)
                return;
            if (!highest || is_below(candidates_.edges[*highest], near))
                highest = edge;
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
    const Candidates candidates = candidates_for(arcs, points);
    if (candidates.edges.empty())
        return below;
    const Search search(candidates, points);
    tbb::parallel_for(std::size_t{0}, points.size(),
                      [&](std::size_t i) { below[i] = search.below(points[i]); });
    return below;
}

} // namespace regio::arrangement
