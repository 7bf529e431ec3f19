#include "overlay_data.hpp"

#include "coverage_generator.hpp"

#include <algorithm>
#include <cmath>

namespace regio::benchmarks {

namespace {

std::uint32_t scaled(std::uint32_t count, double size) {
    return std::max(1U, static_cast<std::uint32_t>(std::lround(count * size)));
}

/// The blocks of faces, row by row, of which there are so many in a row and in a column.
std::vector<std::uint32_t> blocks_of(std::uint32_t columns, std::uint32_t blocks_a_row) {
    const auto block = [&](std::uint32_t place) { return place * blocks_a_row / columns; };
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t row = 0; row < columns; ++row)
        for (std::uint32_t column = 0; column < columns; ++column)
            blocks.push_back(block(row) * blocks_a_row + block(column));
    return blocks;
}

} // namespace

OverlayData make_overlay_data(double size) {
    constexpr std::uint32_t kBlock = 10;
    const std::uint32_t columns = scaled(141, size);
    const std::uint32_t coarse = scaled(24, size);
    const std::uint32_t blocks_a_row = (columns + kBlock - 1) / kBlock;
    OverlayData data{.fine = make_coverage(
                         {.columns = columns, .rows = columns, .edges_a_side = 32, .seed = 11}),
                     .coarse = make_coverage({.columns = coarse,
                                              .rows = coarse,
                                              .edges_a_side = 256,
                                              .box = box_within(MadeCoverage().box),
                                              .seed = 23}),
                     .block_of_fine = {},
                     .block_of_coarse = {},
                     .blocks = blocks_a_row * blocks_a_row};
    data.block_of_fine = blocks_of(columns, blocks_a_row);
    data.block_of_coarse = blocks_of(coarse, blocks_a_row);
    return data;
}

} // namespace regio::benchmarks
