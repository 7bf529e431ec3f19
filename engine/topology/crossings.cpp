#include "topology/crossings.hpp"

#include "kernel/segment_box.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Segment;
using kernel::Shift;

constexpr std::uint32_t kBlock = 1U << 13;

/// Edges that are passed over together where nothing is near.
constexpr std::uint32_t kStretch = 4;

/// Searches one edge after another.
class Search {
public:
    Search(const Walk& walk, const Walk& other, const EdgeGrid& grid, const Hubs& hubs)
        : walk_(walk), other_(other), edges_(walk.edges()), others_(other.edges()), grid_(grid),
          hubs_(hubs) {}

    void search(std::uint32_t first, std::uint32_t end) {
        for (std::uint32_t next; first < end; first = next) {
            next = std::min(first + kStretch, end);
            if (next < edges_.line.size() && grid_.is_plainly_empty(kernel::box_of(
                                                 edges_.line.subspan(first, next - first + 1))))
                continue;
            for (std::uint32_t edge = first; edge < next; ++edge)
                search(edge);
        }
    }

    [[nodiscard]] std::vector<Crossing> take() { return std::move(found_); }

private:
    void search(std::uint32_t edge) {
        const Segment segment = edges_[edge];
        const Box box = box_of(segment);
        if (segment.a == segment.b || grid_.is_plainly_empty(box))
            return;
        const std::size_t before = found_.size();
        grid_.for_each_near(segment, [&](std::uint32_t candidate) {
            const Segment near = others_[candidate];
            if (is_apart(box, near))
                return;
            if (const auto met = crossing(segment, near, Shift::Forward);
                met.is_crossing && !hubs_.join(segment, near))
                found_.emplace_back(edge, candidate, met.goes_right);
        });
        if (found_.size() > before)
            settle(edge, before);
    }

    /// Keeps each crossing of an edge once, and none of two bridges.
    void settle(std::uint32_t edge, std::size_t before) {
        const auto first = found_.begin() + static_cast<std::ptrdiff_t>(before);
        if (found_.size() - before > 1) {
            std::sort(first, found_.end());
            found_.erase(std::unique(first, found_.end()), found_.end());
        }
        if (!walk_.sides(edge).are_equal())
            return;
        const auto is_bridge = [&](const Crossing& c) {
            return other_.sides(c.other()).are_equal();
        };
        found_.erase(std::remove_if(first, found_.end(), is_bridge), found_.end());
    }

    const Walk& walk_;
    const Walk& other_;
    Edges edges_;
    Edges others_;
    const EdgeGrid& grid_;
    const Hubs& hubs_;
    std::vector<Crossing> found_;
};

std::vector<Crossing> joined(std::vector<std::vector<Crossing>> blocks) {
    std::size_t count = 0;
    for (const auto& block : blocks)
        count += block.size();
    std::vector<Crossing> all;
    all.reserve(count);
    for (auto& block : blocks) {
        all.insert(all.end(), block.begin(), block.end());
        block = {};
    }
    return all;
}

} // namespace

std::vector<Crossing> find_crossings(const Walk& walk, const Walk& other,
                                     const EdgeGrid& grid_of_other, const Hubs& hubs) {
    const std::uint32_t count = walk.edges().count();
    std::vector<std::vector<Crossing>> blocks(count / kBlock + 1);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t block) {
        Search search(walk, other, grid_of_other, hubs);
        const auto first = static_cast<std::uint32_t>(block) * kBlock;
        search.search(first, std::min(first + kBlock, count));
        blocks[block] = search.take();
    });
    return joined(std::move(blocks));
}

std::vector<Crossing> seen_from_other(const std::vector<Crossing>& crossings, const Walk& other) {
    std::vector<Crossing> seen(crossings.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
        seen[i] = {crossings[i].other(), crossings[i].edge(), !crossings[i].goes_right()};
    // Sorted digit by digit, the least first: stable, so the other edges stay in order.
    constexpr int kDigitBits = 11;
    constexpr std::uint32_t kDigits = 1U << kDigitBits;
    std::vector<Crossing> sorted(seen.size());
    for (int shift = 0; other.edges().count() >> shift != 0; shift += kDigitBits) {
        std::array<std::size_t, kDigits + 1> first{};
        const auto digit_of = [&](const Crossing& c) { return c.edge() >> shift & (kDigits - 1); };
        for (const Crossing& c : seen)
            ++first[digit_of(c) + 1];
        for (std::size_t digit = 0; digit < kDigits; ++digit)
            first[digit + 1] += first[digit];
        for (const Crossing& c : seen)
            sorted[first[digit_of(c)]++] = c;
        seen.swap(sorted);
    }
    return seen;
}

} // namespace regio::topology
