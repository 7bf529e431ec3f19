#pragma once

#include "topology/edges.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

/// What is made of edges that end in one point with a segment that is looked for.
enum class CommonEnds : bool {
    Found,
    LeftOut, ///< Some of them: who looks for them knows another way (hubs.hpp).
};

/// Edges that all have one end in common, in the order of their directions from there: those that a
/// segment can meet are found by two searches, however many there are.
class EdgeFan {
public:
    EdgeFan(const Edges& edges, kernel::Point centre, std::vector<std::uint32_t> rays,
            CommonEnds common_ends);

    [[nodiscard]] kernel::Point centre() const noexcept { return centre_; }

    /// Calls with the number of every edge that meets the segment; with others too. A segment
    /// through the centre meets all; one that ends there none, where those are left out.
    template <typename Visit>
    void for_each_near(const kernel::Segment& segment, const Visit& visit) const {
        for (const auto range : {first_range(segment), second_range(segment)})
            for (const std::uint32_t ray : range)
                visit(ray);
    }

private:
    using Rays = std::span<const std::uint32_t>;

    [[nodiscard]] kernel::Point end_of(std::uint32_t ray) const;
    [[nodiscard]] std::size_t first_from(kernel::Point target) const;
    [[nodiscard]] std::size_t first_after(kernel::Point target) const;

    /// The directions from one end of the segment counter-clockwise to the other; where they pass
    /// the direction with which the order begins, the second range is what comes after it.
    [[nodiscard]] Rays first_range(const kernel::Segment& segment) const;
    [[nodiscard]] Rays second_range(const kernel::Segment& segment) const;

    Edges edges_;
    kernel::Point centre_;
    std::vector<std::uint32_t> rays_;
    CommonEnds common_ends_;
};

/// The point at which at least half of the edges end; `found` says whether there is one.
struct CommonEnd {
    bool found = false;
    kernel::Point point;
};
[[nodiscard]] CommonEnd common_end(const Edges& edges, std::span<const std::uint32_t> list);

} // namespace regio::topology
