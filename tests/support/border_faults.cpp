#include "tests/support/border_faults.hpp"

#include "coverage/ring_builder.hpp"
#include "kernel/box_index.hpp"
#include "kernel/ring.hpp"
#include "tests/support/geometry.hpp"

#include <algorithm>
#include <array>

namespace regio::test {

using schematic::BorderId;
using schematic::BorderNet;
using schematic::Owner;

namespace {

std::vector<kernel::Segment> segments_of(const BorderNet& net) {
    std::vector<kernel::Segment> segments;
    for (std::uint32_t i = 0; i < net.borders().size(); ++i) {
        const auto points = net.points(BorderId{i});
        for (std::size_t place = 0; place + 1 < points.size(); ++place)
            segments.push_back({points[place], points[place + 1]});
    }
    return segments;
}

/// Whether two segments have nothing in common but perhaps an end of both.
bool do_fit(const kernel::Segment& one, const kernel::Segment& other) {
    const auto contact = kernel::contact(one, other);
    const bool share_end =
        one.a == other.a || one.a == other.b || one.b == other.a || one.b == other.b;
    return contact == kernel::Contact::None || (contact == kernel::Contact::Touch && share_end);
}

} // namespace

std::vector<std::string> faults_of(const BorderNet& net) {
    const auto segments = segments_of(net);
    std::vector<kernel::Box> boxes;
    for (const auto& segment : segments)
        boxes.push_back(kernel::box_of(std::array{segment.a, segment.b}));
    const kernel::BoxIndex boxes_index{boxes};
    std::vector<std::string> faults;
    for (std::uint32_t i = 0; i < segments.size(); ++i)
        for (const std::uint32_t j : boxes_index.find(boxes[i]))
            if (i < j && !do_fit(segments[i], segments[j]))
                faults.push_back(to_wkt(std::array{segments[i].a, segments[i].b}) + " meets " +
                                 to_wkt(std::array{segments[j].a, segments[j].b}));
    return faults;
}

std::map<Owner, std::pair<int, int>> rings_by_owner(const BorderNet& net) {
    std::map<Owner, std::vector<coverage::Line>> lines;
    for (std::uint32_t i = 0; i < net.borders().size(); ++i) {
        auto points = net.points(BorderId{i});
        lines[net.borders()[i].left].push_back(points);
        std::ranges::reverse(points);
        lines[net.borders()[i].right].push_back(std::move(points));
    }
    std::map<Owner, std::pair<int, int>> rings;
    for (const auto& [owner, of_owner] : lines)
        for (const auto& ring : coverage::join_rings(of_owner))
            ++(kernel::twice_area(ring) > 0 ? rings[owner].first : rings[owner].second);
    return rings;
}

} // namespace regio::test
