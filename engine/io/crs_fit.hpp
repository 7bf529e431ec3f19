#pragma once

#include "io/crs.hpp"
#include "kernel/position.hpp"

#include <span>
#include <vector>

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

/// Judges the system in the middle of each extent in its own coordinates. Web Mercator makes areas
/// in Flanders two and a half times too large; degrees that are taken for metres lie far from where
/// the system serves. Most of the time goes into finding what the system is, once for all extents.
/// A system serves an empty extent. Precondition: the system is projected.
[[nodiscard]] std::vector<CrsFit> fits_of(const Crs& crs, std::span<const kernel::Extent> extents);

} // namespace regio::io
