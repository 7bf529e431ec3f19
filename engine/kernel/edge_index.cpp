#include "kernel/edge_index.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace regio::kernel {

namespace {

constexpr std::uint32_t kEdgesPerLeaf = 6;

/// How far a coordinate lies outside an interval.
double excess(std::int32_t least, std::int32_t greatest, std::int32_t from, double offset) {
    const double below = static_cast<double>(std::int64_t{least} - from) - offset;
    const double above = offset - static_cast<double>(std::int64_t{greatest} - from);
    return std::max({below, above, 0.0});
}

double distance_to(const Box& box, const Place& place) {
    const double x = excess(box.min.x, box.max.x, place.from.x, place.offset.x);
    const double y = excess(box.min.y, box.max.y, place.from.y, place.offset.y);
    return std::sqrt(x * x + y * y);
}

bool is_nearer(const NearestEdge& one, const NearestEdge& other) {
    return std::tie(one.distance, one.edge.a, one.edge.b) <
           std::tie(other.distance, other.edge.a, other.edge.b);
}

std::int64_t twice_middle(const Segment& edge, bool by_x) {
    return by_x ? std::int64_t{edge.a.x} + edge.b.x : std::int64_t{edge.a.y} + edge.b.y;
}

} // namespace

std::vector<RingView> rings_of(const Polygon& polygon) {
    std::vector<RingView> rings{polygon.shell};
    rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    return rings;
}

std::vector<RingView> rings_of(const MultiPolygon& polygons) {
    std::vector<RingView> rings;
    for (const Polygon& polygon : polygons) {
        rings.emplace_back(polygon.shell);
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return rings;
}

EdgeIndex::EdgeIndex(std::span<const RingView> rings) {
    for (const RingView ring : rings)
        add(ring);
    if (!edges_.empty())
        build(0, static_cast<std::uint32_t>(edges_.size()));
}

EdgeIndex::EdgeIndex(const MultiPolygon& polygons) : EdgeIndex(rings_of(polygons)) {}

void EdgeIndex::add(RingView ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto [a, b] = edge(ring, i);
        edges_.push_back({std::min(a, b), std::max(a, b)});
    }
}

std::uint32_t EdgeIndex::build(std::uint32_t first, std::uint32_t count) {
    const auto place = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({.box = {}, .first = first, .count = count, .other = 0});
    const std::span<Segment> own = std::span(edges_).subspan(first, count);
    Box box;
    for (const Segment& e : own) {
        box.include(e.a);
        box.include(e.b);
    }
    nodes_[place].box = box;
    if (count <= kEdgesPerLeaf)
        return place;
    const bool by_x = std::int64_t{box.max.x} - box.min.x >= std::int64_t{box.max.y} - box.min.y;
    const std::uint32_t half = count / 2;
    std::nth_element(own.begin(), own.begin() + half, own.end(),
                     [&](const Segment& one, const Segment& other) {
                         return twice_middle(one, by_x) < twice_middle(other, by_x);
                     });
    build(first, half);
    const std::uint32_t other = build(first + half, count - half);
    nodes_[place].other = other;
    return place;
}

void EdgeIndex::look_into(const Node& leaf, const Place& place, NearestEdge& best) const {
    for (const Segment& e : std::span(edges_).subspan(leaf.first, leaf.count)) {
        const NearestEdge candidate{.edge = e, .distance = distance(place, e)};
        if (is_nearer(candidate, best))
            best = candidate;
    }
}

NearestEdge EdgeIndex::nearest(const Place& place) const {
    REGIO_EXPECTS(!is_empty());
    struct Waiting {
        std::uint32_t node = 0;
        double distance = 0;
    };
    // Halves differ by one edge at most, so the tree is no deeper than the bits of a count.
    std::array<Waiting, 40> waiting;
    std::size_t size = 0;
    waiting[size++] = {.node = 0, .distance = 0};
    NearestEdge best{.edge = {}, .distance = std::numeric_limits<double>::infinity()};
    while (size > 0) {
        const Waiting next = waiting[--size];
        // What rounding could hide is looked at, so that the shape of the tree decides nothing.
        if (next.distance > best.distance + kDistanceError)
            continue;
        const Node& node = nodes_[next.node];
        if (node.other == 0) {
            look_into(node, place, best);
            continue;
        }
        Waiting near{next.node + 1, distance_to(nodes_[next.node + 1].box, place)};
        Waiting far{node.other, distance_to(nodes_[node.other].box, place)};
        if (far.distance < near.distance)
            std::swap(near, far);
        waiting[size++] = far;
        waiting[size++] = near;
    }
    return best;
}

} // namespace regio::kernel
