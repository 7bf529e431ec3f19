#include "validation/shape_faults.hpp"

#include "topology/adjacency.hpp"
#include "topology/misplaced_rings.hpp"
#include "topology/self_contacts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace regio::validation {

namespace {

using kernel::Point;
using kernel::Ring;
using kernel::RingView;
using layer::FeatureId;
using layer::Layer;
using layer::RingId;
using topology::Misplacement;
using topology::SelfContactKind;

/// Whether a ring turns back on itself in a point.
bool turns_back(Point before, Point tip, Point after) {
    if (orientation(before, tip, after) != 0)
        return false;
    const auto towards = [&](Point other) {
        return std::pair(kernel::sign(std::int64_t{other.x} - tip.x),
                         kernel::sign(std::int64_t{other.y} - tip.y));
    };
    return towards(before) == towards(after);
}

/// A point of a feature at which edges are known to run over each other.
using KnownPlace = std::pair<FeatureId, Point>;

class Search {
public:
    explicit Search(const Layer& layer) : layer_(layer) {}

    [[nodiscard]] std::vector<Defect> run() && {
        find_misplaced_rings();
        for (std::size_t ring = 0; ring < layer_.ring_count(); ++ring)
            find_spikes(RingId(ring));
        find_contacts();
        return std::move(defects_);
    }

private:
    [[nodiscard]] FeatureId feature_of(RingId ring) const {
        return layer_[layer_.part_of(ring)].feature;
    }

    [[nodiscard]] Ring canonical_ring(RingId id) const {
        const RingView ring = layer_.ring(id);
        return kernel::canonical({ring.begin(), ring.end()});
    }

    void find_misplaced_rings() {
        const auto misplaced = topology::locate_misplaced_rings(layer_);
        std::set<std::pair<FeatureId, Ring>> repeated;
        for (const auto& [feature, how, ring] : misplaced)
            if (how == Misplacement::RingTwice)
                repeated.insert({feature, canonical_ring(ring)});
        for (const auto& [feature, ring] : repeated) {
            add_ring(feature, FindingNumber::RingTwice, ring);
            for (const Point point : ring)
                known_.insert({feature, point});
        }
        for (const auto& [feature, how, ring] : misplaced)
            if (Ring own = canonical_ring(ring); !repeated.contains({feature, own}))
                add_ring(feature, FindingNumber::RingMisplaced, std::move(own));
    }

    /// A ring as an area.
    void add_ring(FeatureId feature, FindingNumber number, Ring ring) {
        Defect defect = defect_of(layer_, feature, number);
        locate(layer_, ring.front(), defect);
        const kernel::Wide twice_area = kernel::twice_area(ring);
        if (twice_area < 0)
            std::reverse(ring.begin() + 1, ring.end());
        defect.area_m2 = layer_.lattice().square_metres(twice_area < 0 ? -twice_area : twice_area);
        defect.shape = kernel::Polygon{.shell = std::move(ring), .holes = {}};
        defects_.push_back(std::move(defect));
    }

    void find_spikes(RingId id) {
        const RingView ring = layer_.ring(id);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point before = ring[i == 0 ? ring.size() - 1 : i - 1];
            const Point after = ring[i + 1 == ring.size() ? 0 : i + 1];
            if (turns_back(before, ring[i], after))
                add_spike(feature_of(id), ring[i], before, after);
        }
    }

    /// A spike is as long as the shorter of the two edges that run over each other.
    void add_spike(FeatureId feature, Point tip, Point before, Point after) {
        const std::array out = {before, tip};
        const std::array back = {tip, after};
        const bool is_out_shorter = topology::length_of(out) < topology::length_of(back);
        const std::array shorter = is_out_shorter ? std::array{tip, before} : back;
        Defect defect = defect_of(layer_, feature, FindingNumber::RingSpike);
        defect.length_m = topology::length_of(shorter).metres(layer_.lattice());
        defect.finding.values.push_back({"length", metres_text(*defect.length_m)});
        locate(layer_, tip, defect);
        defect.shape = std::vector<Point>(shorter.begin(), shorter.end());
        defects_.push_back(std::move(defect));
        for (const Point end : {before, tip, after})
            known_.insert({feature, end});
    }

    void find_contacts() {
        for (const auto& [feature, kind, place] : topology::find_self_contacts(layer_)) {
            if (kind != SelfContactKind::Cross && known_.contains({feature, place}))
                continue;
            Defect defect = defect_of(layer_, feature, topology::number_of(kind));
            locate(layer_, place, defect);
            defects_.push_back(std::move(defect));
        }
    }

    const Layer& layer_;
    std::set<KnownPlace> known_;
    std::vector<Defect> defects_;
};

} // namespace

std::vector<Defect> find_shape_faults(const Layer& layer) {
    return Search(layer).run();
}

} // namespace regio::validation
