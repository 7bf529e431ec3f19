#include "topology/hubs.hpp"

#include "topology/presence.hpp"

#include <algorithm>
#include <map>

namespace regio::topology {

namespace {

using kernel::Point;
using kernel::Segment;
using kernel::Shift;

/// An edge of a walk that ends in a hub.
struct Spoke {
    std::uint32_t edge;
    bool is_at_end; ///< The hub is the end of the edge; else its beginning.
    Point far_end;
};

using Spokes = std::map<Point, std::vector<Spoke>>;

Spokes spokes_of(const Walk& walk, const std::vector<Point>& hubs) {
    Spokes spokes;
    if (hubs.empty())
        return spokes;
    const Edges edges = walk.edges();
    for (std::uint32_t edge = 0; edge < edges.count(); ++edge) {
        const auto [a, b] = edges[edge];
        if (a == b)
            continue;
        if (std::binary_search(hubs.begin(), hubs.end(), a))
            spokes[a].push_back({edge, false, b});
        if (std::binary_search(hubs.begin(), hubs.end(), b))
            spokes[b].push_back({edge, true, a});
    }
    return spokes;
}

/// Goes once around a hub, counter-clockwise, from where it lies for a layer that does not move
/// with it.
class Turn {
public:
    Turn(Point hub, Shift walk_is) : hub_(hub), walk_is_(walk_is) {}

    /// Adds the steps of the spokes of a walk over those of the other.
    void go_around(std::vector<Spoke> spokes, std::vector<Spoke> crossed, const Walk& other,
                   std::vector<HubStep>& steps) const {
        const auto comes_before = [&](const Spoke& one, const Spoke& two) {
            return is_before(one.far_end, two.far_end);
        };
        std::sort(spokes.begin(), spokes.end(), comes_before);
        std::sort(crossed.begin(), crossed.end(), comes_before);
        PresenceSet met(other.chains().feature_count());
        auto next = crossed.begin();
        for (const Spoke& spoke : spokes) {
            for (; next != crossed.end() && is_passed(*next, spoke); ++next)
                met.cross(other.sides(next->edge), next->is_at_end);
            for (const auto& [feature, times] : met.all())
                steps.push_back(
                    {spoke.edge, spoke.is_at_end, feature, spoke.is_at_end ? -times : times});
        }
    }

private:
    /// Where the walk's own hub lies beside the other's: to the right and a little up when the walk
    /// is moved, else to the left and a little down. The turn begins there.
    [[nodiscard]] bool is_in_first_half(Point target) const {
        const bool is_up = target.y != hub_.y ? target.y > hub_.y : (target.x < hub_.x);
        return is_up == (walk_is_ == Shift::Forward);
    }

    [[nodiscard]] bool is_before(Point one, Point two) const {
        const bool is_first = is_in_first_half(one);
        if (is_first != is_in_first_half(two))
            return is_first;
        return orientation(hub_, one, two) > 0;
    }

    /// Whether the turn comes to an edge of the other layer before it comes to the spoke; in one
    /// direction, when the spoke lies left of it.
    [[nodiscard]] bool is_passed(const Spoke& edge, const Spoke& spoke) const {
        if (is_before(edge.far_end, spoke.far_end))
            return true;
        return !is_before(spoke.far_end, edge.far_end) &&
               kernel::is_left(0, {hub_, edge.far_end}, walk_is_);
    }

    Point hub_;
    Shift walk_is_;
};

void sort_by_edge(std::vector<HubStep>& steps) {
    std::stable_sort(steps.begin(), steps.end(), [](const HubStep& one, const HubStep& other) {
        return one.edge < other.edge;
    });
}

} // namespace

Hubs::Hubs(const Walk& walk, const Walk& other, const EdgeGrid& grid_of_other)
    : points_(grid_of_other.hubs()) {
    const Spokes spokes = spokes_of(walk, points_);
    const Spokes spokes_of_other = topology::spokes_of(other, points_);
    for (const auto& [hub, own] : spokes) {
        const auto& others = spokes_of_other.at(hub);
        Turn(hub, Shift::Back).go_around(own, others, other, steps_);
        Turn(hub, Shift::Forward).go_around(others, own, walk, steps_of_other_);
    }
    sort_by_edge(steps_);
    sort_by_edge(steps_of_other_);
}

bool Hubs::is_hub(Point point) const {
    return std::binary_search(points_.begin(), points_.end(), point);
}

bool Hubs::join(const Segment& one, const Segment& other) const {
    if (points_.empty())
        return false;
    const auto is_common = [&](Point end) {
        return (end == other.a || end == other.b) && is_hub(end);
    };
    return is_common(one.a) || is_common(one.b);
}

} // namespace regio::topology
