#pragma once

#include "layer/layer.hpp"
#include "validation/defect.hpp"

#include <vector>

namespace regio::validation {

/// Where the rings of features meet themselves or each other, or lie where they should not: edges
/// that cross (R406), that run over each other (R407), or a ring that comes back to a point (R408);
/// spikes (R445); rings that are there twice (R443), holes outside their shell and parts in other
/// parts (R420). What a spike or a repeated ring makes edges run over each other is said once, by
/// them. In no order.
[[nodiscard]] std::vector<Defect> find_shape_faults(const layer::Layer& layer);

} // namespace regio::validation
