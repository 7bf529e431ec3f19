#include "topology/border_sums.hpp"

#include "base/contract.hpp"
#include "topology/presence.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstdlib>

namespace regio::topology {

namespace {

using kernel::AreaSum;
using kernel::Segment;
using kernel::Shift;
using kernel::Wide;

constexpr std::uint32_t kEdgesPerBlock = 1U << 13;

using Crossings = std::span<const Crossing>;

/// Chains that one thread takes together, with the crossings of their edges and of the bridges
/// behind them.
struct Block {
    std::size_t first_chain = 0;
    std::size_t end_chain = 0;
    Crossings crossings;
};

/// The crossings of edges below `end`, which are taken from the front of those that are left.
Crossings take_below(std::uint32_t end, Crossings& left) {
    const auto stop = std::ranges::lower_bound(left, end, {}, &Crossing::edge);
    const Crossings taken(left.begin(), stop);
    left = {stop, left.end()};
    return taken;
}

std::vector<Block> blocks_of(const Walk& walk, Crossings crossings) {
    const auto chains = walk.chains().all();
    std::vector<Block> blocks;
    for (std::size_t first = 0; first < chains.size();) {
        std::size_t end = first;
        std::uint32_t edges = 0;
        while (end < chains.size() && edges < kEdgesPerBlock)
            edges += chains[end++].count;
        const std::uint32_t stop = end < chains.size() ? chains[end].first : walk.first_edge();
        blocks.push_back({first, end, take_below(stop, crossings)});
        first = end;
    }
    return blocks;
}

using Presences = std::vector<Presence>;

void cross_all(Crossings crossings, const Walk& other, PresenceSet& present) {
    for (const Crossing& crossing : crossings)
        present.cross(other.sides(crossing.other()), crossing.goes_right());
}

/// What changes from the beginning of each block to its end.
std::vector<Presences> changes_over(const std::vector<Block>& blocks, const Walk& other) {
    std::vector<Presences> changes(blocks.size());
    tbb::enumerable_thread_specific<PresenceSet> sets(other.chains().feature_count());
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t i) {
        PresenceSet& set = sets.local();
        set.clear();
        cross_all(blocks[i].crossings, other, set);
        changes[i].assign(set.all().begin(), set.all().end());
    });
    return changes;
}

/// In which features of the other layer each block begins. `in` are the crossings of the walk's
/// first edge, from outside.
std::vector<Presences> beginnings_of(const std::vector<Block>& blocks, Crossings in,
                                     const Walk& other) {
    auto presences = changes_over(blocks, other);
    PresenceSet set(other.chains().feature_count());
    cross_all(in, other, set);
    for (Presences& block : presences) {
        const Presences change = std::move(block);
        block.assign(set.all().begin(), set.all().end());
        for (const auto& [feature, times] : change)
            set.add(feature, times);
    }
    REGIO_EXPECTS(set.all().empty());
    return presences;
}

/// Goes along one chain after another.
class Summing {
public:
    Summing(const Walk& walk, const Walk& other, Shift other_is, Fine fine)
        : walk_(walk), other_(other), other_is_(other_is), fine_(fine),
          present_(other.chains().feature_count()),
          sums_((fine == Fine::Walked ? walk : other).chains().feature_count()) {}

    void go_along(const Block& block, const Presences& beginning) {
        present_.clear();
        for (const auto& [feature, times] : beginning)
            present_.add(feature, times);
        Crossings left = block.crossings;
        for (std::size_t i = block.first_chain; i < block.end_chain; ++i) {
            const Chain& chain = walk_.chains().all()[i];
            const std::uint32_t bridge = chain.first + chain.count - 1;
            go_along(chain, take_below(bridge, left));
            cross_all(take_below(bridge + 1, left), other_, present_);
        }
    }

    [[nodiscard]] const OverlapSums& sums() const noexcept { return sums_; }

private:
    void go_along(const Chain& chain, Crossings crossings) {
        own_ = walk_.sides(chain);
        if (own_.are_equal()) {
            cross_all(crossings, other_, present_);
            return;
        }
        const auto points = walk_.chains().points(chain);
        Wide sum = 0;
        std::uint32_t done = 0;
        const auto sum_up_to = [&](std::uint32_t end) {
            for (; done < end; ++done)
                sum += cross(points[done], points[done + 1]);
        };
        for (const Crossing& crossing : crossings) {
            sum_up_to(crossing.edge() - chain.first);
            cross_border({points[done], points[done + 1]}, AreaSum(sum), crossing);
        }
        sum_up_to(chain.count - 1);
        for (const auto& [feature, times] : present_.all())
            for (std::int32_t i = 0; i < std::abs(times); ++i)
                add(feature, times > 0 ? AreaSum(sum) : -AreaSum(sum), 0);
    }

    /// `before` is the sum up to the beginning of the edge.
    void cross_border(const Segment& edge, AreaSum before, const Crossing& crossing) {
        const Sides sides = other_.sides(crossing.other());
        if (sides.are_equal())
            return;
        const auto place = kernel::crossing(edge, other_.edges()[crossing.other()], other_is_);
        const auto part = part_of_cross(cross(edge.a, edge.b), place);
        const AreaSum sum = before + part.sum;
        const std::uint32_t roundings = part.is_exact ? 0 : 1;
        const bool goes_right = crossing.goes_right();
        add(goes_right ? sides.left : sides.right, sum, roundings);
        add(goes_right ? sides.right : sides.left, -sum, roundings);
        present_.cross(sides, goes_right);
    }

    /// Adds to the overlaps of both sides of the chain with a feature of the other layer.
    void add(layer::FeatureId feature, AreaSum sum, std::uint32_t roundings) {
        add_pair(own_.left, feature, sum, roundings);
        add_pair(own_.right, feature, -sum, roundings);
    }

    void add_pair(layer::FeatureId own, layer::FeatureId feature, AreaSum sum,
                  std::uint32_t roundings) {
        if (fine_ == Fine::Walked)
            sums_.add(own, feature, sum, roundings);
        else
            sums_.add(feature, own, sum, roundings);
    }

    const Walk& walk_;
    const Walk& other_;
    Shift other_is_;
    Fine fine_;
    PresenceSet present_;
    OverlapSums sums_;
    Sides own_; ///< Of the chain at work.
};

} // namespace

OverlapSums border_sums(const Walk& walk, const Walk& other, Crossings crossings, Shift other_is,
                        Fine fine, Share share) {
    Crossings on_way = crossings;
    const Crossings all_but_first = take_below(walk.first_edge(), on_way);
    const auto blocks = blocks_of(walk, all_but_first);
    const auto beginnings = beginnings_of(blocks, on_way, other);
    tbb::enumerable_thread_specific<Summing> summings(
        [&] { return Summing(walk, other, other_is, fine); });
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t i) {
        if (i % share.of == share.number)
            summings.local().go_along(blocks[i], beginnings[i]);
    });
    OverlapSums all((fine == Fine::Walked ? walk : other).chains().feature_count());
    for (const Summing& summing : summings)
        all += summing.sums();
    return all;
}

} // namespace regio::topology
