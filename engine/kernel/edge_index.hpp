#pragma once

#include "kernel/box.hpp"
#include "kernel/distance.hpp"
#include "kernel/polygon.hpp"
#include "kernel/ring.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::kernel {

/// The edge that is nearest to a place; its least end comes first.
struct NearestEdge {
    Segment edge;
    double distance = 0; ///< In units, to within kDistanceError.
};

/// Finds the edge of rings that is nearest to a place: a binary tree of boxes, halved where the
/// middles of its edges reach furthest apart, gone through from near to far (Roussopoulos, Kelley
/// and Vincent, Nearest Neighbor Queries, 1995). 24 bytes an edge; safe to ask from several
/// threads.
///
/// Laws: 1. no edge of the rings is nearer by distance(); 2. of equally near edges it is the one
/// that comes first by its ends, so that neither the order nor the direction of rings changes the
/// answer.
class EdgeIndex {
public:
    explicit EdgeIndex(std::span<const RingView> rings);
    /// Of the borders of polygons.
    explicit EdgeIndex(const MultiPolygon& polygons);

    [[nodiscard]] bool is_empty() const noexcept { return edges_.empty(); }

    /// Precondition: there is an edge.
    [[nodiscard]] NearestEdge nearest(const Place& place) const;

private:
    /// Edges from `first` on; those of a node that is no leaf are parted between the next node and
    /// `other`.
    struct Node {
        Box box;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t other = 0; ///< 0 in a leaf.
    };

    void add(RingView ring);
    std::uint32_t build(std::uint32_t first, std::uint32_t count);
    void look_into(const Node& leaf, const Place& place, NearestEdge& best) const;

    std::vector<Segment> edges_;
    std::vector<Node> nodes_;
};

/// The rings of polygons, shells and holes.
[[nodiscard]] std::vector<RingView> rings_of(const MultiPolygon& polygons);
[[nodiscard]] std::vector<RingView> rings_of(const Polygon& polygon);

} // namespace regio::kernel
