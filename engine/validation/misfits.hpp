#pragma once

#include "layer/layer.hpp"
#include "topology/chains.hpp"
#include "validation/defect.hpp"

#include <vector>

namespace regio::validation {

/// Where the features of a layer do not fit together: gaps (R440), overlaps (R417) and borders
/// without the same vertices on both sides (R441).
///
/// The layer is arranged (arrangement/arrangement.hpp). Each face that lies in no feature and is
/// not the outside is a gap, each that lies in several an overlap; none is left out. Afterwards
/// they are measured, and weigh by their greatest width: an error when it is over the tolerance, a
/// warning when it is not. A border between two features is unmatched when a side of it walks edges
/// that the other has not, because its vertices lie elsewhere on the same line, or within half a
/// unit of it so that what lies between vanishes on the lattice.
///
/// Laws: 1. the areas of all features are that of their union, and those of the overlaps, each as
/// often as it has features but one, up to the rounding of crossings; 2. the tolerance changes the
/// weight of gaps and overlaps and nothing else; 3. moving the layer by a lattice vector moves the
/// places and changes nothing else; 4. no order of features, parts or rings changes anything.
/// Preconditions: the chains are of the layer; no feature crosses itself or has a ring where it
/// should not lie; the tolerance is 0 or more.
[[nodiscard]] std::vector<Defect> find_misfits(const layer::Layer& layer,
                                               const topology::Chains& chains, double tolerance_m);

} // namespace regio::validation
