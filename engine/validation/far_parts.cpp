#include "validation/feature_faults.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace regio::validation {

namespace {

using kernel::Box;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using layer::Part;

/// How far boxes lie apart along one coordinate; 0 when they do not.
double gap(std::int32_t low, std::int32_t high, std::int32_t other_low, std::int32_t other_high) {
    return std::max({0.0, double{1} * other_low - high, double{1} * low - other_high});
}

double distance(const Box& one, const Box& other) {
    return std::hypot(gap(one.min.x, one.max.x, other.min.x, other.max.x),
                      gap(one.min.y, one.max.y, other.min.y, other.max.y));
}

double diagonal(const Box& box) {
    return std::hypot(double{1} * box.max.x - box.min.x, double{1} * box.max.y - box.min.y);
}

/// The parts of one feature.
class Parts {
public:
    Parts(const Layer& layer, std::span<const Part> parts) : layer_(layer), parts_(parts) {
        for (const Part& part : parts)
            boxes_.push_back(box_of(layer, part));
    }

    /// Those that are reached from the greatest one. Mostly the first leaps reach all.
    [[nodiscard]] std::vector<bool> reached(double least) const {
        const std::uint32_t main = greatest();
        const double leap = std::max(least, diagonal(boxes_[main]));
        std::vector<std::uint32_t> far(boxes_.size());
        std::iota(far.begin(), far.end(), 0U);
        std::vector<bool> is_reached(boxes_.size());
        std::vector<std::uint32_t> waiting = {main};
        while (!waiting.empty()) {
            const std::uint32_t from = waiting.back();
            waiting.pop_back();
            is_reached[from] = true;
            const auto near = std::partition(far.begin(), far.end(), [&](std::uint32_t part) {
                return distance(boxes_[from], boxes_[part]) > leap;
            });
            std::copy_if(near, far.end(), std::back_inserter(waiting),
                         [&](std::uint32_t part) { return !is_reached[part]; });
            far.erase(near, far.end());
        }
        return is_reached;
    }

    /// How far a part lies from the nearest that is reached.
    [[nodiscard]] double distance_of(std::size_t part, const std::vector<bool>& is_reached) const {
        double least = HUGE_VAL;
        for (std::size_t other = 0; other < boxes_.size(); ++other)
            if (is_reached[other])
                least = std::min(least, distance(boxes_[part], boxes_[other]));
        return least;
    }

private:
    /// Of equals the one furthest to the west.
    [[nodiscard]] std::uint32_t greatest() const {
        std::uint32_t greatest = 0;
        const auto key = [&](std::uint32_t part) {
            return std::pair(-moments(layer_, parts_[part]).twice_area, boxes_[part].min);
        };
        for (std::uint32_t part = 1; part < parts_.size(); ++part)
            if (key(part) < key(greatest))
                greatest = part;
        return greatest;
    }

    const Layer& layer_;
    std::span<const Part> parts_;
    std::vector<Box> boxes_;
};

kernel::Polygon polygon_of(const Layer& layer, const Part& part) {
    kernel::Polygon polygon;
    for (const auto ring : rings_of(layer, part))
        (polygon.shell.empty() ? polygon.shell : polygon.holes.emplace_back())
            .assign(ring.begin(), ring.end());
    return polygon;
}

Defect far_part(const Layer& layer, const Part& part, double distance) {
    const auto& lattice = layer.lattice();
    Defect defect = defect_of(layer, part.feature, FindingNumber::PartFarAway);
    defect.area_m2 = lattice.square_metres(moments(layer, part).twice_area);
    defect.length_m = distance * lattice.unit_m();
    kernel::Polygon polygon = polygon_of(layer, part);
    defect.finding.values.push_back({"area", square_metres_text(*defect.area_m2)});
    defect.finding.values.push_back({"distance", metres_text(*defect.length_m / 1000)});
    locate(layer, *std::min_element(polygon.shell.begin(), polygon.shell.end()), defect);
    defect.shape = std::move(polygon);
    return defect;
}

} // namespace

std::vector<Defect> find_far_parts(const Layer& layer, const FarAway& far_away) {
    std::vector<Defect> defects;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        const auto parts = layer.parts_of(FeatureId(i));
        if (parts.size() < 2)
            continue;
        const Parts all(layer, parts);
        const auto is_reached = all.reached(far_away.least_m * layer.lattice().units_per_metre);
        for (std::size_t part = 0; part < parts.size(); ++part)
            if (!is_reached[part])
                defects.push_back(far_part(layer, parts[part], all.distance_of(part, is_reached)));
    }
    return defects;
}

} // namespace regio::validation
