#include "layer/position_blocks.hpp"

#include "base/append.hpp"
#include "base/contract.hpp"

#include <algorithm>
#include <utility>

namespace regio::layer {

using kernel::Position;

std::span<const Position> PositionBlocks::range(std::size_t first, std::size_t count) const {
    const auto behind = std::upper_bound(
        blocks_.begin(), blocks_.end(), first,
        [](std::size_t number, const Block& block) { return number < block.first; });
    const Block& block = *(behind - 1); // The first block begins at zero.
    REGIO_EXPECTS(first - block.first + count <= block.positions.size());
    return std::span(block.positions).subspan(first - block.first, count);
}

std::vector<std::span<Position>> PositionBlocks::blocks() {
    std::vector<std::span<Position>> spans;
    for (Block& block : blocks_)
        spans.emplace_back(block.positions);
    return spans;
}

std::vector<std::span<const Position>> PositionBlocks::blocks() const {
    std::vector<std::span<const Position>> spans;
    for (const Block& block : blocks_)
        spans.emplace_back(block.positions);
    return spans;
}

void PositionBlocks::append(PositionBlocks others) {
    for (Block& block : others.blocks_) {
        const std::size_t first = size();
        blocks_.push_back({.first = first, .positions = std::move(block.positions)});
    }
}

bool operator==(const PositionBlocks& a, const PositionBlocks& b) {
    const auto all_of = [](const PositionBlocks& blocks) {
        std::vector<Position> all;
        for (const auto block : blocks.blocks())
            all.insert(all.end(), block.begin(), block.end());
        return all;
    };
    return all_of(a) == all_of(b);
}

} // namespace regio::layer
