#pragma once

#include "scene/paper.hpp"

#include <vector>

namespace regio::map {

/// The pieces of an open line that lie in a box, in its order (each edge as in Liang and Barsky, A
/// new concept and method for line clipping, 1984). Pieces that are a point are left out.
[[nodiscard]] std::vector<scene::PaperLine> clipped_line(const scene::PaperLine& line,
                                                         const scene::PaperBox& box);

/// What lies in a box of the area of a ring (Sutherland and Hodgman, Reentrant polygon clipping,
/// 1974): one ring, whose pieces may be joined along the edges of the box, so it is for filling and
/// not for drawing along. Empty when nothing lies in the box.
[[nodiscard]] scene::PaperLine clipped_ring(scene::PaperLine ring, const scene::PaperBox& box);

} // namespace regio::map
