#pragma once

#include "kernel/polygon.hpp"

namespace regio::coverage {

/// The same area in polygons that each hang together: one whose holes touch its shell or each other
/// so often that they part what is inside comes as several, by the faces of the arrangement of its
/// rings. Features that come so are drawn wrong, but their rings cross nowhere.
///
/// Laws: 1. the area is the same; 2. polygons whose rings touch each other in one point at most are
/// the same, bit for bit; 3. what comes out is valid by the rules of OGC, in order of its least
/// points. Preconditions: rings do not cross, run over each other or touch themselves; polygons
/// touch each other in points at most.
[[nodiscard]] kernel::MultiPolygon connected_parts(kernel::MultiPolygon area);

} // namespace regio::coverage
