#pragma once

#include "scene/paper.hpp"

#include <span>
#include <vector>

namespace regio::map {

/// A straight piece of a line on the sheet.
struct Segment {
    scene::PaperPoint a;
    scene::PaperPoint b;
};

/// The pieces of open lines.
[[nodiscard]] std::vector<Segment> segments_of(std::span<const scene::PaperLine> lines);

/// The edges of rings, the one from the last point to the first included.
[[nodiscard]] std::vector<Segment> edges_of(std::span<const scene::PaperLine> rings);

[[nodiscard]] scene::PaperBox box_of(const Segment& segment);

[[nodiscard]] double distance(scene::PaperPoint one, scene::PaperPoint other);

/// The point of a box that is nearest to `point`: itself when it lies inside.
[[nodiscard]] scene::PaperPoint nearest_point(const scene::PaperBox& box, scene::PaperPoint point);

/// How much of a segment lies in a box, edges included, in millimetres; at least the smallest
/// positive number when they share a point, so that 0 means that they do not meet.
[[nodiscard]] double length_inside(const Segment& segment, const scene::PaperBox& box);

[[nodiscard]] bool meet(const Segment& segment, const scene::PaperBox& box);

/// Whether two segments share a point.
[[nodiscard]] bool meet(const Segment& one, const Segment& other);

} // namespace regio::map
