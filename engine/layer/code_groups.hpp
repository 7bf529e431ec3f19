#pragma once

#include "layer/layer.hpp"

#include <algorithm>
#include <span>

namespace regio::layer {

/// Calls with the features of each code, in order of codes; those without one first, together.
template <typename Visit>
void for_each_code(const Layer& layer, const Visit& visit) {
    const auto order = in_order_of_codes(layer);
    for (auto first = order.begin(); first != order.end();) {
        const auto end = std::find_if(first, order.end(), [&](FeatureId feature) {
            return layer[feature].code != layer[*first].code;
        });
        visit(std::span<const FeatureId>(first, end));
        first = end;
    }
}

} // namespace regio::layer
