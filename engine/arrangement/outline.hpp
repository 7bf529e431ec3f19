#pragma once

#include "arrangement/faces.hpp"
#include "kernel/polygon.hpp"

#include <vector>

namespace regio::arrangement {

/// The area of some faces together, valid by the rules of OGC: rings meet no point twice, polygons
/// touch each other and holes their shells in points at most. Faces that share an edge are of one
/// polygon, so a hole is known to be of its shell without being searched for. Vertices on straight
/// lines are kept. Polygons and holes are in order of their rings, which begin at their least
/// point. Precondition: there is a value for every face, and the outside is not chosen.
[[nodiscard]] kernel::MultiPolygon outline(const HalfEdges& half_edges, const Faces& faces,
                                           const std::vector<bool>& is_chosen);

} // namespace regio::arrangement
