#pragma once

#include "kernel/predicates.hpp"

#include <cstdint>
#include <span>

namespace regio::topology {

/// Edges by number: each runs from one point of a line to the next; some more stand by themselves.
struct Edges {
    std::span<const kernel::Point> line; ///< One point or more.
    std::span<const kernel::Segment> more;
    /// A bit for each point of the line, 64 a word, set where the line is broken: the edge that
    /// begins there is a point. Empty: nowhere.
    std::span<const std::uint64_t> breaks = {};

    [[nodiscard]] std::uint32_t count() const noexcept {
        return static_cast<std::uint32_t>(line.size() - 1 + more.size());
    }

    [[nodiscard]] kernel::Segment operator[](std::uint32_t edge) const {
        if (edge + 1 < line.size()) [[likely]]
            return {line[edge], line[edge + (is_broken_at(edge) ? 0 : 1)]};
        return more[edge + 1 - line.size()];
    }

private:
    [[nodiscard]] bool is_broken_at(std::uint32_t point) const {
        return !breaks.empty() && (breaks[point / 64] >> point % 64 & 1) != 0;
    }
};

} // namespace regio::topology
