#pragma once

#include "arrangement/lines.hpp"

#include <cstdint>
#include <vector>

namespace regio::test {

/// A line by itself.
struct TaggedLine {
    std::vector<kernel::Point> points;
    arrangement::Tag one{};
    arrangement::Tag other = arrangement::kNoTag;
};

[[nodiscard]] arrangement::Lines lines_of(const std::vector<TaggedLine>& all);

/// Closed lines, and the tag of each is its number.
[[nodiscard]] std::vector<TaggedLine> closed_lines(const std::vector<kernel::Ring>& rings);

/// Around every point each tag has an even number of edges. By seed: three random rings, small and
/// crowded or as wide as the lattice; two coverages of which one is moved by a little; rings that
/// lie in each other and beside each other.
[[nodiscard]] std::vector<TaggedLine> random_lines(std::uint32_t seed);

} // namespace regio::test
