#include "coverage/coverage_health.hpp"

#include "coverage/ring_builder.hpp"
#include "kernel/box_index.hpp"
#include "kernel/ring_locator.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace regio::coverage {

namespace {

using kernel::Segment;
using layer::FeatureId;
using layer::PartId;
using topology::Chain;

/// Which other features lie on either side of an edge.
struct Sides {
    std::vector<FeatureId> left;
    std::vector<FeatureId> right;
};

/// Finds the features beside an edge; locators are made for the parts that are asked about.
class Covering {
public:
    explicit Covering(const layer::Layer& layer)
        : layer_(layer), index_(boxes(layer)), locators_(layer.parts().size()) {}

    /// The features other than `own` that hold the place just left or right of the edge's middle.
    Sides beside(const Segment& edge, FeatureId own) {
        Sides sides;
        kernel::Box box;
        box.include(edge.a);
        box.include(edge.b);
        index_.find(box, found_);
        for (const std::uint32_t i : found_) {
            const FeatureId feature = layer_[PartId(i)].feature;
            if (feature == own)
                continue;
            if (locator(i).is_left_inside(edge))
                sides.left.push_back(feature);
            if (locator(i).is_left_inside({edge.b, edge.a}))
                sides.right.push_back(feature);
        }
        return sides;
    }

private:
    static std::vector<kernel::Box> boxes(const layer::Layer& layer) {
        std::vector<kernel::Box> boxes;
        boxes.reserve(layer.parts().size());
        for (const auto& part : layer.parts())
            boxes.push_back(box_of(layer, part));
        return boxes;
    }

    const kernel::RingLocator& locator(std::uint32_t part) {
        auto& locator = locators_[part];
        if (!locator)
            locator.emplace(rings_of(layer_, layer_[PartId(part)]));
        return *locator;
    }

    const layer::Layer& layer_;
    kernel::BoxIndex index_;
    std::vector<std::optional<kernel::RingLocator>> locators_;
    std::vector<std::uint32_t> found_;
};

/// Looks at one one-sided edge after another.
class Examination {
public:
    explicit Examination(const layer::Layer& layer) : covering_(layer) {}

    void examine(const Segment& edge, FeatureId own) {
        const topology::Length length = topology::length_of(std::array{edge.a, edge.b});
        const Sides sides = covering_.beside(edge, own);
        ++health_.one_sided_edges;
        health_.one_sided += length;
        for (const auto& features : {sides.left, sides.right})
            for (const FeatureId other : features)
                health_.overlaps.push_back(std::minmax(own, other));
        if (!sides.right.empty())
            health_.inside_other += length;
        else
            void_edges_.push_back({edge.b, edge.a});
    }

    CoverageHealth finish() {
        auto& pairs = health_.overlaps;
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        health_.gaps = assemble(join_rings(void_edges_));
        return std::move(health_);
    }

private:
    Covering covering_;
    CoverageHealth health_;
    std::vector<Line> void_edges_; ///< With what no feature covers on their left.
};

} // namespace

CoverageHealth coverage_health(const layer::Layer& layer, const topology::Chains& chains) {
    Examination examination(layer);
    for (const Chain& chain : chains.all()) {
        if (chain.right != layer::kNoPart)
            continue;
        const auto points = chains.points(chain);
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            examination.examine({points[i], points[i + 1]}, chains.feature_of(chain.left));
    }
    CoverageHealth health = examination.finish();
    health.edges = chains.edge_count();
    return health;
}

} // namespace regio::coverage
