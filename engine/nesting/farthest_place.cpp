#include "nesting/farthest_place.hpp"

#include "base/contract.hpp"
#include "kernel/box.hpp"
#include "kernel/trapezoids.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <queue>
#include <span>
#include <tuple>
#include <vector>

namespace regio::nesting {

namespace {

using kernel::EdgeIndex;
using kernel::NearestEdge;
using kernel::Place;
using kernel::Point;
using kernel::Position;
using kernel::Segment;

/// What rounding adds to every distance that is told: that of the distance itself, and that of
/// corners, which are computed.
constexpr double kMargin = 2 * kernel::kDistanceError;

/// Corners of a trapezoid that is cut along level and upright lines: its two slanted sides and four
/// of the cuts.
constexpr std::size_t kMostCorners = 8;

struct Corner {
    Position offset;
    std::optional<NearestEdge> nearest; ///< Looked for where a cell has to be bounded by it.
};

/// A convex piece of the polygon. No place of it is farther from the edges than `bound`.
struct Cell {
    std::array<Corner, kMostCorners> corners;
    std::size_t size = 0;
    Corner middle;
    double bound = 0;

    void add(const Corner& corner) {
        if (size > 0 && corners[size - 1].offset == corner.offset)
            return;
        REGIO_EXPECTS(size < kMostCorners);
        corners[size++] = corner;
    }
    [[nodiscard]] std::span<const Corner> all() const { return std::span(corners).first(size); }
};

/// The cell that is looked at next comes last: that with the greatest bound, of equals the one
/// furthest to the south-west.
struct IsLookedAtLater {
    bool operator()(const Cell& one, const Cell& other) const {
        const auto key = [](const Cell& cell) {
            return std::tuple(cell.bound, -cell.middle.offset.x, -cell.middle.offset.y);
        };
        return key(one) < key(other);
    }
};

enum class Axis : std::uint8_t { X, Y };

double along(Position position, Axis axis) {
    return axis == Axis::X ? position.x : position.y;
}

struct Range {
    double least = 0;
    double greatest = 0;

    [[nodiscard]] double length() const { return greatest - least; }
};

Range range_of(const Cell& cell, Axis axis) {
    Range range{along(cell.corners[0].offset, axis), along(cell.corners[0].offset, axis)};
    for (const Corner& corner : cell.all()) {
        range.least = std::min(range.least, along(corner.offset, axis));
        range.greatest = std::max(range.greatest, along(corner.offset, axis));
    }
    return range;
}

class Search {
public:
    Search(const kernel::Polygon& polygon, const EdgeIndex& edges)
        : edges_(edges), from_(box_of(kernel::RingView(polygon.shell)).min) {
        for (const kernel::Trapezoid& trapezoid : kernel::trapezoids(polygon))
            offer(cell_of(trapezoid));
    }

    FarthestPlace run(double resolution, std::size_t most_halvings) && {
        for (std::size_t halvings = 0; halvings < most_halvings && !waiting_.empty() &&
                                       waiting_.top().bound > best_distance() + resolution;
             ++halvings) {
            const Cell cell = waiting_.top();
            waiting_.pop();
            halve(cell);
        }
        const double least = best_distance();
        const double greatest = waiting_.empty() ? least : std::max(least, waiting_.top().bound);
        return {.place = {.from = from_, .offset = best_.offset},
                .least = std::max(0.0, least - kMargin),
                .greatest = greatest + kMargin};
    }

private:
    [[nodiscard]] Place place(Position offset) const { return {.from = from_, .offset = offset}; }

    [[nodiscard]] Corner look_at(Position offset) const {
        return {.offset = offset, .nearest = edges_.nearest(place(offset))};
    }

    /// Where an edge meets the line x = `x`.
    [[nodiscard]] Position on_edge(const Segment& edge, std::int32_t x) const {
        const auto past = static_cast<double>(std::int64_t{x} - edge.a.x);
        const auto width = static_cast<double>(std::int64_t{edge.b.x} - edge.a.x);
        const auto rise = static_cast<double>(std::int64_t{edge.b.y} - edge.a.y);
        const auto base = static_cast<double>(std::int64_t{edge.a.y} - from_.y);
        return {static_cast<double>(std::int64_t{x} - from_.x), base + past * rise / width};
    }

    [[nodiscard]] Cell cell_of(const kernel::Trapezoid& trapezoid) const {
        const std::array around = {
            on_edge(trapezoid.below, trapezoid.left), on_edge(trapezoid.below, trapezoid.right),
            on_edge(trapezoid.above, trapezoid.right), on_edge(trapezoid.above, trapezoid.left)};
        Cell cell;
        for (const Position offset : around)
            cell.add({.offset = offset, .nearest = {}});
        return cell;
    }

    /// Keeps a cell where something farther than the best may lie in it. Most cells are told by the
    /// edge that is nearest to their middle.
    void offer(Cell cell, double bound_before = HUGE_VAL) {
        cell.middle = look_at(middle_of(cell));
        take(cell.middle);
        if (greatest_distance(cell, cell.middle.nearest->edge) <= best_distance())
            return;
        for (Corner& corner : std::span(cell.corners).first(cell.size)) {
            if (!corner.nearest)
                corner = look_at(corner.offset);
            take(corner);
        }
        cell.bound = std::min(bound_before, bound_of(cell));
        if (cell.bound > best_distance())
            waiting_.push(cell);
    }

    [[nodiscard]] static Position middle_of(const Cell& cell) {
        Position sum;
        for (const Corner& corner : cell.all())
            sum = {sum.x + corner.offset.x, sum.y + corner.offset.y};
        const auto count = static_cast<double>(cell.size);
        return {sum.x / count, sum.y / count};
    }

    [[nodiscard]] double greatest_distance(const Cell& cell, const Segment& edge) const {
        double greatest = 0;
        for (const Corner& corner : cell.all())
            greatest = std::max(greatest, kernel::distance(place(corner.offset), edge));
        return greatest;
    }

    [[nodiscard]] double best_distance() const { return best_.nearest->distance; }

    void take(const Corner& corner) {
        const auto key = [](const Corner& c) {
            return std::tuple(c.nearest->distance, -c.offset.x, -c.offset.y);
        };
        if (key(corner) > key(best_))
            best_ = corner;
    }

    /// By the edges that are nearest to its corners and its middle, one by one and in pairs.
    [[nodiscard]] double bound_of(const Cell& cell) const {
        std::array<Segment, kMostCorners + 1> edges;
        std::size_t count = 0;
        const auto add = [&](const Segment& edge) {
            const auto end = edges.begin() + static_cast<std::ptrdiff_t>(count);
            if (std::find(edges.begin(), end, edge) == end)
                edges[count++] = edge;
        };
        add(cell.middle.nearest->edge);
        for (const Corner& corner : cell.all())
            add(corner.nearest->edge);
        std::array<std::array<double, kMostCorners>, kMostCorners + 1> distances{};
        for (std::size_t e = 0; e < count; ++e)
            for (std::size_t c = 0; c < cell.size; ++c)
                distances[e][c] = kernel::distance(place(cell.corners[c].offset), edges[e]);
        double bound = HUGE_VAL;
        for (std::size_t e = 0; e < count; ++e)
            for (std::size_t f = e; f < count; ++f)
                bound = std::min(bound, greatest_mean(distances[e], distances[f], cell.size));
        return bound;
    }

    [[nodiscard]] static double greatest_mean(std::span<const double> one,
                                              std::span<const double> other, std::size_t size) {
        double greatest = 0;
        for (std::size_t c = 0; c < size; ++c)
            greatest = std::max(greatest, (one[c] + other[c]) / 2);
        return greatest;
    }

    /// Cuts a cell across the middle of its longer side.
    void halve(const Cell& cell) {
        const Range x = range_of(cell, Axis::X);
        const Range y = range_of(cell, Axis::Y);
        const Axis axis = x.length() >= y.length() ? Axis::X : Axis::Y;
        const Range& longer = axis == Axis::X ? x : y;
        const double cut = longer.least + longer.length() / 2;
        Cell low;
        Cell high;
        for (std::size_t i = 0; i < cell.size; ++i) {
            const Corner& corner = cell.corners[i];
            const Corner& next = cell.corners[i + 1 == cell.size ? 0 : i + 1];
            const double here = along(corner.offset, axis);
            const double there = along(next.offset, axis);
            if (here <= cut)
                low.add(corner);
            if (here >= cut)
                high.add(corner);
            if ((here < cut && there > cut) || (here > cut && there < cut)) {
                const Corner between{.offset = on_line(corner.offset, next.offset, axis, cut),
                                     .nearest = {}};
                low.add(between);
                high.add(between);
            }
        }
        offer(low, cell.bound);
        offer(high, cell.bound);
    }

    /// Where the line between two places meets the cut.
    [[nodiscard]] static Position on_line(Position one, Position other, Axis axis, double cut) {
        const double share = (cut - along(one, axis)) / (along(other, axis) - along(one, axis));
        if (axis == Axis::X)
            return {cut, one.y + share * (other.y - one.y)};
        return {one.x + share * (other.x - one.x), cut};
    }

    const EdgeIndex& edges_;
    Point from_;
    Corner best_{.offset = {}, .nearest = NearestEdge{.edge = {}, .distance = -1}};
    std::priority_queue<Cell, std::vector<Cell>, IsLookedAtLater> waiting_;
};

} // namespace

FarthestPlace farthest_place(const kernel::Polygon& polygon, const EdgeIndex& edges,
                             double resolution, std::size_t most_halvings) {
    REGIO_EXPECTS(!edges.is_empty() && !polygon.shell.empty());
    // What is halved is larger than what rounding does to it.
    return Search(polygon, edges)
        .run(std::max(resolution, kFinestResolution) - 2 * kMargin, most_halvings);
}

} // namespace regio::nesting
