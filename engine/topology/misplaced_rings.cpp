#include "topology/misplaced_rings.hpp"

#include "base/append.hpp"
#include "kernel/box_index.hpp"
#include "kernel/ring_locator.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace regio::topology {

namespace {

using kernel::RingView;
using layer::FeatureId;
using layer::Part;

/// Whether every hole has its shell around it and lies in no other hole: the interior of the part
/// is left of each of its edges.
bool has_holes_in_place(const layer::Layer& layer, const Part& part) {
    const auto rings = rings_of(layer, part);
    if (rings.size() == 1)
        return true;
    const kernel::RingLocator locator(rings);
    return std::all_of(rings.begin() + 1, rings.end(), [&](RingView hole) {
        return locator.is_left_inside(kernel::edge(hole, 0));
    });
}

bool are_repeated(std::span<const RingView> rings) {
    std::vector<kernel::Ring> canonical;
    for (const RingView ring : rings)
        canonical.push_back(kernel::canonical({ring.begin(), ring.end()}));
    std::sort(canonical.begin(), canonical.end());
    return std::adjacent_find(canonical.begin(), canonical.end()) != canonical.end();
}

/// Whether a ring is there twice: left of its edges is then outside both.
bool has_repeated_rings(const layer::Layer& layer, std::span<const Part> parts) {
    std::vector<RingView> rings;
    for (const Part& part : parts)
        for (const RingView ring : rings_of(layer, part))
            rings.push_back(ring);
    const auto is_shorter = [](RingView one, RingView other) { return one.size() < other.size(); };
    std::sort(rings.begin(), rings.end(), is_shorter);
    for (auto first = rings.begin(); first != rings.end();) {
        const auto end = std::upper_bound(first, rings.end(), *first, is_shorter);
        if (end - first > 1 && are_repeated({first, end}))
            return true;
        first = end;
    }
    return false;
}

/// Whether no part begins inside another one.
bool has_parts_apart(const layer::Layer& layer, std::span<const Part> parts) {
    if (parts.size() < 2)
        return true;
    std::vector<kernel::Box> boxes;
    for (const Part& part : parts)
        boxes.push_back(box_of(layer, part));
    const kernel::BoxIndex index(boxes);
    std::vector<std::uint32_t> found;
    for (std::uint32_t container = 0; container < parts.size(); ++container) {
        index.find(boxes[container], found);
        if (found.size() < 2)
            continue;
        const kernel::RingLocator locator(rings_of(layer, parts[container]));
        for (const std::uint32_t other : found)
            if (other != container &&
                locator.is_left_inside(kernel::edge(layer.ring(parts[other].first_ring), 0)))
                return false;
    }
    return true;
}

bool has_rings_in_place(const layer::Layer& layer, std::span<const Part> parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [&](const Part& part) { return has_holes_in_place(layer, part); }) &&
           has_parts_apart(layer, parts) && !has_repeated_rings(layer, parts);
}

} // namespace

std::vector<FeatureId> find_misplaced_rings(const layer::Layer& layer) {
    tbb::enumerable_thread_specific<std::vector<FeatureId>> found;
    tbb::parallel_for(std::size_t{0}, layer.features().size(), [&](std::size_t i) {
        if (!has_rings_in_place(layer, layer.parts_of(FeatureId(i))))
            found.local().push_back(FeatureId(i));
    });
    std::vector<FeatureId> features;
    for (const auto& some : found)
        append(some, features);
    std::sort(features.begin(), features.end());
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
