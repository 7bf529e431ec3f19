#pragma once

#include "kernel/box.hpp"
#include "kernel/ring.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::kernel {

/// Says of many points whether they lie in the area that rings enclose together (odd winding: holes
/// count against their shell), in less time than walking the rings for each. Edges are kept by the
/// level slabs they pass through; there are as many slabs as keeps the room linear in the edges.
///
/// Law: the answers are those of kernel::is_left_inside() on each ring, added up modulo two.
class RingLocator {
public:
    explicit RingLocator(std::span<const RingView> rings);

    [[nodiscard]] bool is_left_inside(const Segment& segment) const;

private:
    [[nodiscard]] std::size_t slab_of(std::int64_t twice_y) const;

    Box box_;
    std::size_t slabs_ = 1;
    std::vector<std::uint32_t> first_; ///< Of each slab, in edges_.
    std::vector<Segment> edges_;
};

} // namespace regio::kernel
