#include "topology/ring_pass.hpp"

#include "kernel/predicates.hpp"

namespace regio::topology {

using kernel::Point;

namespace {

/// Whether a point lies within the angle that opens counter-clockwise from one arm around an apex
/// to the other; not on an arm.
bool is_within(Point point, Point apex, Point arm, Point other_arm) {
    const bool is_left_of_arm = orientation(apex, arm, point) > 0;
    const bool is_right_of_other = orientation(apex, other_arm, point) < 0;
    const auto opening = orientation(apex, arm, other_arm);
    if (opening > 0)
        return is_left_of_arm && is_right_of_other;
    return opening == 0 ? is_left_of_arm : is_left_of_arm || is_right_of_other;
}

} // namespace

bool is_on_ray(Point point, Point apex, Point through) {
    return orientation(apex, through, point) == 0 && (point.x < apex.x) == (through.x < apex.x) &&
           (point.y < apex.y) == (through.y < apex.y);
}

bool cross_in(Point point, const Pass& one, const Pass& other) {
    if (is_on_ray(one.to, point, one.from))
        return false;
    for (const Point end : {other.from, other.to})
        if (is_on_ray(end, point, one.from) || is_on_ray(end, point, one.to))
            return false;
    return is_within(other.from, point, one.to, one.from) !=
           is_within(other.to, point, one.to, one.from);
}

} // namespace regio::topology
