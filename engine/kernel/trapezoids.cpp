#include "kernel/trapezoids.hpp"

#include "base/contract.hpp"
#include "kernel/edge_index.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace regio::kernel {

namespace {

/// An edge that the sweeping line meets, its least end first. Points are ordered by x, then y, as
/// if the line were tilted a little, so that vertical edges have a least end too.
struct SweptEdge {
    Segment edge;
    bool is_inside_above = false;
    mutable std::int32_t open_from = 0; ///< Where the trapezoid above it begins.
};

/// The order of edges that the line meets at once, from south to north.
struct LiesBelow {
    using is_transparent = void;

    bool operator()(const SweptEdge& one, const SweptEdge& other) const {
        const Segment& e = one.edge;
        const Segment& f = other.edge;
        if (e.a > f.a)
            return !is_below(f, e);
        return e != f && is_below(e, f);
    }
    bool operator()(const SweptEdge& one, Point point) const {
        return orientation(one.edge.a, one.edge.b, point) > 0;
    }
    bool operator()(Point point, const SweptEdge& one) const {
        return orientation(one.edge.a, one.edge.b, point) < 0;
    }

private:
    /// Of edges of which the first begins first, or both in one point.
    static bool is_below(const Segment& e, const Segment& f) {
        const std::int64_t side = orientation(e.a, e.b, f.a);
        return side != 0 ? side > 0 : orientation(e.a, e.b, f.b) > 0;
    }
};

/// Edges by their least end, those with one end from south to north.
std::vector<SweptEdge> swept_edges(const Polygon& polygon) {
    std::vector<SweptEdge> edges;
    for (const RingView ring : rings_of(polygon))
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto [a, b] = edge(ring, i);
            edges.push_back({.edge = {std::min(a, b), std::max(a, b)}, .is_inside_above = a < b});
        }
    std::sort(edges.begin(), edges.end(), [](const SweptEdge& one, const SweptEdge& other) {
        return one.edge.a != other.edge.a ? one.edge.a < other.edge.a : LiesBelow()(one, other);
    });
    return edges;
}

class Sweep {
public:
    explicit Sweep(const Polygon& polygon) : edges_(swept_edges(polygon)) {
        for (const SweptEdge& e : edges_)
            points_.insert(points_.end(), {e.edge.a, e.edge.b});
        std::sort(points_.begin(), points_.end());
        points_.erase(std::unique(points_.begin(), points_.end()), points_.end());
    }

    std::vector<Trapezoid> run() && {
        for (const Point point : points_)
            pass(point);
        REGIO_EXPECTS(status_.empty());
        return std::move(found_);
    }

private:
    using Status = std::set<SweptEdge, LiesBelow>;

    /// Closes what ends at a point and opens what begins there.
    void pass(Point point) {
        const auto [first, last] = around(point);
        for (auto e = first; e != last; ++e)
            close(e, point.x);
        auto [through, end] = status_.equal_range(point);
        while (through != end)
            through = through->edge.b == point ? status_.erase(through) : std::next(through);
        for (; next_ < edges_.size() && edges_[next_].edge.a == point; ++next_)
            status_.insert(edges_[next_]);
        const auto [new_first, new_last] = around(point);
        for (auto e = new_first; e != new_last; ++e)
            e->open_from = point.x;
    }

    /// The edges through a point and the one below them: those above which something changes.
    std::pair<Status::iterator, Status::iterator> around(Point point) {
        auto [first, last] = status_.equal_range(point);
        if (first != status_.begin())
            --first;
        return {first, last};
    }

    void close(Status::iterator below, std::int32_t x) {
        if (!below->is_inside_above || below->open_from >= x)
            return;
        const auto above = std::next(below);
        REGIO_EXPECTS(above != status_.end() && !above->is_inside_above);
        found_.push_back(
            {.left = below->open_from, .right = x, .below = below->edge, .above = above->edge});
    }

    std::vector<SweptEdge> edges_;
    std::size_t next_ = 0;
    std::vector<Point> points_;
    Status status_;
    std::vector<Trapezoid> found_;
};

} // namespace

std::vector<Trapezoid> trapezoids(const Polygon& polygon) {
    return Sweep(polygon).run();
}

} // namespace regio::kernel
