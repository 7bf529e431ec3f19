#include "topology/overlap_sums.hpp"

#include <algorithm>

namespace regio::topology {

namespace {

bool comes_before(const OverlapPair& one, const OverlapPair& other) {
    return one.a != other.a ? one.a < other.a : one.b < other.b;
}

/// Adds up what is there of one pair, next to each other, and leaves out sums of nothing.
void unite(std::vector<OverlapPair>& pairs) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pairs.size();) {
        OverlapPair pair = pairs[i];
        for (++i; i < pairs.size() && pairs[i].a == pair.a && pairs[i].b == pair.b; ++i) {
            pair.area += pairs[i].area;
            pair.roundings += pairs[i].roundings;
        }
        if (pair.area != kernel::AreaSum())
            pairs[kept++] = pair;
    }
    pairs.resize(kept);
}

} // namespace

/// Calls with every pair, some more than once: those beside the fine features first, in order.
template <typename Visit>
void OverlapSums::for_each(const Visit& visit) const {
    for (const Page& page : pages_)
        for (std::size_t i = 0; page && i < kPage; ++i)
            if (page[i].fine != kNoFeature)
                visit(page[i]);
    others_.for_each(visit);
}

OverlapSums& OverlapSums::operator+=(const OverlapSums& other) {
    other.for_each([&](const PairSum& pair) { add(pair); });
    return *this;
}

std::vector<OverlapPair> OverlapSums::pairs() const {
    std::vector<OverlapPair> pairs;
    for_each([&](const PairSum& pair) {
        pairs.push_back({pair.fine, pair.coarse, pair.sum, pair.roundings});
    });
    std::sort(pairs.begin(), pairs.end(), comes_before);
    unite(pairs);
    return pairs;
}

} // namespace regio::topology
