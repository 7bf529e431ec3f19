#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace regio::layer {

/// The place of a feature in its layer. Algorithms work on it, never on codes, which can be missing
/// or double.
enum class FeatureId : std::uint32_t {};

/// The place of a polygon in its layer.
enum class PartId : std::uint32_t {};

/// The place of a ring in its layer.
enum class RingId : std::uint32_t {};

/// Where there is no part: the outside of a layer.
inline constexpr PartId kNoPart{0xffffffff};

[[nodiscard]] constexpr std::size_t index(FeatureId id) {
    return static_cast<std::size_t>(id);
}
[[nodiscard]] constexpr std::size_t index(PartId id) {
    return static_cast<std::size_t>(id);
}
[[nodiscard]] constexpr std::size_t index(RingId id) {
    return static_cast<std::size_t>(id);
}

/// What a layer says of one of its features, besides the shape.
struct Feature {
    std::string code; ///< Text, never a number; empty when the layer gives none.
    std::string name;
    std::int64_t fid = -1; ///< In its file.
};

/// "Baarle-Hertog (13002)", or as much of it as is known, or "feature 12".
[[nodiscard]] std::string label_of(const Feature& feature);

} // namespace regio::layer
