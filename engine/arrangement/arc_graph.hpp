#pragma once

#include "arrangement/noding.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace regio::arrangement {

/// An arc as seen from one side. Half-arc 2i runs along arc i, 2i + 1 against it.
enum class HalfArcId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(HalfArcId id) {
    return static_cast<std::size_t>(id);
}

/// The same arc from the other side.
[[nodiscard]] constexpr HalfArcId twin(HalfArcId id) {
    return HalfArcId{static_cast<std::uint32_t>(id) ^ 1U};
}

/// The arc that a half-arc is of.
[[nodiscard]] constexpr std::size_t arc_of(HalfArcId id) {
    return static_cast<std::size_t>(id) / 2;
}

[[nodiscard]] constexpr bool is_along(HalfArcId id) {
    return static_cast<std::size_t>(id) % 2 == 0;
}

/// A point where arcs end. Numbered in order of the points.
enum class NodeId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(NodeId id) {
    return static_cast<std::size_t>(id);
}

/// What follows what around the faces between arcs (Muller and Preparata, Finding the intersection
/// of two convex polyhedra, 1978). Exact: directions are compared by their cross product, and only
/// where arcs end.
class ArcGraph {
public:
    /// Preconditions: arcs are noded (node()); fewer than 2³¹.
    explicit ArcGraph(const Arcs& arcs);

    [[nodiscard]] std::size_t half_arc_count() const noexcept { return next_.size(); }
    [[nodiscard]] std::size_t node_count() const noexcept { return node_count_; }

    [[nodiscard]] NodeId node(HalfArcId id) const { return node_[index(id)]; } ///< Of its origin.

    /// The half-arc that goes on from the end of one along the face on its left: the first when one
    /// turns clockwise from where it came.
    [[nodiscard]] HalfArcId next(HalfArcId id) const { return next_[index(id)]; }

private:
    std::vector<NodeId> node_;
    std::vector<HalfArcId> next_;
    std::size_t node_count_ = 0;
};

} // namespace regio::arrangement
