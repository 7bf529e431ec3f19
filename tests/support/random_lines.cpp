#include "tests/support/random_lines.hpp"

#include "tests/support/random_layers.hpp"

namespace regio::test {

namespace {

using kernel::Point;
using kernel::Ring;

std::vector<TaggedLine> random_rings(std::uint32_t seed) {
    const int size = seed % 8 == 0 ? 1 << 30 : 3 + static_cast<int>(seed % 20);
    std::vector<Ring> rings;
    for (std::uint32_t i = 0; i < 3; ++i)
        rings.push_back(random_ring(3 * seed + i, 3 + static_cast<int>(seed % 9), size));
    return closed_lines(rings);
}

std::vector<TaggedLine> random_borders(std::uint32_t seed) {
    std::vector<TaggedLine> lines;
    for (std::uint32_t i = 0; i < 2; ++i) {
        const CoverageOptions options{.jitter = static_cast<int>(seed % 3)};
        const topology::Chains chains(layer_of(random_coverage(2 * seed + i, options)));
        arrangement::Lines all;
        all.add(chains, i * static_cast<std::uint32_t>(options.features));
        for (const auto& line : all.all()) {
            const auto points = all.points().subspan(line.first, line.count);
            lines.push_back({{points.begin(), points.end()}, line.one, line.other});
            for (Point& point : lines.back().points)
                point.x += static_cast<std::int32_t>(i * (seed % 5));
        }
    }
    return lines;
}

std::vector<TaggedLine> random_islands(std::uint32_t seed) {
    std::vector<Ring> rings;
    for (const kernel::Polygon& polygon : random_apart_rings(seed)) {
        rings.push_back(polygon.shell);
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return closed_lines(rings);
}

} // namespace

arrangement::Lines lines_of(const std::vector<TaggedLine>& all) {
    arrangement::Lines lines;
    for (const TaggedLine& line : all)
        lines.add(line.points, line.one, line.other);
    return lines;
}

std::vector<TaggedLine> closed_lines(const std::vector<Ring>& rings) {
    std::vector<TaggedLine> lines;
    for (std::uint32_t i = 0; i < rings.size(); ++i) {
        lines.push_back({rings[i], arrangement::Tag{i}});
        lines.back().points.push_back(rings[i].front());
    }
    return lines;
}

std::vector<TaggedLine> random_lines(std::uint32_t seed) {
    switch (seed % 4) {
    case 0:
        return random_borders(seed);
    case 1:
        return random_islands(seed);
    default:
        return random_rings(seed / 2);
    }
}

} // namespace regio::test
