#pragma once

#include "scene/paper.hpp"

#include <optional>
#include <vector>

namespace regio::map {

/// A circle on the sheet.
struct Circle {
    scene::PaperPoint centre;
    double radius_mm = 0;
};

/// The largest circle that fits in an area given by rings of the even-odd rule, to within
/// `tolerance_mm` (GEOS, MaximumInscribedCircle); nothing when there is no area. In one thinner
/// than 0.02 mm it is some smaller one, about a point of it.
[[nodiscard]] std::optional<Circle>
largest_inscribed_circle(const std::vector<scene::PaperLine>& rings, double tolerance_mm = 0.1);

} // namespace regio::map
