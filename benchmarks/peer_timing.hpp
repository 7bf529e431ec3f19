#pragma once

#include "peers.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace regio::benchmarks {

/// Seconds since it was made.
class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(Clock::now() - begin_).count();
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point begin_ = Clock::now();
};

/// A way to find shared areas by asking for one feature after the other.
struct PairwiseRun {
    double index_s = 0; ///< For the index, whatever is asked.
    double asking_s = 0;
    std::vector<SharedArea> areas;

    /// For `part` times the features that were asked for.
    [[nodiscard]] double whole_s(double part) const { return index_s + part * asking_s; }
};

/// One of so many parts of a layer, from its middle; 1 is all of it.
[[nodiscard]] inline FeatureRange part_of(const layer::Layer& layer, Side side, double part) {
    const auto count = static_cast<double>(layer.features().size());
    const double asked = std::max(std::min(count, 1.0), std::floor(count / part));
    const double first = std::floor((count - asked) / 2);
    return {side, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + asked)};
}

/// How many times the features of a range the layer has.
[[nodiscard]] inline double times(const layer::Layer& layer, const FeatureRange& range) {
    return static_cast<double>(layer.features().size()) / (range.end - range.first);
}

/// A small part of a layer to try a way with.
inline constexpr double kTried = 32;

/// What a way finds for a range of the features of a layer, and the time that all would take.
/// `run` takes the range and gives a PairwiseRun.
template <typename Run>
PeerAnswer answer_of(const layer::Layer& layer, const FeatureRange& asked, const Run& run) {
    PairwiseRun done = run(asked);
    const double part = times(layer, asked);
    return {.seconds = done.whole_s(part),
            .part = part,
            .asked = asked,
            .areas = std::move(done.areas)};
}

} // namespace regio::benchmarks
