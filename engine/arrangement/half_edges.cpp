#include "arrangement/half_edges.hpp"

#include "kernel/wide.hpp"

#include <algorithm>

namespace regio::arrangement {

using kernel::Point;
using kernel::Segment;

/// A half-edge at the point where it begins.
struct HalfEdges::Spoke {
    Point origin;
    HalfEdgeId half_edge;
};

HalfEdges::HalfEdges(std::span<const Segment> edges)
    : edges_(edges), node_(2 * edges.size()), next_(2 * edges.size()) {
    std::vector<Spoke> all = spokes();
    for (std::size_t first = 0; first < all.size();) {
        std::size_t end = first + 1;
        while (end < all.size() && all[end].origin == all[first].origin)
            ++end;
        join(std::span(all).subspan(first, end - first));
        first = end;
    }
}

Segment HalfEdges::segment(HalfEdgeId id) const {
    const Segment& edge = edges_[edge_of(id)];
    return index(id) % 2 == 0 ? edge : Segment{edge.b, edge.a};
}

/// All half-edges by their origins.
std::vector<HalfEdges::Spoke> HalfEdges::spokes() const {
    std::vector<Spoke> spokes;
    spokes.reserve(size());
    for (std::uint32_t i = 0; i < size(); ++i)
        spokes.push_back({origin(HalfEdgeId{i}), HalfEdgeId{i}});
    std::sort(spokes.begin(), spokes.end(),
              [](const Spoke& one, const Spoke& other) { return one.origin < other.origin; });
    return spokes;
}

/// Makes a node of the half-edges that begin in one point: whoever arrives goes on along the spoke
/// that is next clockwise.
void HalfEdges::join(std::span<Spoke> spokes) {
    std::sort(spokes.begin(), spokes.end(), [this](const Spoke& one, const Spoke& other) {
        return comes_before_around(one.origin, segment(one.half_edge).b,
                                   segment(other.half_edge).b);
    });
    const NodeId node{static_cast<std::uint32_t>(node_count_++)};
    HalfEdgeId clockwise = spokes.back().half_edge;
    for (const Spoke& spoke : spokes) {
        node_[index(spoke.half_edge)] = node;
        next_[index(twin(spoke.half_edge))] = clockwise;
        clockwise = spoke.half_edge;
    }
}

} // namespace regio::arrangement
