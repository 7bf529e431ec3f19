#include "kernel/rounded_crossing.hpp"

#include "base/contract.hpp"
#include "kernel/wide.hpp"

namespace regio::kernel {

namespace {

/// n/d to the nearest whole number, a half upwards. Precondition: d is positive.
std::int32_t rounded(Wide n, Wide d) {
    const Wide twice = 2 * n + d;
    const Wide whole = twice / (2 * d);
    return static_cast<std::int32_t>(twice % (2 * d) < 0 ? whole - 1 : whole);
}

} // namespace

Point rounded_crossing(const Segment& one, const Segment& other) {
    const Wide from = orientation(other.a, other.b, one.a);
    const Wide to = orientation(other.a, other.b, one.b);
    REGIO_EXPECTS(from != to);
    const Wide before = from < to ? -from : from;
    const Wide whole = from < to ? to - from : from - to;
    return {one.a.x + rounded((Wide{one.b.x} - one.a.x) * before, whole),
            one.a.y + rounded((Wide{one.b.y} - one.a.y) * before, whole)};
}

} // namespace regio::kernel
