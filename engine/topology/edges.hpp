#pragma once

#include "kernel/predicates.hpp"

#include <cstdint>
#include <span>

namespace regio::topology {

/// Edges by number: each runs from one point of a line to the next; some more stand by themselves.
struct Edges {
    std::span<const kernel::Point> line; ///< One point or more.
    std::span<const kernel::Segment> more;

    [[nodiscard]] std::uint32_t count() const noexcept {
        return static_cast<std::uint32_t>(line.size() - 1 + more.size());
    }

    [[nodiscard]] kernel::Segment operator[](std::uint32_t edge) const {
        if (edge + 1 < line.size()) [[likely]]
            return {line[edge], line[edge + 1]};
        return more[edge + 1 - line.size()];
    }
};

} // namespace regio::topology
