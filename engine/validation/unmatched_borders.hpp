#pragma once

#include "arrangement/arrangement.hpp"
#include "layer/layer.hpp"
#include "topology/chains.hpp"
#include "validation/defect.hpp"

#include <vector>

namespace regio::validation {

/// Borders between two features, and nothing else on either side, of which a side walks edges that
/// the other has not (R441): one defect for each line that hangs together, in no order. What is
/// left of one-sided borders after these, gaps, overlaps and the outer border is nothing.
/// Precondition: the chains are of the layer, and the arrangement is of them alone.
[[nodiscard]] std::vector<Defect> find_unmatched_borders(const layer::Layer& layer,
                                                         const topology::Chains& chains,
                                                         const arrangement::Arrangement& all);

} // namespace regio::validation
