#include "topology/ring_lookup.hpp"

namespace regio::topology {

using layer::RingId;

RingLookup::RingLookup(const layer::Layer& layer) : layer_(&layer) {
    ring_of_.reserve(layer.points().size() / kStep + 1);
    for (std::uint32_t ring = 0; ring < layer.ring_count(); ++ring)
        while (ring_of_.size() * kStep < layer.first_point(RingId(ring + 1)))
            ring_of_.push_back(ring);
}

std::size_t RingLookup::first_from(std::size_t point) const {
    if (point >= layer_->points().size())
        return layer_->ring_count();
    const RingId ring = of(point);
    return index(ring) + (layer_->first_point(ring) < point ? 1 : 0);
}

} // namespace regio::topology
