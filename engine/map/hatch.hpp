#pragma once

#include "scene/paper.hpp"

#include <utility>
#include <vector>

namespace regio::map {

/// Parallel lines, the same all over the sheet.
struct HatchPattern {
    double angle_degrees = 45; ///< Counter-clockwise from the horizontal.
    double spacing_mm = 2;     ///< Between neighbours, across them. Precondition: positive.
    scene::PaperPoint through; ///< Of one of them: anchors the pattern, on the world as a rule.
};

/// The pieces of the lines that lie in an area given by rings of the even-odd rule, from line to
/// line and along each. Areas next to each other get pieces of the same lines: no seam shows.
[[nodiscard]] std::vector<scene::PaperLine> hatch(const std::vector<scene::PaperLine>& rings,
                                                  const HatchPattern& pattern);

} // namespace regio::map
