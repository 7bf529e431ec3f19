#pragma once

#include "layer/feature.hpp"
#include "topology/walk.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

/// A feature and how often something lies in it: once, by repaired features; on the way through a
/// point where several borders meet also more often, or less than not at all.
struct Presence {
    layer::FeatureId feature{};
    std::int32_t times = 0;
};

/// In which features of a layer something lies that moves about: a label that is a set. Crossing a
/// border takes a step, whatever the number of features.
class PresenceSet {
public:
    explicit PresenceSet(std::size_t feature_count) : place_(feature_count, kAbsent) {}

    /// Crosses a border from its left to its right, or the other way.
    void cross(const Sides& sides, bool goes_right) {
        add(goes_right ? sides.left : sides.right, -1);
        add(goes_right ? sides.right : sides.left, 1);
    }

    void add(layer::FeatureId feature, std::int32_t times) {
        if (feature != kNoFeature)
            add_present(feature, times);
    }

    void clear() {
        for (const Presence& presence : present_)
            place_[index(presence.feature)] = kAbsent;
        present_.clear();
    }

    /// In no order.
    [[nodiscard]] std::span<const Presence> all() const noexcept { return present_; }

private:
    static constexpr std::uint32_t kAbsent = 0xffffffff;

    void add_present(layer::FeatureId feature, std::int32_t times) {
        std::uint32_t& place = place_[index(feature)];
        if (place == kAbsent) {
            place = static_cast<std::uint32_t>(present_.size());
            present_.push_back({feature, times});
            return;
        }
        present_[place].times += times;
        if (present_[place].times != 0)
            return;
        place_[index(present_.back().feature)] = place;
        present_[place] = present_.back();
        present_.pop_back();
        place_[index(feature)] = kAbsent;
    }

    std::vector<std::uint32_t> place_; ///< Of each feature in present_.
    std::vector<Presence> present_;
};

} // namespace regio::topology
