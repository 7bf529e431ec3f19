#pragma once

#include "arrangement/arc_graph.hpp"
#include "kernel/wide.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// A piece of the plane that no arc runs through.
enum class FaceId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(FaceId id) {
    return static_cast<std::size_t>(id);
}

/// The face around everything.
inline constexpr FaceId kOutside{0};

/// The faces between arcs. A face has one border around it, and one around each group of arcs that
/// hang together within it. The latter are placed by looking down from their least point
/// (arc_below.hpp); what is met there belongs to a group with a lesser one, so that groups are
/// placed in the order of these points.
class ArcFaces {
public:
    ArcFaces(const Arcs& arcs, const ArcGraph& graph);

    [[nodiscard]] std::size_t size() const noexcept { return twice_area_.size(); }

    /// The face on the left of a half-arc.
    [[nodiscard]] FaceId left_of(HalfArcId id) const { return face_[index(id)]; }

    /// All half-arcs that have a face on their left.
    [[nodiscard]] std::span<const HalfArcId> around(FaceId face) const {
        return std::span(by_face_).subspan(first_[index(face)],
                                           first_[index(face) + 1] - first_[index(face)]);
    }

    /// Twice the area in square units, exactly; of the outside what the others have together,
    /// negative.
    [[nodiscard]] kernel::Wide twice_area(FaceId face) const { return twice_area_[index(face)]; }

private:
    void gather();

    std::vector<FaceId> face_; ///< Of each half-arc.
    std::vector<kernel::Wide> twice_area_;
    std::vector<std::uint32_t> first_; ///< Of each face, in by_face_; and the end.
    std::vector<HalfArcId> by_face_;
};

} // namespace regio::arrangement
