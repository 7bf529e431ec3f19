#include "layer/raw_layer.hpp"

#include "base/append.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

#include <utility>

namespace regio::layer {

namespace {

kernel::Extent extent_of(std::span<const kernel::Position> positions) {
    using Range = tbb::blocked_range<std::size_t>;
    constexpr std::size_t kBlock = std::size_t{1} << 16;
    return tbb::parallel_reduce(
        Range(0, positions.size(), kBlock), kernel::Extent(),
        [&](const Range& range, kernel::Extent extent) {
            for (std::size_t i = range.begin(); i < range.end(); ++i)
                extent.include(positions[i]);
            return extent;
        },
        [](kernel::Extent one, const kernel::Extent& other) {
            one.include(other);
            return one;
        });
}

} // namespace

kernel::Extent extent_of(const RawLayer& layer) {
    kernel::Extent extent;
    for (const auto block : layer.positions.blocks())
        extent.include(extent_of(block));
    return extent;
}

std::span<const kernel::Position> positions_of(const RawLayer& layer, const RawRing& ring) {
    const auto positions = layer.positions.range(ring.first, ring.count);
    const bool is_closed = positions.size() > 1 && positions.front() == positions.back();
    return positions.first(positions.size() - (is_closed ? 1 : 0));
}

void append(RawLayer from, RawLayer& to) {
    for (RawPart part : from.parts) {
        part.feature = FeatureId(index(part.feature) + to.features.size());
        part.first_ring += to.rings.size();
        to.parts.push_back(part);
    }
    for (RawRing ring : from.rings) {
        ring.first += to.positions.size();
        to.rings.push_back(ring);
    }
    for (RawRemnant remnant : from.remnants) {
        remnant.feature = FeatureId(index(remnant.feature) + to.features.size());
        to.remnants.push_back(remnant);
    }
    for (const FeatureId feature : from.collections)
        to.collections.push_back(FeatureId(index(feature) + to.features.size()));
    regio::append(from.features, to.features);
    to.positions.append(std::move(from.positions));
    if (from.provenance == Provenance::Schematic)
        to.provenance = Provenance::Schematic;
}

} // namespace regio::layer
