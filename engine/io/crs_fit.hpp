#pragma once

#include "io/crs.hpp"
#include "kernel/position.hpp"

namespace regio::io {

/// How well a projected system serves an area.
struct CrsFit {
    bool is_in_area_of_use = true; ///< The middle lies in the box that the database states for it.
    double areal_scale = 1;        ///< By how much areas come out too large in the middle.

    /// Whether areas can be had from it: within a hundredth.
    [[nodiscard]] bool is_good() const noexcept {
        return is_in_area_of_use && areal_scale > 0.99 && areal_scale < 1.01;
    }
};

/// Judges the system in the middle of an extent in its own coordinates. Web Mercator makes areas in
/// Flanders two and a half times too large; degrees that are taken for metres lie far from where
/// the system serves. Precondition: the system is projected, the extent not empty.
[[nodiscard]] CrsFit fit_of(const Crs& crs, const kernel::Extent& extent);

} // namespace regio::io
