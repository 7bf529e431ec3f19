#include "topology/edge_fan.hpp"

#include <algorithm>

namespace regio::topology {

namespace {

using kernel::Point;
using kernel::Segment;

/// The segment with its ends so that it goes counter-clockwise around the centre.
Segment turned(Point centre, const Segment& segment) {
    return orientation(centre, segment.a, segment.b) >= 0 ? segment : Segment{segment.b, segment.a};
}

} // namespace

EdgeFan::EdgeFan(const Edges& edges, Point centre, std::vector<std::uint32_t> rays,
                 CommonEnds common_ends)
    : edges_(edges), centre_(centre), rays_(std::move(rays)), common_ends_(common_ends) {
    std::sort(rays_.begin(), rays_.end(), [&](std::uint32_t one, std::uint32_t other) {
        return comes_before_around(centre_, end_of(one), end_of(other));
    });
}

Point EdgeFan::end_of(std::uint32_t ray) const {
    const Segment edge = edges_[ray];
    return edge.a == centre_ ? edge.b : edge.a;
}

std::size_t EdgeFan::first_from(Point target) const {
    const auto place = std::partition_point(rays_.begin(), rays_.end(), [&](std::uint32_t ray) {
        return comes_before_around(centre_, end_of(ray), target);
    });
    return static_cast<std::size_t>(place - rays_.begin());
}

std::size_t EdgeFan::first_after(Point target) const {
    const auto place = std::partition_point(rays_.begin(), rays_.end(), [&](std::uint32_t ray) {
        return !comes_before_around(centre_, target, end_of(ray));
    });
    return static_cast<std::size_t>(place - rays_.begin());
}

EdgeFan::Rays EdgeFan::first_range(const Segment& segment) const {
    const Rays all(rays_);
    if (common_ends_ == CommonEnds::LeftOut && (segment.a == centre_ || segment.b == centre_))
        return {};
    if (lies_on(centre_, segment))
        return all;
    const auto [from, to] = turned(centre_, segment);
    const std::size_t first = first_from(from);
    if (comes_before_around(centre_, to, from))
        return all.subspan(first);
    return all.subspan(first, first_after(to) - first);
}

EdgeFan::Rays EdgeFan::second_range(const Segment& segment) const {
    if (lies_on(centre_, segment))
        return {};
    const auto [from, to] = turned(centre_, segment);
    if (!comes_before_around(centre_, to, from))
        return {};
    return Rays(rays_).first(first_after(to));
}

CommonEnd common_end(const Edges& edges, std::span<const std::uint32_t> list) {
    std::vector<Point> ends;
    ends.reserve(2 * list.size());
    for (const std::uint32_t edge : list) {
        ends.push_back(edges[edge].a);
        ends.push_back(edges[edge].b);
    }
    std::sort(ends.begin(), ends.end());
    for (auto i = ends.begin(); i != ends.end();) {
        const auto next = std::find_if(i, ends.end(), [&](Point end) { return end != *i; });
        if (2 * static_cast<std::size_t>(next - i) >= list.size())
            return {.found = true, .point = *i};
        i = next;
    }
    return {};
}

} // namespace regio::topology
