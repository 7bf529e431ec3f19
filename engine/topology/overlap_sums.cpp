#include "topology/overlap_sums.hpp"

#include <algorithm>

namespace regio::topology {

namespace {

bool comes_before(const OverlapPair& one, const OverlapPair& other) {
    return one.a != other.a ? one.a < other.a : one.b < other.b;
}

} // namespace

/// Calls with every pair, those beside the fine features first and in their order.
template <typename Visit>
void OverlapSums::for_each(const Visit& visit) const {
    for (std::size_t page = 0; page < pages_.size(); ++page)
        for (std::size_t i = 0; pages_[page] && i < kPage; ++i)
            if (const Slot& slot = pages_[page][i]; slot.coarse != kNoFeature)
                visit(layer::FeatureId(page * kPage + i), slot.coarse, slot.entry);
    others_.for_each(visit);
}

OverlapSums& OverlapSums::operator+=(const OverlapSums& other) {
    other.for_each([&](layer::FeatureId fine, layer::FeatureId coarse, const Entry& entry) {
        add(fine, coarse, entry.sum, entry.roundings);
    });
    return *this;
}

std::vector<OverlapPair> OverlapSums::pairs() const {
    std::vector<OverlapPair> pairs;
    for_each([&](layer::FeatureId fine, layer::FeatureId coarse, const Entry& entry) {
        if (entry.sum != kernel::AreaSum())
            pairs.push_back({fine, coarse, entry.sum, entry.roundings});
    });
    std::sort(pairs.begin(), pairs.end(), comes_before);
    return pairs;
}

} // namespace regio::topology
