#include "layer/raw_layer.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

namespace regio::layer {

kernel::Extent extent_of(const RawLayer& layer) {
    using Range = tbb::blocked_range<std::size_t>;
    constexpr std::size_t kBlock = std::size_t{1} << 16;
    return tbb::parallel_reduce(
        Range(0, layer.positions.size(), kBlock), kernel::Extent(),
        [&](const Range& range, kernel::Extent extent) {
            for (std::size_t i = range.begin(); i < range.end(); ++i)
                extent.include(layer.positions[i]);
            return extent;
        },
        [](kernel::Extent one, const kernel::Extent& other) {
            one.include(other);
            return one;
        });
}

} // namespace regio::layer
