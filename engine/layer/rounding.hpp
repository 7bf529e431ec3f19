#pragma once

#include "base/finding.hpp"
#include "kernel/lattice.hpp"
#include "layer/layer.hpp"
#include "layer/raw_layer.hpp"

#include <vector>

namespace regio::layer {

/// Rounds a layer to a lattice. Points that fall on the one before them are dropped; a ring that is
/// left without area falls away, with its holes when it is a shell (R404, R405); a feature keeps
/// its place even when nothing is left of it (R401).
///
/// Laws: 1. equal positions become equal points; 2. features keep their order and number, the layer
/// its provenance; 3. rounding a layer that lies on the lattice changes nothing.
/// Precondition: the lattice was chosen over an extent that holds the layer.
[[nodiscard]] Layer round_to(const RawLayer& raw, const kernel::Lattice& lattice,
                             std::vector<Finding>& findings);

} // namespace regio::layer
