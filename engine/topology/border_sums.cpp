#include "topology/border_sums.hpp"

#include "base/contract.hpp"
#include "topology/presence.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace regio::topology {

namespace {

using kernel::AreaSum;
using kernel::Segment;
using kernel::Shift;
using kernel::Wide;

constexpr std::uint32_t kEdgesPerBlock = 1U << 13;

/// Chains that one thread takes together, with what is met on their edges and on the bridges behind
/// them.
struct Block {
    std::size_t first_chain = 0;
    std::size_t end_chain = 0;
    Meetings meetings;
};

/// What is met on edges below `end`, which is taken from the front of what is left.
Meetings take_below(std::uint32_t end, Meetings& left) {
    const auto crossing =
        std::ranges::find_if(left.crossings, [&](const Crossing& c) { return c.edge() >= end; });
    const auto step =
        std::ranges::find_if(left.steps, [&](const HubStep& s) { return s.edge >= end; });
    const Meetings taken{{left.crossings.begin(), crossing}, {left.steps.begin(), step}};
    left = {{crossing, left.crossings.end()}, {step, left.steps.end()}};
    return taken;
}

std::vector<Block> blocks_of(const Walk& walk, Meetings meetings) {
    const auto chains = walk.chains().all();
    std::vector<Block> blocks;
    for (std::size_t first = 0; first < chains.size();) {
        std::size_t end = first;
        std::uint32_t edges = 0;
        while (end < chains.size() && edges < kEdgesPerBlock)
            edges += chains[end++].count;
        const std::uint32_t stop = end < chains.size() ? chains[end].first : walk.first_edge();
        blocks.push_back({first, end, take_below(stop, meetings)});
        first = end;
    }
    return blocks;
}

using Presences = std::vector<Presence>;

void pass(const Meetings& meetings, const Walk& other, PresenceSet& present) {
    for (const Crossing& crossing : meetings.crossings)
        present.cross(other.sides(crossing.other()), crossing.goes_right());
    for (const HubStep& step : meetings.steps)
        present.add(step.feature, step.times);
}

/// What changes from the beginning of each block to its end.
std::vector<Presences> changes_over(const std::vector<Block>& blocks, const Walk& other) {
    std::vector<Presences> changes(blocks.size());
    tbb::enumerable_thread_specific<PresenceSet> sets(other.chains().feature_count());
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t i) {
        PresenceSet& set = sets.local();
        set.clear();
        pass(blocks[i].meetings, other, set);
        changes[i].assign(set.all().begin(), set.all().end());
    });
    return changes;
}

/// In which features of the other layer each block begins. `in` is met on the walk's first edge,
/// from outside.
std::vector<Presences> beginnings_of(const std::vector<Block>& blocks, const Meetings& in,
                                     const Walk& other) {
    auto presences = changes_over(blocks, other);
    PresenceSet set(other.chains().feature_count());
    pass(in, other, set);
    for (Presences& block : presences) {
        const Presences change = std::move(block);
        block.assign(set.all().begin(), set.all().end());
        for (const auto& [feature, times] : change)
            set.add(feature, times);
    }
    REGIO_EXPECTS(set.all().empty());
    return presences;
}

/// The sums of cross(p, q) from the beginning of a line to one of its points after another.
class RunningSum {
public:
    explicit RunningSum(kernel::RingView points) : points_(points) {}

    /// Precondition: no point before that of the call before.
    Wide operator()(std::uint32_t end) {
        for (; done_ < end; ++done_)
            sum_ += cross(points_[done_], points_[done_ + 1]);
        return sum_;
    }

private:
    kernel::RingView points_;
    std::uint32_t done_ = 0;
    Wide sum_ = 0;
};

/// Goes along one chain after another.
class Summing {
public:
    Summing(const Walk& walk, const Walk& other, Shift other_is, Fine fine, OverlapSums& sums)
        : walk_(walk), other_(other), other_is_(other_is), fine_(fine),
          present_(other.chains().feature_count()), sums_(sums) {}

    void go_along(const Block& block, const Presences& beginning) {
        present_.clear();
        for (const auto& [feature, times] : beginning)
            present_.add(feature, times);
        Meetings left = block.meetings;
        for (std::size_t i = block.first_chain; i < block.end_chain; ++i) {
            const Chain& chain = walk_.chains().all()[i];
            const std::uint32_t bridge = chain.first + chain.count - 1;
            go_along(chain, take_below(bridge, left));
            pass(take_below(bridge + 1, left), other_, present_);
        }
    }

private:
    void go_along(const Chain& chain, const Meetings& meetings) {
        own_ = walk_.sides(chain);
        if (own_.are_equal()) {
            pass(meetings, other_, present_);
            return;
        }
        const auto points = walk_.chains().points(chain);
        RunningSum up_to_step(points);
        for (const HubStep& step : meetings.steps)
            take_step(up_to_step(step.edge - chain.first + (step.is_at_end ? 1 : 0)), step);
        RunningSum up_to(points);
        for (const Crossing& crossing : meetings.crossings) {
            const std::uint32_t place = crossing.edge() - chain.first;
            cross_border({points[place], points[place + 1]}, AreaSum(up_to(place)), crossing);
        }
        const Wide sum = up_to(chain.count - 1);
        for (const auto& [feature, times] : present_.all())
            add(feature, AreaSum(times * sum), 0);
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

    /// `sum` is that up to the hub.
    void take_step(Wide sum, const HubStep& step) {
        add(step.feature, AreaSum(-step.times * sum), 0);
        present_.add(step.feature, step.times);
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
    OverlapSums& sums_;
    Sides own_; ///< Of the chain at work.
};

} // namespace

void add_border_sums(const Walk& walk, const Walk& other, const Meetings& meetings, Shift other_is,
                     Fine fine, Share share, SumsOfThreads& sums) {
    Meetings on_first_edge = meetings;
    const Meetings others = take_below(walk.first_edge(), on_first_edge);
    const auto blocks = blocks_of(walk, others);
    const auto beginnings = beginnings_of(blocks, on_first_edge, other);
    tbb::enumerable_thread_specific<Summing> summings(
        [&] { return Summing(walk, other, other_is, fine, sums.local()); });
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t i) {
        if (i % share.of == share.number)
            summings.local().go_along(blocks[i], beginnings[i]);
    });
}

} // namespace regio::topology
