#include "kernel/ring_locator.hpp"

#include "kernel/beside.hpp"

#include <algorithm>

namespace regio::kernel {

namespace {

/// Edges a slab should have, and how often an edge may stand in slabs on average.
constexpr std::size_t kEdgesPerSlab = 8;
constexpr std::size_t kMostCopies = 4;

template <typename Visit>
void for_each_edge(std::span<const RingView> rings, const Visit& visit) {
    for (const RingView ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i)
            visit(edge(ring, i));
}

/// As many slabs as leave few edges in each, without many copies of long edges.
std::size_t slab_count(std::span<const RingView> rings, const Box& box) {
    std::uint64_t heights = 0;
    std::uint64_t edges = 0;
    for_each_edge(rings, [&](const Segment& e) {
        const auto [low, high] = std::minmax(e.a.y, e.b.y);
        heights += static_cast<std::uint64_t>(std::int64_t{high} - low);
        ++edges;
    });
    if (heights == 0)
        return 1;
    const auto height = static_cast<double>(std::int64_t{box.max.y} - box.min.y);
    const double most =
        static_cast<double>(kMostCopies * edges) * height / static_cast<double>(heights);
    return std::clamp<std::size_t>(static_cast<std::size_t>(most), 1, edges / kEdgesPerSlab + 1);
}

} // namespace

RingLocator::RingLocator(std::span<const RingView> rings) {
    for (const RingView ring : rings)
        box_.include(box_of(ring));
    slabs_ = slab_count(rings, box_);
    first_.assign(slabs_ + 1, 0);
    const auto for_each_entry = [&](const auto& visit) {
        for_each_edge(rings, [&](const Segment& e) {
            const auto [low, high] = std::minmax(e.a.y, e.b.y);
            const std::size_t end = slab_of(2 * std::int64_t{high});
            for (std::size_t slab = slab_of(2 * std::int64_t{low}); slab <= end; ++slab)
                visit(slab, e);
        });
    };
    for_each_entry([&](std::size_t slab, const Segment& /*edge*/) { ++first_[slab + 1]; });
    for (std::size_t slab = 0; slab < slabs_; ++slab)
        first_[slab + 1] += first_[slab];
    edges_.resize(first_.back());
    auto next = first_;
    for_each_entry([&](std::size_t slab, const Segment& e) { edges_[next[slab]++] = e; });
}

std::size_t RingLocator::slab_of(std::int64_t twice_y) const {
    const std::int64_t height = std::int64_t{box_.max.y} - box_.min.y + 1;
    const std::int64_t above = (twice_y - 2 * std::int64_t{box_.min.y}) / 2;
    return static_cast<std::size_t>(Wide{above} * static_cast<std::int64_t>(slabs_) / height);
}

bool RingLocator::is_left_inside(const Segment& segment) const {
    const Beside point(segment);
    if (box_.is_empty() || point.y < 2 * std::int64_t{box_.min.y} ||
        point.y > 2 * std::int64_t{box_.max.y} || point.x > 2 * std::int64_t{box_.max.x} ||
        point.x < 2 * std::int64_t{box_.min.x})
        return false;
    const std::size_t slab = slab_of(point.y);
    bool is_inside = false;
    for (std::uint32_t i = first_[slab]; i < first_[slab + 1]; ++i)
        is_inside ^= point.is_passed_by(edges_[i]);
    return is_inside;
}

} // namespace regio::kernel
