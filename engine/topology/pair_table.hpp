#pragma once

#include "layer/feature.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace regio::topology {

/// Values by pairs of features: a hash table with open addressing (Knuth, The Art of Computer
/// Programming 3, 6.4), because there is one access for each crossing.
template <typename Value>
class PairTable {
public:
    /// The value of a pair, made when it is not there. Precondition: neither is kNoFeature.
    Value& operator()(layer::FeatureId one, layer::FeatureId other) {
        if (2 * (count_ + 1) > slots_.size())
            grow();
        Slot& slot = slots_[place_of(one, other)];
        if (slot.one == kFree) {
            slot.one = one;
            slot.other = other;
            ++count_;
        }
        return slot.value;
    }

    /// Calls with every pair and its value, in no order.
    template <typename Visit>
    void for_each(const Visit& visit) const {
        for (const Slot& slot : slots_)
            if (slot.one != kFree)
                visit(slot.one, slot.other, slot.value);
    }

private:
    static constexpr layer::FeatureId kFree{0xffffffff};

    struct Slot {
        Value value{};
        layer::FeatureId one = kFree;
        layer::FeatureId other{};
    };

    [[nodiscard]] std::size_t place_of(layer::FeatureId one, layer::FeatureId other) const {
        std::uint64_t key = std::uint64_t{index(one)} << 32 | index(other);
        key = (key ^ key >> 30) * 0xbf58476d1ce4e5b9;
        key = (key ^ key >> 27) * 0x94d049bb133111eb;
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = (key ^ key >> 31) & mask;
        while (slots_[place].one != kFree &&
               (slots_[place].one != one || slots_[place].other != other))
            place = (place + 1) & mask;
        return place;
    }

    void grow() {
        constexpr std::size_t kLeast = 64;
        std::vector<Slot> old(std::max(kLeast, 2 * slots_.size()));
        slots_.swap(old);
        for (const Slot& slot : old)
            if (slot.one != kFree)
                slots_[place_of(slot.one, slot.other)] = slot;
    }

    std::vector<Slot> slots_; ///< A power of two, at most half of them taken.
    std::size_t count_ = 0;
};

} // namespace regio::topology
