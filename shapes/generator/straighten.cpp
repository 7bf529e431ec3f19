#include "generator/straighten.hpp"

#include "generator/distance.hpp"

#include <algorithm>
#include <vector>

namespace regio::schematic {

namespace {

/// Which points of a line the straightened one keeps.
class Reduction {
public:
    Reduction(std::span<const kernel::Point> line, std::int32_t tolerance_m)
        : line_(line), tolerance_m_(tolerance_m), is_kept_(line.size()) {
        is_kept_.front() = is_kept_.back() = true;
        if (line.front() == line.back()) {
            const std::size_t far = farthest_from_start();
            is_kept_[far] = true;
            reduce(0, far);
            reduce(far, line.size() - 1);
        } else {
            reduce(0, line.size() - 1);
        }
    }

    [[nodiscard]] bool keeps(std::size_t place) const { return is_kept_[place]; }

private:
    [[nodiscard]] std::size_t farthest_from_start() const {
        std::size_t far = 0;
        for (std::size_t i = 1; i + 1 < line_.size(); ++i)
            if (squared_distance(line_[0], line_[i]) > squared_distance(line_[0], line_[far]))
                far = i;
        return far;
    }

    void reduce(std::size_t first, std::size_t last) {
        const kernel::Segment straight{line_[first], line_[last]};
        std::size_t far = first;
        std::int64_t most2 = std::int64_t{tolerance_m_} * tolerance_m_;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const auto away2 = squared_distance(line_[i], nearest_on(straight, line_[i]));
                away2 > most2) {
                most2 = away2;
                far = i;
            }
        if (far == first)
            return;
        is_kept_[far] = true;
        reduce(first, far);
        reduce(far, last);
    }

    std::span<const kernel::Point> line_;
    std::int32_t tolerance_m_;
    std::vector<bool> is_kept_;
};

/// Where a vertex is to lie on the ring; where it is when the ring is too far.
kernel::Point place_on(kernel::RingView ring, kernel::Point point, std::int32_t reach_m) {
    const std::int64_t reach2 = std::int64_t{reach_m} * reach_m;
    const auto distance2 = [&](kernel::Point other) { return squared_distance(point, other); };
    const kernel::Point corner = *std::ranges::min_element(ring, {}, distance2);
    if (distance2(corner) <= reach2)
        return corner;
    kernel::Point nearest = corner;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (const kernel::Point on = nearest_on(kernel::edge(ring, i), point);
            distance2(on) < distance2(nearest))
            nearest = on;
    return distance2(nearest) <= reach2 ? nearest : point;
}

} // namespace

void straighten(BorderNet& net, std::int32_t tolerance_m) {
    for (std::size_t i = 0; i < net.borders().size(); ++i) {
        const auto border = BorderId(static_cast<std::uint32_t>(i));
        const auto line = net.points(border);
        const Reduction reduction(line, tolerance_m);
        for (std::size_t place = line.size() - 1; place-- > 1;)
            if (!reduction.keeps(place))
                net.try_remove(border, place);
    }
}

void follow(BorderNet& net, kernel::RingView ring, OuterBorders which, std::int32_t reach_m) {
    if (ring.empty())
        return;
    for (std::size_t i = 0; i < net.borders().size(); ++i) {
        const Border& border = net.borders()[i];
        if (!border.is_outer() || border.is_closed() != (which == OuterBorders::Closed))
            continue;
        for (const VertexId vertex : border.line)
            if (const kernel::Point to = place_on(ring, net.point(vertex), reach_m);
                to != net.point(vertex))
                net.try_move(vertex, to);
    }
}

} // namespace regio::schematic
