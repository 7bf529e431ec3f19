#pragma once

#include "kernel/area_sum.hpp"
#include "topology/walk.hpp"

#include <cstdint>
#include <vector>

namespace regio::topology {

/// The sum of a pair of features.
struct PairSum {
    kernel::AreaSum sum;
    layer::FeatureId fine = kNoFeature; ///< None: no pair.
    layer::FeatureId coarse = kNoFeature;
    std::uint32_t roundings = 0;

    void add(kernel::AreaSum more, std::uint32_t more_roundings) {
        sum += more;
        roundings += more_roundings;
    }
};

/// Sums of pairs of features: a hash table with open addressing (Knuth, The Art of Computer
/// Programming 3, 6.4). A border crosses the same few features again and again; what is added to
/// them is gathered in front of the table, where it stays in the cache.
class PairTable {
public:
    /// Precondition: neither is kNoFeature.
    void add(const PairSum& pair) {
        PairSum& recent = recent_[hash(pair.fine, pair.coarse) % kRecent];
        if (recent.fine != pair.fine || recent.coarse != pair.coarse) {
            if (recent.fine != kNoFeature)
                put(recent);
            recent = pair;
            return;
        }
        recent.add(pair.sum, pair.roundings);
    }

    [[nodiscard]] bool is_empty() const noexcept;

    /// Calls with every pair, in no order; with some more than once.
    template <typename Visit>
    void for_each(const Visit& visit) const {
        for (const PairSum& pair : slots_)
            if (pair.fine != kNoFeature)
                visit(pair);
        for (const PairSum& pair : recent_)
            if (pair.fine != kNoFeature)
                visit(pair);
    }

private:
    static constexpr std::size_t kRecent = 1024;

    static std::uint64_t hash(layer::FeatureId one, layer::FeatureId other);
    void put(const PairSum& pair);
    [[nodiscard]] PairSum& slot_of(const PairSum& pair);
    void grow();

    std::vector<PairSum> recent_ = std::vector<PairSum>(kRecent);
    std::vector<PairSum> slots_; ///< A power of two, at most half of them taken.
    std::size_t count_ = 0;
};

inline std::uint64_t PairTable::hash(layer::FeatureId one, layer::FeatureId other) {
    // The finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
    // Generators, 2014).
    std::uint64_t key = std::uint64_t{index(one)} << 32 | index(other);
    key = (key ^ key >> 30) * 0xbf58476d1ce4e5b9;
    key = (key ^ key >> 27) * 0x94d049bb133111eb;
    return key ^ key >> 31;
}

} // namespace regio::topology
