#pragma once

#include "layer/layer.hpp"

#include <cstdint>
#include <vector>

namespace regio::topology {

/// Which ring of a layer a stored point belongs to, in constant time: the ring of every sixteenth
/// point is kept, a quarter of a byte a point, and the few rings behind it are walked. A ring has
/// four stored points or more.
class RingLookup {
public:
    /// The layer must outlive this.
    explicit RingLookup(const layer::Layer& layer);

    /// The ring of a place in layer.points(). Precondition: the place is there.
    [[nodiscard]] layer::RingId of(std::size_t point) const {
        std::size_t ring = ring_of_[point / kStep];
        while (layer_->first_point(layer::RingId(ring + 1)) <= point)
            ++ring;
        return layer::RingId(ring);
    }

    /// The first ring that begins at the place or behind it; the number of rings when none does.
    [[nodiscard]] std::size_t first_from(std::size_t point) const;

private:
    static constexpr std::size_t kStep = 16;

    const layer::Layer* layer_;
    std::vector<std::uint32_t> ring_of_; ///< Of every kStep-th point.
};

} // namespace regio::topology
