#include "coverage/coverage_health.hpp"

#include "base/sorted.hpp"
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

/// Which features lie on either side of a piece of an edge.
struct Sides {
    std::vector<FeatureId> left; ///< Without the one whose edge it is.
    std::vector<FeatureId> right;
};

/// Finds the features beside an edge; locators are made for the parts that are asked about.
class Covering {
public:
    explicit Covering(const layer::Layer& layer)
        : layer_(layer), index_(boxes(layer)), locators_(layer.parts().size()) {}

    /// The features that hold the place just left or right of the middle of an edge of `own`.
    Sides beside(const Segment& edge, FeatureId own) {
        Sides sides;
        index_.find(kernel::box_of(std::array{edge.a, edge.b}), found_);
        for (const std::uint32_t i : found_) {
            const FeatureId feature = layer_[PartId(i)].feature;
            if (feature != own && locator(i).is_left_inside(edge))
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

/// Finds the edges of chains near an edge, by the boxes of a few edges that follow each other.
class NearEdges {
public:
    explicit NearEdges(const topology::Chains& chains) : chains_(chains) {
        std::vector<kernel::Box> boxes;
        for (const Chain& chain : chains.all()) {
            const auto points = chains.points(chain);
            for (std::uint32_t first = 0; first + 1 < chain.count; first += kEdges) {
                const std::uint32_t last = std::min(first + kEdges, chain.count - 1);
                boxes.push_back(kernel::box_of(points.subspan(first, last - first + 1)));
                runs_.push_back({&chain, first, last});
            }
        }
        index_ = kernel::BoxIndex(boxes);
    }

    /// Calls with the chain and the edge.
    template <typename Visit>
    void for_each(const Segment& edge, const Visit& visit) {
        index_.find(kernel::box_of(std::array{edge.a, edge.b}), found_);
        for (const std::uint32_t i : found_) {
            const auto points = chains_.points(*runs_[i].chain);
            for (std::uint32_t p = runs_[i].first; p < runs_[i].last; ++p)
                visit(*runs_[i].chain, Segment{points[p], points[p + 1]});
        }
    }

private:
    static constexpr std::uint32_t kEdges = 16;

    struct Run {
        const Chain* chain;
        std::uint32_t first; ///< Points of the chain.
        std::uint32_t last;
    };

    const topology::Chains& chains_;
    std::vector<Run> runs_;
    kernel::BoxIndex index_{{}};
    std::vector<std::uint32_t> found_;
};

/// Looks at one one-sided edge after another.
class Examination {
public:
    Examination(const layer::Layer& layer, const topology::Chains& chains)
        : chains_(chains), covering_(layer), near_(chains) {}

    void examine(const Segment& edge, FeatureId own) {
        ++health_.one_sided_edges;
        health_.one_sided += length(edge);
        cut(edge, own);
        for (std::size_t i = 0; i + 1 < cuts_.size(); ++i)
            examine_piece({cuts_[i], cuts_[i + 1]}, own);
    }

    /// Gives away what was found, but for the gaps.
    CoverageHealth take() {
        sort_and_unite(health_.overlaps);
        return std::move(health_);
    }

    kernel::MultiPolygon gaps() {
        // Features that have a side in common walk it once each.
        sort_and_unite(void_edges_);
        return assemble(join_rings(void_edges_));
    }

private:
    static topology::Length length(const Segment& edge) {
        return topology::length_of(std::array{edge.a, edge.b});
    }

    /// Cuts an edge where other features can begin and end beside it: at the vertices on it. What
    /// crosses it overlaps.
    void cut(const Segment& edge, FeatureId own) {
        cuts_ = {edge.a, edge.b};
        near_.for_each(edge, [&](const Chain& chain, const Segment& other) {
            const kernel::Contact contact = kernel::contact(edge, other);
            if (contact == kernel::Contact::Cross)
                add_crossing(own, chain);
            else if (contact != kernel::Contact::None)
                for (const kernel::Point end : {other.a, other.b})
                    if (lies_on(end, edge))
                        cuts_.push_back(end);
        });
        sort_and_unite(cuts_);
        if (edge.b < edge.a)
            std::reverse(cuts_.begin(), cuts_.end());
    }

    void add_crossing(FeatureId own, const Chain& chain) {
        for (const PartId part : {chain.left, chain.right})
            if (part != layer::kNoPart)
                add_overlap(own, chains_.feature_of(part));
    }

    void add_overlap(FeatureId one, FeatureId other) {
        if (one == other)
            return;
        health_.overlaps.push_back(std::minmax(one, other));
        if (health_.overlaps.size() < crowded_)
            return;
        // A pair is met at every piece of a border: keep each once before memory runs out.
        sort_and_unite(health_.overlaps);
        crowded_ = std::max(crowded_, 2 * health_.overlaps.size());
    }

    /// Precondition: no vertex lies on the piece but its ends.
    void examine_piece(const Segment& piece, FeatureId own) {
        const Sides sides = covering_.beside(piece, own);
        for (const FeatureId other : sides.left)
            add_overlap(own, other);
        if (sides.right.empty())
            void_edges_.push_back({piece.b, piece.a});
        else if (std::any_of(sides.right.begin(), sides.right.end(),
                             [&](FeatureId other) { return other != own; }))
            health_.inside_other += length(piece);
    }

    const topology::Chains& chains_;
    Covering covering_;
    NearEdges near_;
    CoverageHealth health_;
    std::size_t crowded_ = 1 << 16;   ///< Pairs from which on it is worth uniting them.
    std::vector<kernel::Point> cuts_; ///< Of the edge at work, along it.
    std::vector<Line> void_edges_;    ///< With what no feature covers on their left.
};

/// All one-sided edges examined.
Examination examine(const layer::Layer& layer, const topology::Chains& chains) {
    Examination examination(layer, chains);
    for (const Chain& chain : chains.all()) {
        if (chain.right != layer::kNoPart)
            continue;
        const auto points = chains.points(chain);
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            examination.examine({points[i], points[i + 1]}, chains.feature_of(chain.left));
    }
    return examination;
}

} // namespace

CoverageHealth coverage_health(const layer::Layer& layer, const topology::Chains& chains) {
    Examination examination = examine(layer, chains);
    CoverageHealth health = examination.take();
    health.edges = chains.edge_count();
    health.gaps = examination.gaps();
    return health;
}

std::vector<std::pair<FeatureId, FeatureId>> find_overlaps(const layer::Layer& layer,
                                                           const topology::Chains& chains) {
    return examine(layer, chains).take().overlaps;
}

topology::Length length_inside_others(const layer::Layer& layer, const topology::Chains& chains) {
    return examine(layer, chains).take().inside_other;
}

} // namespace regio::coverage
