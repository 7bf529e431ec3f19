#include "topology/overlap_sums.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <utility>

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

OverlapSums& OverlapSums::operator+=(OverlapSums&& other) {
    REGIO_EXPECTS(pages_.size() == other.pages_.size());
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        if (!pages_[i]) {
            pages_[i] = std::move(other.pages_[i]);
            continue;
        }
        for (std::size_t j = 0; other.pages_[i] && j < kPage; ++j)
            if (const PairSum& pair = other.pages_[i][j]; pair.fine != kNoFeature)
                add(pair);
        other.pages_[i].reset();
    }
    if (others_.is_empty()) {
        others_ = std::move(other.others_);
        return *this;
    }
    const PairTable others = std::move(other.others_);
    others.for_each([&](const PairSum& pair) { add(pair); });
    return *this;
}

std::vector<OverlapPair> OverlapSums::pairs() const {
    const auto to_pair = [](const PairSum& sum) {
        return OverlapPair{sum.sum, sum.fine, sum.coarse, sum.roundings};
    };
    std::vector<OverlapPair> pairs;
    pairs.reserve(count());
    for (const Page& page : pages_)
        for (std::size_t i = 0; page && i < kPage; ++i)
            if (page[i].fine != kNoFeature)
                pairs.push_back(to_pair(page[i]));
    const auto others = static_cast<std::ptrdiff_t>(pairs.size());
    others_.for_each([&](const PairSum& sum) { pairs.push_back(to_pair(sum)); });
    std::sort(pairs.begin() + others, pairs.end(), comes_before);
    std::inplace_merge(pairs.begin(), pairs.begin() + others, pairs.end(), comes_before);
    unite(pairs);
    return pairs;
}

std::size_t OverlapSums::count() const {
    std::size_t count = 0;
    for (const Page& page : pages_)
        if (page)
            count += static_cast<std::size_t>(
                std::count_if(page.get(), page.get() + kPage,
                              [](const PairSum& pair) { return pair.fine != kNoFeature; }));
    others_.for_each([&](const PairSum&) { ++count; });
    return count;
}

} // namespace regio::topology
