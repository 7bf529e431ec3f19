#pragma once

#include "kernel/predicates.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// An edge as seen from one side. Half-edge 2i runs along edge i, 2i + 1 against it.
enum class HalfEdgeId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(HalfEdgeId id) {
    return static_cast<std::size_t>(id);
}

/// The same edge from the other side.
[[nodiscard]] constexpr HalfEdgeId twin(HalfEdgeId id) {
    return HalfEdgeId{static_cast<std::uint32_t>(id) ^ 1U};
}

/// The edge that a half-edge is of.
[[nodiscard]] constexpr std::size_t edge_of(HalfEdgeId id) {
    return static_cast<std::size_t>(id) / 2;
}

/// A point where edges end. Numbered in order of the points.
enum class NodeId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(NodeId id) {
    return static_cast<std::size_t>(id);
}

/// Edges with what follows what around their faces (Muller and Preparata, Finding the intersection
/// of two convex polyhedra, 1978). Exact: directions are compared by their cross product.
class HalfEdges {
public:
    /// Precondition: edges share ends at most, and each runs from its lesser end to its greater.
    /// They are not copied.
    explicit HalfEdges(std::span<const kernel::Segment> edges);

    [[nodiscard]] std::size_t size() const noexcept { return 2 * edges_.size(); }
    [[nodiscard]] std::size_t node_count() const noexcept { return node_count_; }

    [[nodiscard]] kernel::Segment segment(HalfEdgeId id) const;
    [[nodiscard]] kernel::Point origin(HalfEdgeId id) const { return segment(id).a; }
    [[nodiscard]] NodeId node(HalfEdgeId id) const { return node_[index(id)]; } ///< Of its origin.

    /// The half-edge that goes on from the end of one along the face on its left: the first when
    /// one turns clockwise from where it came.
    [[nodiscard]] HalfEdgeId next(HalfEdgeId id) const { return next_[index(id)]; }

private:
    struct Spoke;
    [[nodiscard]] std::vector<Spoke> spokes() const;
    void join(std::span<Spoke> spokes);

    std::span<const kernel::Segment> edges_;
    std::vector<NodeId> node_;
    std::vector<HalfEdgeId> next_;
    std::size_t node_count_ = 0;
};

} // namespace regio::arrangement
