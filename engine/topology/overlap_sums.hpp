#pragma once

#include "topology/overlap_pair.hpp"
#include "topology/pair_table.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace regio::topology {

/// A share of the work: every `of`th stretch of the borders, from number `number` on.
struct Share {
    std::uint32_t number = 0;
    std::uint32_t of = 1;
};

/// Sums by pairs of features, while they are gathered. Most features of a fine layer lie in one of
/// a coarse one: the pair that a fine feature comes with first has its place beside it, others are
/// found by hash.
///
/// Law (parts add): sums of parts, added in any order, are the sums of the whole, bit for bit.
class OverlapSums {
public:
    explicit OverlapSums(std::size_t fine_features) : pages_(fine_features / kPage + 1) {}

    /// Adds to a pair; what has no feature on one side is left out.
    void add(layer::FeatureId fine, layer::FeatureId coarse, kernel::AreaSum sum,
             std::uint32_t roundings) {
        if (fine != kNoFeature && coarse != kNoFeature)
            add({sum, fine, coarse, roundings});
    }

    OverlapSums& operator+=(OverlapSums&& other);

    /// The pairs whose sum is not nothing; the fine layer is `a` of each. In order.
    [[nodiscard]] std::vector<OverlapPair> pairs() const;

private:
    static constexpr std::size_t kPage = 256;
    using Page = std::unique_ptr<PairSum[]>;

    /// How many pairs there are, some counted more than once.
    [[nodiscard]] std::size_t count() const;

    void add(const PairSum& pair) {
        PairSum& first = first_of(pair.fine);
        if (first.fine == kNoFeature)
            first = pair;
        else if (first.coarse == pair.coarse)
            first.add(pair.sum, pair.roundings);
        else
            others_.add(pair);
    }

    /// The pair that a fine feature came with first.
    PairSum& first_of(layer::FeatureId fine) {
        Page& page = pages_[index(fine) / kPage];
        if (!page) [[unlikely]]
            page = std::make_unique<PairSum[]>(kPage);
        return page[index(fine) % kPage];
    }

    std::vector<Page> pages_;
    PairTable others_;
};

} // namespace regio::topology
