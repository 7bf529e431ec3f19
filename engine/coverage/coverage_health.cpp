#include "coverage/coverage_health.hpp"

#include "base/append.hpp"
#include "base/sorted.hpp"
#include "coverage/ring_builder.hpp"
#include "kernel/box_index.hpp"
#include "kernel/cell_mask.hpp"
#include "kernel/ring_locator.hpp"
#include "kernel/segment_box.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <optional>

namespace regio::coverage {

namespace {

using kernel::Segment;
using layer::FeatureId;
using layer::PartId;
using topology::Chain;

/// What is to be found.
enum class Wanted : bool {
    All,
    Overlaps, ///< Alone: then nobody asks what lies on the right of an edge.
};

/// Which features lie on either side of a piece of an edge.
struct Sides {
    std::vector<FeatureId> left;  ///< Without the one whose edge it is.
    std::vector<FeatureId> right; ///< Unless overlaps alone are wanted.
};

/// A few edges of a chain that follow each other.
struct EdgeRun {
    const Chain* chain;
    std::uint32_t first; ///< Points of the chain.
    std::uint32_t last;
};

kernel::Box box_of(const EdgeRun& run, const topology::Chains& chains) {
    return kernel::box_of(chains.points(*run.chain).subspan(run.first, run.last - run.first + 1));
}

template <typename Visit>
void for_each_run(const Chain& chain, const Visit& visit) {
    constexpr std::uint32_t kEdges = 16;
    for (std::uint32_t first = 0; first + 1 < chain.count; first += kEdges)
        visit(EdgeRun{&chain, first, std::min(first + kEdges, chain.count - 1)});
}

bool is_one_sided(const Chain& chain) {
    return chain.right == layer::kNoPart;
}

/// Where one-sided edges run: what lies elsewhere, which is nearly all of a coverage, need not be
/// looked at.
kernel::CellMask one_sided_cells(const topology::Chains& chains) {
    kernel::CellMask cells(kernel::box_of(chains.points()));
    for (const Chain& chain : chains.all())
        if (is_one_sided(chain))
            for_each_run(chain, [&](const EdgeRun& run) { cells.add(box_of(run, chains)); });
    return cells;
}

kernel::BoxIndex index_parts(const layer::Layer& layer, const kernel::CellMask& cells) {
    std::vector<kernel::Box> boxes(layer.parts().size());
    tbb::parallel_for(std::size_t{0}, boxes.size(), [&](std::size_t i) {
        const kernel::Box box = box_of(layer, layer.parts()[i]);
        if (cells.may_meet(box))
            boxes[i] = box;
    });
    return kernel::BoxIndex(boxes);
}

/// Finds the features beside an edge; locators are made for the parts that are asked about. For one
/// thread; the index serves several.
class Covering {
public:
    Covering(const layer::Layer& layer, const kernel::BoxIndex& index, Wanted wanted)
        : layer_(layer), index_(index), wanted_(wanted), locators_(layer.parts().size()) {}

    [[nodiscard]] Wanted wanted() const noexcept { return wanted_; }

    /// The features that hold the place just left or right of the middle of an edge of `own`.
    Sides beside(const Segment& edge, FeatureId own) {
        Sides sides;
        index_.find(kernel::box_of(edge), found_);
        for (const std::uint32_t i : found_) {
            const FeatureId feature = layer_[PartId(i)].feature;
            if (feature != own && locator(i).is_left_inside(edge))
                sides.left.push_back(feature);
            if (wanted_ == Wanted::All && locator(i).is_left_inside({edge.b, edge.a}))
                sides.right.push_back(feature);
        }
        return sides;
    }

private:
    const kernel::RingLocator& locator(std::uint32_t part) {
        auto& locator = locators_[part];
        if (!locator)
            locator.emplace(rings_of(layer_, layer_[PartId(part)]));
        return *locator;
    }

    const layer::Layer& layer_;
    const kernel::BoxIndex& index_;
    Wanted wanted_;
    std::vector<std::optional<kernel::RingLocator>> locators_;
    std::vector<std::uint32_t> found_;
};

/// Finds the edges of chains near an edge, by the boxes of a few edges that follow each other. Safe
/// to ask from several threads.
class NearEdges {
public:
    /// Near edges in marked cells.
    NearEdges(const topology::Chains& chains, const kernel::CellMask& cells) : chains_(chains) {
        std::vector<kernel::Box> boxes;
        for (const Chain& chain : chains.all())
            for_each_run(chain, [&](const EdgeRun& run) {
                const kernel::Box box = box_of(run, chains);
                if (!cells.may_meet(box))
                    return;
                boxes.push_back(box);
                runs_.push_back(run);
            });
        index_ = kernel::BoxIndex(boxes);
    }

    /// Calls with the chain and the edge. The vector is kept between calls.
    template <typename Visit>
    void for_each(const Segment& edge, std::vector<std::uint32_t>& found,
                  const Visit& visit) const {
        const kernel::Box box = kernel::box_of(edge);
        index_.find(box, found);
        for (const std::uint32_t i : found) {
            const auto points = chains_.points(*runs_[i].chain);
            for (std::uint32_t p = runs_[i].first; p < runs_[i].last; ++p)
                if (const Segment other{points[p], points[p + 1]}; !is_apart(box, other))
                    visit(*runs_[i].chain, other);
        }
    }

private:
    const topology::Chains& chains_;
    std::vector<EdgeRun> runs_;
    kernel::BoxIndex index_{{}};
};

/// Looks at one one-sided edge after another.
class Examination {
public:
    Examination(const topology::Chains& chains, Covering covering, const NearEdges& near)
        : chains_(chains), covering_(std::move(covering)), near_(near) {}

    /// Takes over what another one found.
    Examination& operator+=(const Examination& other) {
        health_.one_sided_edges += other.health_.one_sided_edges;
        health_.one_sided += other.health_.one_sided;
        health_.inside_other += other.health_.inside_other;
        append(other.health_.overlaps, health_.overlaps);
        append(other.void_edges_, void_edges_);
        return *this;
    }

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
        near_.for_each(edge, found_, [&](const Chain& chain, const Segment& other) {
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
        if (covering_.wanted() == Wanted::Overlaps)
            return;
        if (sides.right.empty())
            void_edges_.push_back({piece.b, piece.a});
        else if (std::any_of(sides.right.begin(), sides.right.end(),
                             [&](FeatureId other) { return other != own; }))
            health_.inside_other += length(piece);
    }

    const topology::Chains& chains_;
    Covering covering_;
    const NearEdges& near_;
    std::vector<std::uint32_t> found_;
    CoverageHealth health_;
    std::size_t crowded_ = 1 << 16;   ///< Pairs from which on it is worth uniting them.
    std::vector<kernel::Point> cuts_; ///< Of the edge at work, along it.
    std::vector<Line> void_edges_;    ///< With what no feature covers on their left.
};

/// All one-sided edges, on all cores: nothing that is found depends on the order.
Examination examine(const layer::Layer& layer, const topology::Chains& chains, Wanted wanted) {
    const auto cells = one_sided_cells(chains);
    const auto parts = index_parts(layer, cells);
    const NearEdges near(chains, cells);
    const auto begin = [&] { return Examination(chains, Covering(layer, parts, wanted), near); };
    tbb::enumerable_thread_specific<Examination> examinations(begin);
    tbb::parallel_for(std::size_t{0}, chains.all().size(), [&](std::size_t i) {
        const Chain& chain = chains.all()[i];
        if (!is_one_sided(chain))
            return;
        Examination& examination = examinations.local();
        const auto points = chains.points(chain);
        for (std::size_t p = 0; p + 1 < points.size(); ++p)
            examination.examine({points[p], points[p + 1]}, chains.feature_of(chain.left));
    });
    Examination all = begin();
    for (const Examination& examination : examinations)
        all += examination;
    return all;
}

} // namespace

CoverageHealth coverage_health(const layer::Layer& layer, const topology::Chains& chains) {
    Examination examination = examine(layer, chains, Wanted::All);
    CoverageHealth health = examination.take();
    health.edges = chains.edge_count();
    health.gaps = examination.gaps();
    return health;
}

std::vector<std::pair<FeatureId, FeatureId>> find_overlaps(const layer::Layer& layer,
                                                           const topology::Chains& chains) {
    return examine(layer, chains, Wanted::Overlaps).take().overlaps;
}

topology::Length length_inside_others(const layer::Layer& layer, const topology::Chains& chains) {
    return examine(layer, chains, Wanted::All).take().inside_other;
}

} // namespace regio::coverage
