#include "nesting/share_threshold.hpp"

#include <cmath>

namespace regio::nesting {

std::optional<ShareThreshold> share_threshold(double fraction, ZeroShare zero) {
    constexpr double kMillion = 1e6;
    if (fraction == 0 && zero == ZeroShare::Taken)
        return ShareThreshold{};
    if (!(fraction > 0 && fraction <= 1))
        return std::nullopt;
    const auto millionths = static_cast<std::uint32_t>(std::lround(fraction * kMillion));
    return millionths > 0 ? std::optional(ShareThreshold{millionths}) : std::nullopt;
}

bool is_at_least(kernel::AreaSum part, kernel::Wide whole, ShareThreshold threshold) {
    constexpr kernel::Wide kMillion = 1'000'000;
    constexpr int kBits = kernel::AreaSum::kFractionalBits;
    // A million times the part does not fit, so its whole units and the rest go apart. What is
    // below a unit afterwards cannot decide: the other side is whole.
    const kernel::Wide units = part.scaled() >> kBits;
    const kernel::Wide rest = part.scaled() - (units << kBits);
    return units * kMillion + ((rest * kMillion) >> kBits) >= whole * threshold.millionths;
}

} // namespace regio::nesting
