#include "topology/walk.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regio::topology {

namespace {

using kernel::Point;
using kernel::Segment;

constexpr std::uint32_t kStride = 64;

std::uint32_t end_of(const Chain& chain) {
    return chain.first + chain.count;
}

/// Along the axes: as good for comparing, and sooner had.
double distance(Point p, Point q) {
    return std::abs(static_cast<double>(q.x) - p.x) + std::abs(static_cast<double>(q.y) - p.y);
}

/// The place of a point on a curve that keeps near what is near (Morton, 1966).
std::uint64_t place_on_curve(Point point) {
    const auto spread = [](std::int32_t coordinate) {
        auto bits = static_cast<std::uint64_t>(std::int64_t{coordinate} + (std::int64_t{1} << 31));
        bits = (bits | bits << 16) & 0x0000ffff0000ffff;
        bits = (bits | bits << 8) & 0x00ff00ff00ff00ff;
        bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0f;
        bits = (bits | bits << 2) & 0x3333333333333333;
        return (bits | bits << 1) & 0x5555555555555555;
    };
    return spread(point.x) | spread(point.y) << 1;
}

double length_of_bridges(const Chains& chains) {
    const auto points = chains.points();
    double length = 0;
    for (const Chain& chain : chains.all().subspan(1))
        length += distance(points[chain.first - 1], points[chain.first]);
    return length;
}

/// An order in which what follows each other lies together; nothing where it does so far as it is.
/// `way` is the distance through all of them.
std::optional<Chains> put_in_order(const Chains& chains, double way) {
    // Points all over a square can be joined by a line that is as many ways long as the root of
    // their number.
    constexpr double kWorthWhile = 4;
    const auto count = static_cast<double>(chains.all().size());
    if (length_of_bridges(chains) <= kWorthWhile * way * (1 + std::sqrt(count)))
        return std::nullopt;
    std::vector<std::uint64_t> places;
    places.reserve(chains.all().size());
    for (const Chain& chain : chains.all())
        places.push_back(place_on_curve(chains.points(chain).front()));
    std::vector<std::uint32_t> order(chains.all().size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t i, std::uint32_t j) { return places[i] < places[j]; });
    return chains.in_order(order);
}

} // namespace

Walk::Walk(const Chains& chains, const kernel::Box& box, Corner outside)
    : chains_(chains), reordered_(put_in_order(chains, distance(box.min, box.max))) {
    const auto points = this->chains().points();
    REGIO_EXPECTS(!points.empty());
    const Point corner = outside == Corner::Lowest ? box.min : box.max;
    ends_ = {Segment{points.back(), corner}, Segment{corner, points.front()}};
    chain_at_.reserve(points.size() / kStride + 1);
    std::uint32_t place = 0;
    for (std::size_t i = 0; i < points.size(); i += kStride) {
        while (end_of(this->chains().all()[place]) <= i)
            ++place;
        chain_at_.push_back(place);
    }
}

const Chain& Walk::chain_of(std::uint32_t id) const {
    const Chain* chain = &chains().all()[chain_at_[id / kStride]];
    while (end_of(*chain) <= id)
        ++chain;
    return *chain;
}

Sides Walk::sides(std::uint32_t id) const {
    if (id == first_edge())
        return {};
    const Chain& chain = chain_of(id);
    return id + 1 == end_of(chain) ? Sides{} : sides(chain);
}

Sides Walk::sides(const Chain& chain) const {
    const auto feature = [&](layer::PartId part) {
        return part == layer::kNoPart ? kNoFeature : chains().feature_of(part);
    };
    const Sides sides{feature(chain.left), feature(chain.right)};
    return sides.are_equal() ? Sides{} : sides;
}

} // namespace regio::topology
