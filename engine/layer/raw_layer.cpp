#include "layer/raw_layer.hpp"

namespace regio::layer {

kernel::Extent extent_of(const RawLayer& layer) {
    kernel::Extent extent;
    for (const auto position : layer.positions)
        extent.include(position);
    return extent;
}

} // namespace regio::layer
