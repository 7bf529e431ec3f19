#pragma once

#include "kernel/box.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

/// Square cells over the box of a set of edges, each with the edges whose boxes reach it (Franklin,
/// Adaptive Grids for Geometric Operations, 1983). An edge is the place of its first point; the
/// next point is its second.
///
/// Law: of two edges that have a point in common, some cell has both.
class BoxCells {
public:
    /// Divides so many edges into cells of about 16. Whether that pays: not where edges are so long
    /// that they would be listed more than four times on average; then there are no cells. Buffers
    /// are kept from one call to the next.
    [[nodiscard]] bool divide(std::span<const kernel::Point> points,
                              std::span<const std::uint32_t> edges);

    [[nodiscard]] std::size_t count() const noexcept { return first_.size() - 1; }

    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t cell) const {
        return std::span(listed_).subspan(first_[cell], first_[cell + 1] - first_[cell]);
    }

private:
    std::vector<std::uint32_t> first_; ///< Of each cell, and the end.
    std::vector<std::uint32_t> listed_;
};

} // namespace regio::topology
