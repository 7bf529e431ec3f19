#include "topology/misplaced_rings.hpp"

#include "base/append.hpp"
#include "base/sorted.hpp"
#include "kernel/box_index.hpp"
#include "kernel/ring_locator.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>

namespace regio::topology {

namespace {

using kernel::RingView;
using layer::FeatureId;
using layer::Part;
using layer::RingId;

RingId ring_of(const Part& part, std::size_t place) {
    return RingId(index(part.first_ring) + place);
}

/// Looks at the rings of one feature after another.
class Search {
public:
    explicit Search(const layer::Layer& layer) : layer_(layer) {}

    void look_at(FeatureId feature) {
        feature_ = feature;
        const auto parts = layer_.parts_of(feature);
        for (const Part& part : parts)
            find_holes_outside(part);
        find_parts_in_parts(parts);
        find_repeated_rings(parts);
    }

    [[nodiscard]] const std::vector<MisplacedRing>& found() const { return found_; }

private:
    void add(Misplacement how, RingId ring) {
        found_.push_back({.feature = feature_, .how = how, .ring = ring});
    }

    /// A hole has its shell around it and lies in no other hole when the interior of the part is
    /// left of its edges.
    void find_holes_outside(const Part& part) {
        const auto rings = rings_of(layer_, part);
        if (rings.size() == 1)
            return;
        const kernel::RingLocator locator(rings);
        for (std::size_t hole = 1; hole < rings.size(); ++hole)
            if (!locator.is_left_inside(kernel::edge(rings[hole], 0)))
                add(Misplacement::HoleOutside, ring_of(part, hole));
    }

    /// Left of the edges of a ring that is there twice lies what is outside both.
    void find_repeated_rings(std::span<const Part> parts) {
        std::vector<RingId> rings;
        for (const Part& part : parts)
            for (std::size_t ring = index(part.first_ring); ring < index(part.end_ring); ++ring)
                rings.push_back(RingId(ring));
        const auto is_shorter = [&](RingId one, RingId other) {
            return layer_.ring(one).size() < layer_.ring(other).size();
        };
        std::sort(rings.begin(), rings.end(), is_shorter);
        for (auto first = rings.begin(); first != rings.end();) {
            const auto end = std::upper_bound(first, rings.end(), *first, is_shorter);
            if (end - first > 1)
                find_repeated({first, end});
            first = end;
        }
    }

    void find_repeated(std::span<const RingId> as_long) {
        std::vector<std::pair<kernel::Ring, RingId>> rings;
        for (const RingId id : as_long) {
            const RingView ring = layer_.ring(id);
            rings.emplace_back(kernel::canonical({ring.begin(), ring.end()}), id);
        }
        std::sort(rings.begin(), rings.end());
        for (std::size_t i = 1; i < rings.size(); ++i)
            if (rings[i].first == rings[i - 1].first)
                add(Misplacement::RingTwice, rings[i].second);
    }

    /// A part that begins inside another one.
    void find_parts_in_parts(std::span<const Part> parts) {
        if (parts.size() < 2)
            return;
        std::vector<kernel::Box> boxes;
        for (const Part& part : parts)
            boxes.push_back(box_of(layer_, part));
        const kernel::BoxIndex index(boxes);
        std::vector<std::uint32_t> near;
        for (std::uint32_t container = 0; container < parts.size(); ++container) {
            index.find(boxes[container], near);
            if (near.size() < 2)
                continue;
            const kernel::RingLocator locator(rings_of(layer_, parts[container]));
            for (const std::uint32_t other : near)
                if (other != container &&
                    locator.is_left_inside(kernel::edge(layer_.ring(parts[other].first_ring), 0)))
                    add(Misplacement::PartInPart, parts[other].first_ring);
        }
    }

    const layer::Layer& layer_;
    FeatureId feature_{};
    std::vector<MisplacedRing> found_;
};

} // namespace

std::vector<MisplacedRing> locate_misplaced_rings(const layer::Layer& layer) {
    tbb::enumerable_thread_specific<Search> searches([&] { return Search(layer); });
    tbb::parallel_for(std::size_t{0}, layer.features().size(),
                      [&](std::size_t i) { searches.local().look_at(FeatureId(i)); });
    std::vector<MisplacedRing> found;
    for (const Search& search : searches)
        append(search.found(), found);
    sort_and_unite(found);
    return found;
}

std::vector<FeatureId> find_misplaced_rings(const layer::Layer& layer) {
    std::vector<FeatureId> features;
    for (const MisplacedRing& ring : locate_misplaced_rings(layer))
        features.push_back(ring.feature);
    sort_and_unite(features);
    return features;
}

void report_misplaced_rings(const layer::Layer& layer, std::span<const FeatureId> features,
                            std::vector<Finding>& findings) {
    for (const FeatureId feature : features)
        findings.push_back({.number = FindingNumber::RingMisplaced,
                            .values = {{"name", label_of(layer[feature])}},
                            .source = layer.source_of(feature)});
}

} // namespace regio::topology
