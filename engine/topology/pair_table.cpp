#include "topology/pair_table.hpp"

#include <algorithm>

namespace regio::topology {

bool PairTable::is_empty() const noexcept {
    return slots_.empty() && std::all_of(recent_.begin(), recent_.end(), [](const PairSum& pair) {
               return pair.fine == kNoFeature;
           });
}

void PairTable::put(const PairSum& pair) {
    if (2 * (count_ + 1) > slots_.size())
        grow();
    PairSum& slot = slot_of(pair);
    if (slot.fine == kNoFeature) {
        slot = pair;
        ++count_;
    } else {
        slot.add(pair.sum, pair.roundings);
    }
}

/// That of the pair, or a free one.
PairSum& PairTable::slot_of(const PairSum& pair) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = (hash(pair.fine, pair.coarse) >> 10) & mask;
    while (slots_[place].fine != kNoFeature &&
           (slots_[place].fine != pair.fine || slots_[place].coarse != pair.coarse))
        place = (place + 1) & mask;
    return slots_[place];
}

void PairTable::grow() {
    constexpr std::size_t kLeast = 64;
    std::vector<PairSum> old(std::max(kLeast, 2 * slots_.size()));
    slots_.swap(old);
    for (const PairSum& pair : old)
        if (pair.fine != kNoFeature)
            slot_of(pair) = pair;
}

} // namespace regio::topology
