#include "tests/support/self_crossings.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <cmath>

namespace regio::test {

namespace {

using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using kernel::Ring;
using kernel::RingView;
using kernel::Segment;

/// The lattice point next to where two edges cross.
Point crossing_of(const Segment& one, const Segment& other) {
    const auto before = static_cast<long double>(orientation(other.a, other.b, one.a));
    const auto after = static_cast<long double>(orientation(other.a, other.b, one.b));
    const auto along = [&](std::int32_t from, std::int32_t to) {
        const auto step = static_cast<long double>(std::int64_t{to} - from);
        const long double way = step * before / (before - after);
        return static_cast<std::int32_t>(std::llround(static_cast<long double>(from) + way));
    };
    return {along(one.a.x, one.b.x), along(one.a.y, one.b.y)};
}

/// Which edges of a ring cross the one of this number.
std::vector<std::size_t> edges_across(RingView ring, std::size_t i) {
    std::vector<std::size_t> across;
    for (std::size_t j = 0; j < ring.size(); ++j)
        if (contact(kernel::edge(ring, i), kernel::edge(ring, j)) == kernel::Contact::Cross)
            across.push_back(j);
    return across;
}

Ring through_crossings(RingView ring) {
    Ring result;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto begin = static_cast<std::ptrdiff_t>(result.size());
        result.push_back(ring[i]);
        for (const std::size_t j : edges_across(ring, i))
            result.push_back(crossing_of(kernel::edge(ring, std::min(i, j)),
                                         kernel::edge(ring, std::max(i, j))));
        std::sort(result.begin() + begin, result.end(), [&](Point one, Point other) {
            return length_of({ring[i], one}) < length_of({ring[i], other});
        });
    }
    return result;
}

/// A ring cut where it comes back to a point.
std::vector<Ring> cut(RingView ring) {
    std::vector<Ring> loops;
    Ring way;
    for (const Point point : ring) {
        const auto before = std::find(way.begin(), way.end(), point);
        if (before != way.end()) {
            loops.emplace_back(before, way.end());
            way.erase(before, way.end());
        }
        way.push_back(point);
    }
    loops.push_back(way);
    return loops;
}

/// Precondition: loops and ring meet in points, and not every vertex of the loop is one of these.
bool lies_within(RingView loop, RingView ring) {
    const auto vertex = std::find_if(loop.begin(), loop.end(), [&](Point point) {
        return kernel::locate(point, ring) != kernel::Location::Boundary;
    });
    REGIO_EXPECTS(vertex != loop.end());
    return kernel::locate(*vertex, ring) == kernel::Location::Inside;
}

} // namespace

double length_of(const Segment& segment) {
    return std::hypot(static_cast<double>(segment.b.x) - segment.a.x,
                      static_cast<double>(segment.b.y) - segment.a.y);
}

std::vector<Segment> crossed_edges(const MultiPolygon& feature) {
    std::vector<Segment> crossed;
    for (const Polygon& part : feature)
        for (std::size_t i = 0; i < part.shell.size(); ++i)
            if (!edges_across(part.shell, i).empty())
                crossed.push_back(kernel::edge(part.shell, i));
    return crossed;
}

MultiPolygon through_crossings(MultiPolygon feature) {
    for (Polygon& part : feature)
        part.shell = through_crossings(part.shell);
    return feature;
}

Loops loops_of(const MultiPolygon& feature) {
    REGIO_EXPECTS(feature.size() == 1 && feature.front().holes.empty());
    const auto all = cut(feature.front().shell);
    const auto area_of = [](const Ring& ring) { return kernel::twice_area(ring); };
    const auto widest = std::ranges::max_element(all, {}, area_of);
    Loops loops;
    for (auto loop = all.begin(); loop != all.end(); ++loop) {
        if (loop == widest)
            continue;
        const bool is_within = lies_within(*loop, *widest);
        if (is_within && area_of(*loop) > 0)
            loops.wound_twice.push_back({.shell = *loop, .holes = {}});
        if (!is_within && area_of(*loop) < 0)
            loops.wound_back.push_back({.shell = Ring(loop->rbegin(), loop->rend()), .holes = {}});
    }
    return loops;
}

} // namespace regio::test
