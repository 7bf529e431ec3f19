#include "topology/overlap.hpp"

#include "base/contract.hpp"
#include "topology/border_sums.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Shift;

Box box_around(const Chains& chains) {
    constexpr std::size_t kGrain = 1U << 14;
    const auto points = chains.points();
    return tbb::parallel_reduce(
        tbb::blocked_range<std::size_t>(0, points.size(), kGrain), Box(),
        [&](const auto& range, Box box) {
            box.include(kernel::box_of(points.subspan(range.begin(), range.size())));
            return box;
        },
        [](Box one, const Box& other) {
            one.include(other);
            return one;
        });
}

/// The sums of two walks, the second being moved. `fine` is the layer that comes first.
OverlapSums sums_of(const Chains& still, const Chains& moved, Fine fine, const OverlapTerms& terms,
                    Share share) {
    Box box = box_around(still);
    box.include(box_around(moved));
    const Walk walk(still, box, Walk::Corner::Lowest);
    const Walk other(moved, box, Walk::Corner::Highest);
    auto grid = std::make_optional<EdgeGrid>(other.edges(), box, terms.cells_per_edge);
    const Hubs hubs(walk, other, *grid);
    auto crossings = find_crossings(walk, other, *grid, hubs);
    grid.reset();
    const std::size_t fine_features = (fine == Fine::Walked ? still : moved).feature_count();
    SumsOfThreads sums(fine_features);
    add_border_sums(walk, other, {crossings, hubs.steps()}, Shift::Forward, fine, share, sums);
    crossings = seen_from_other(crossings, other);
    const Fine fine_of_other = fine == Fine::Walked ? Fine::Other : Fine::Walked;
    add_border_sums(other, walk, {crossings, hubs.steps_of_other()}, Shift::Back, fine_of_other,
                    share, sums);
    crossings = {};
    OverlapSums all(fine_features);
    for (OverlapSums& one : sums)
        all += std::move(one);
    return all;
}

bool is_first_fine(const Chains& a, const Chains& b) {
    return a.feature_count() >= b.feature_count();
}

} // namespace

OverlapSums overlap_sums(const Chains& a, const Chains& b, const OverlapTerms& terms, Share share) {
    REGIO_EXPECTS(a.lattice() == b.lattice());
    if (a.all().empty() || b.all().empty())
        return OverlapSums(std::max(a.feature_count(), b.feature_count()));
    // The layer with fewer edges makes the smaller grid.
    const bool is_a_still = a.edge_count() >= b.edge_count();
    const Fine fine = is_first_fine(a, b) == is_a_still ? Fine::Walked : Fine::Other;
    tbb::task_arena arena(terms.threads == 0 ? tbb::task_arena::automatic
                                             : static_cast<int>(terms.threads));
    return arena.execute([&] {
        return is_a_still ? sums_of(a, b, fine, terms, share) : sums_of(b, a, fine, terms, share);
    });
}

std::vector<OverlapPair> overlap(const Chains& a, const Chains& b, const OverlapTerms& terms) {
    auto pairs = overlap_sums(a, b, terms, {}).pairs();
    if (is_first_fine(a, b))
        return pairs;
    for (OverlapPair& pair : pairs)
        std::swap(pair.a, pair.b);
    std::stable_sort(
        pairs.begin(), pairs.end(),
        [](const OverlapPair& one, const OverlapPair& other) { return one.a < other.a; });
    return pairs;
}

double error_bound(const OverlapPair& pair) {
    return std::ldexp(static_cast<double>(pair.roundings), -kernel::AreaSum::kFractionalBits - 2);
}

std::vector<kernel::Wide> twice_areas(const Chains& chains) {
    std::vector<kernel::Wide> areas(chains.feature_count());
    for (const Chain& chain : chains.all()) {
        const auto line = chains.points(chain);
        kernel::Wide sum = 0;
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            sum += cross(line[i], line[i + 1]);
        areas[index(chains.feature_of(chain.left))] += sum;
        if (chain.right != layer::kNoPart)
            areas[index(chains.feature_of(chain.right))] -= sum;
    }
    return areas;
}

} // namespace regio::topology
