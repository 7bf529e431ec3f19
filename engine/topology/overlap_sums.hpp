#pragma once

#include "kernel/area_sum.hpp"
#include "topology/overlap_pair.hpp"
#include "topology/pair_table.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace regio::topology {

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
        if (fine == kNoFeature || coarse == kNoFeature)
            return;
        Slot& slot = slot_of(fine);
        if (slot.coarse == kNoFeature)
            slot.coarse = coarse;
        (slot.coarse == coarse ? slot.entry : others_(fine, coarse)).add(sum, roundings);
    }

    OverlapSums& operator+=(const OverlapSums& other);

    /// The pairs whose sum is not nothing; the fine layer is `a` of each. In order.
    [[nodiscard]] std::vector<OverlapPair> pairs() const;

private:
    struct Entry {
        kernel::AreaSum sum;
        std::uint32_t roundings = 0;

        void add(kernel::AreaSum more, std::uint32_t more_roundings) {
            sum += more;
            roundings += more_roundings;
        }
    };

    struct Slot {
        Entry entry;
        layer::FeatureId coarse = kNoFeature;
    };

    static constexpr std::size_t kPage = 256;
    using Page = std::unique_ptr<Slot[]>;

    Slot& slot_of(layer::FeatureId fine) {
        Page& page = pages_[index(fine) / kPage];
        if (!page) [[unlikely]]
            page = std::make_unique<Slot[]>(kPage);
        return page[index(fine) % kPage];
    }

    template <typename Visit>
    void for_each(const Visit& visit) const;

    std::vector<Page> pages_;
    PairTable<Entry> others_;
};

} // namespace regio::topology
