#pragma once

#include "kernel/position.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace regio::layer {

/// Positions one behind another, numbered from zero, in blocks of memory: what several readers read
/// becomes one without being copied.
class PositionBlocks {
public:
    [[nodiscard]] std::size_t size() const noexcept {
        return blocks_.back().first + blocks_.back().positions.size();
    }

    /// The last block, behind which positions can be put and from which they can be taken again.
    [[nodiscard]] std::vector<kernel::Position>& last() noexcept {
        return blocks_.back().positions;
    }

    /// So many from `first`. Precondition: they were put in the same block.
    [[nodiscard]] std::span<const kernel::Position> range(std::size_t first,
                                                          std::size_t count) const;

    /// All blocks, in order.
    [[nodiscard]] std::vector<std::span<kernel::Position>> blocks();
    [[nodiscard]] std::vector<std::span<const kernel::Position>> blocks() const;

    /// Puts the blocks of others behind these.
    void append(PositionBlocks others);

private:
    struct Block {
        std::size_t first = 0; ///< The number of its first position.
        std::vector<kernel::Position> positions;
    };

    std::vector<Block> blocks_ = std::vector<Block>(1);
};

/// Whether they hold the same positions, whatever their blocks.
[[nodiscard]] bool operator==(const PositionBlocks& a, const PositionBlocks& b);

} // namespace regio::layer
