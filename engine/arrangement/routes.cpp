#include "arrangement/routes.hpp"

#include "arrangement/hot_pixel.hpp"
#include "base/append.hpp"
#include "base/sorted.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Segment;
using topology::EdgeGrid;
using topology::Edges;

constexpr std::size_t kBlock = 1U << 10;

/// What a crossing makes of the lines around it.
Routes routes_around(Point crossing, const Edges& edges, const EdgeGrid& grid) {
    Routes found;
    grid.for_each_passing(crossing, [&](std::uint32_t edge) {
        const Segment segment = edges[edge];
        if (segment.a == crossing)
            found.cuts.push_back(edge);
        else if (segment.b == crossing)
            found.cuts.push_back(edge + 1);
        else if (passes_through(segment, crossing))
            found.stops.push_back({edge, crossing});
    });
    return found;
}

/// Leads all edges through the crossings that they pass, and cuts lines that have a point there.
Routes routes_through_crossings(const Lines& lines, const EdgeGrid& grid,
                                const std::vector<Point>& crossings) {
    std::vector<Routes> blocks(crossings.size() / kBlock + 1);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t block) {
        const std::size_t end = std::min((block + 1) * kBlock, crossings.size());
        for (std::size_t i = block * kBlock; i < end; ++i) {
            const Routes found = routes_around(crossings[i], lines.edges(), grid);
            append(found.stops, blocks[block].stops);
            append(found.cuts, blocks[block].cuts);
        }
    });
    Routes all;
    for (const Routes& block : blocks) {
        append(block.stops, all.stops);
        append(block.cuts, all.cuts);
    }
    return all;
}

/// Follows passages from edges that are led somewhere to the points that they pass, and from those
/// to the other edges that pass them.
class Closure {
public:
    Closure(const Lines& lines, const std::vector<Passage>& passages)
        : lines_(lines), by_edge_(passages), by_point_(passages.size()), is_taken_(passages.size()),
          is_followed_(passages.size()) {
        std::iota(by_point_.begin(), by_point_.end(), 0U);
        std::sort(by_point_.begin(), by_point_.end(), [&](std::uint32_t one, std::uint32_t other) {
            return key_of(one) < key_of(other);
        });
    }

    /// Adds what follows from the stops.
    void extend(Routes& routes) {
        for (const Stop& stop : routes.stops)
            take_edge(stop.edge);
        for (std::uint32_t i = 0; i < by_edge_.size(); ++i)
            if (orientation_of(i) == 0)
                take_point(i);
        while (!waiting_.empty()) {
            const std::uint32_t edge = by_edge_[waiting_.back()].edge;
            waiting_.pop_back();
            take_edge(edge);
        }
        for (std::size_t i = 0; i < by_edge_.size(); ++i)
            if (is_taken_[i]) {
                routes.stops.push_back({by_edge_[i].edge, lines_.points()[by_edge_[i].point]});
                routes.cuts.push_back(by_edge_[i].point);
            }
    }

private:
    [[nodiscard]] std::pair<Point, std::uint32_t> key_of(std::uint32_t passage) const {
        return {lines_.points()[by_edge_[passage].point], passage};
    }

    [[nodiscard]] std::int64_t orientation_of(std::uint32_t passage) const {
        const Segment edge = lines_.edges()[by_edge_[passage].edge];
        return orientation(edge.a, edge.b, lines_.points()[by_edge_[passage].point]);
    }

    /// An edge that is led anywhere goes through all points that it passes.
    void take_edge(std::uint32_t edge) {
        const auto first = std::lower_bound(by_edge_.begin(), by_edge_.end(), Passage{edge, 0});
        auto i = static_cast<std::uint32_t>(first - by_edge_.begin());
        if (i == by_edge_.size() || by_edge_[i].edge != edge || is_followed_[i])
            return;
        is_followed_[i] = true;
        for (; i < by_edge_.size() && by_edge_[i].edge == edge; ++i)
            take_point(i);
    }

    /// All edges that pass a point go through it.
    void take_point(std::uint32_t passage) {
        if (is_taken_[passage])
            return;
        const Point point = lines_.points()[by_edge_[passage].point];
        auto i =
            std::lower_bound(by_point_.begin(), by_point_.end(), std::pair(point, std::uint32_t{0}),
                             [&](std::uint32_t one, const auto& key) { return key_of(one) < key; });
        for (; i != by_point_.end() && key_of(*i).first == point; ++i) {
            is_taken_[*i] = true;
            waiting_.push_back(*i);
        }
    }

    const Lines& lines_;
    const std::vector<Passage>& by_edge_;
    std::vector<std::uint32_t> by_point_; ///< Passages in order of their points.
    std::vector<bool> is_taken_;          ///< Of each passage.
    std::vector<bool> is_followed_;       ///< Of the first passage of each edge.
    std::vector<std::uint32_t> waiting_;  ///< Passages whose edges are to be taken.
};

/// Order along an edge: pixels with other x have no x in common, so it passes them in order of x,
/// then y.
void put_in_order(std::vector<Stop>& stops, const Edges& edges) {
    std::sort(stops.begin(), stops.end(), [&](const Stop& one, const Stop& other) {
        if (one.edge != other.edge)
            return one.edge < other.edge;
        const Segment edge = edges[one.edge];
        if (one.point.x != other.point.x)
            return (one.point.x < other.point.x) != (edge.b.x < edge.a.x);
        return one.point.y != other.point.y &&
               (one.point.y < other.point.y) != (edge.b.y < edge.a.y);
    });
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
}

} // namespace

Routes find_routes(const Lines& lines, const EdgeGrid& grid, const Contacts& contacts) {
    Routes routes = routes_through_crossings(lines, grid, contacts.crossings);
    Closure(lines, contacts.passages).extend(routes);
    put_in_order(routes.stops, lines.edges());
    append(contacts.junctions, routes.cuts);
    sort_and_unite(routes.cuts);
    return routes;
}

} // namespace regio::arrangement
