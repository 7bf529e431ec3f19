#include "arrangement/crossings.hpp"

#include "arrangement/hot_pixel.hpp"
#include "base/sorted.hpp"
#include "kernel/box.hpp"
#include "topology/edge_grid.hpp"

#include <array>
#include <cstdint>

namespace regio::arrangement {

using kernel::Point;
using kernel::Segment;

std::vector<Point> rounded_crossings(std::span<const Segment> segments) {
    constexpr double kCellsPerSegment = 2;
    std::vector<Point> crossings;
    if (segments.empty())
        return crossings;
    kernel::Box box;
    for (const Segment& segment : segments) {
        box.include(segment.a);
        box.include(segment.b);
    }
    const std::array no_line = {box.min};
    const topology::EdgeGrid grid({.line = no_line, .more = segments}, box, kCellsPerSegment);
    for (std::uint32_t i = 0; i < segments.size(); ++i)
        grid.for_each_near(segments[i], [&](std::uint32_t j) {
            if (i < j && contact(segments[i], segments[j]) == kernel::Contact::Cross)
                crossings.push_back(rounded_crossing(segments[i], segments[j]));
        });
    sort_and_unite(crossings);
    return crossings;
}

} // namespace regio::arrangement
