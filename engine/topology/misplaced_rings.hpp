#pragma once

#include "base/finding.hpp"
#include "layer/layer.hpp"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace regio::topology {

/// Why a ring should not lie where it does.
enum class Misplacement : std::uint8_t {
    HoleOutside, ///< A hole outside its shell, or in another hole of it.
    PartInPart,  ///< The shell of a part lies in another part of the feature.
    RingTwice,   ///< The feature has the ring already.
};

struct MisplacedRing {
    layer::FeatureId feature{};
    Misplacement how{};
    layer::RingId ring{};

    friend auto operator<=>(const MisplacedRing&, const MisplacedRing&) = default;
};

/// All of a layer, in order. Each ring is judged by one edge: where rings cross,
/// find_self_contacts() says so.
[[nodiscard]] std::vector<MisplacedRing> locate_misplaced_rings(const layer::Layer& layer);

/// The features with such a ring, in order. Their areas do not add up to the area that they cover.
/// Law: in a feature whose rings do not meet, the feature is here exactly when it is not valid by
/// the rules of OGC.
[[nodiscard]] std::vector<layer::FeatureId> find_misplaced_rings(const layer::Layer& layer);

/// The same as findings R420.
void report_misplaced_rings(const layer::Layer& layer, std::span<const layer::FeatureId> features,
                            std::vector<Finding>& findings);

} // namespace regio::topology
