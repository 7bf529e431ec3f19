#pragma once

#include "map/theme.hpp"
#include "scene/scene.hpp"

#include <cstdint>

namespace regio::map {

/// What an answer is told by beside its word: by form first, then by colour.
enum class Sign : std::uint8_t {
    Disc,    ///< Lies within one region.
    Square,  ///< Is a region.
    Diamond, ///< Is several regions.
    Cross,   ///< Crosses a region border.
    Ring     ///< Not known.
};

/// A sign around a point, so many millimetres wide.
[[nodiscard]] scene::Path sign_path(Sign sign, scene::PaperPoint centre, double width_mm,
                                    const Theme& theme);

} // namespace regio::map
