#pragma once

#include "arrangement/half_edges.hpp"
#include "arrangement/snap_rounding.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// A piece of the plane that no edge runs through.
enum class FaceId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(FaceId id) {
    return static_cast<std::size_t>(id);
}

/// The face around everything.
inline constexpr FaceId kOutside{0};

/// The faces between edges. A face has one border around it, and one around each group of edges
/// that hang together within it; the latter are placed by a sweep from the least point to the
/// greatest, which looks up the edge below the least point of each group (Shamos and Hoey,
/// Geometric intersection problems, 1976).
class Faces {
public:
    /// The half-edges are not copied.
    explicit Faces(const HalfEdges& half_edges);

    [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }

    /// The face on the left of a half-edge.
    [[nodiscard]] FaceId left_of(HalfEdgeId id) const { return face_[index(id)]; }

    /// All half-edges that have a face on their left.
    [[nodiscard]] std::span<const HalfEdgeId> around(FaceId face) const;

private:
    void gather();

    std::vector<FaceId> face_;         ///< Of each half-edge.
    std::vector<std::uint32_t> first_; ///< Of each face, in by_face_; and the end.
    std::vector<HalfEdgeId> by_face_;
};

/// Which lines lie around a face an odd number of times, in order.
using Label = std::vector<Tag>;

/// The labels of all faces: that of the outside is empty, and crossing an edge toggles its tags.
/// Law: the label of a face has the tags of the closed lines whose winding around it is odd.
[[nodiscard]] std::vector<Label> labels_of(const NodedEdges& edges, const Faces& faces);

} // namespace regio::arrangement
