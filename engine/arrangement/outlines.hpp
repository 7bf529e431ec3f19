#pragma once

#include "arrangement/arc_faces.hpp"
#include "kernel/polygon.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::arrangement {

/// Faces that are to be one area, as the caller numbers them from 0 on.
enum class GroupId : std::uint32_t {};

[[nodiscard]] constexpr std::size_t index(GroupId id) {
    return static_cast<std::size_t>(id);
}

inline constexpr GroupId kNoGroup{0xffffffff};

/// The area of each group of faces, valid by the rules of OGC: rings meet no point twice, polygons
/// touch each other and holes their shells in points at most. Faces of a group that share an arc
/// are of one polygon, so a hole is known to be of its shell without being searched for. Vertices
/// on straight lines are kept. Polygons and holes are in order of their rings, which begin at their
/// least point.
///
/// Laws: 1. the areas of a group add up to those of its faces; 2. neighbouring groups have their
/// borders in common point by point; 3. no numbering of faces changes an area, and no number of
/// threads.
/// Preconditions: there is a group, or none, for every face, and none for the outside.
[[nodiscard]] std::vector<kernel::MultiPolygon> outlines(const Arcs& arcs, const ArcGraph& graph,
                                                         const ArcFaces& faces,
                                                         std::span<const GroupId> group_of_face,
                                                         std::size_t group_count);

} // namespace regio::arrangement
