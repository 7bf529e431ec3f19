#pragma once

#include "map/label_costs.hpp"
#include "map/labels.hpp"
#include "map/text_measure.hpp"

namespace regio::map {

/// place_labels() with the font as a measure. The laws are those there.
[[nodiscard]] Labelling place_labels(const std::vector<LabelRequest>& requests,
                                     const LabelGround& ground, const TextMeasure& measure,
                                     const LabelCosts& costs = {});

} // namespace regio::map
