#pragma once

#include "layer/layer.hpp"

/// What the headers of `kernel` promise of any rings. A broken promise ends the program with its
/// text.
namespace regio::fuzz {

/// kernel/ring.hpp: areas, moments and locations do not depend on how a ring is written down.
void check_rings(const layer::Layer& layer);

/// kernel/ring_locator.hpp and kernel/box_index.hpp, against the answers in quadratic time.
void check_indices(const layer::Layer& layer);

} // namespace regio::fuzz
