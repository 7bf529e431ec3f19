#pragma once

#include "scene/paper.hpp"

#include <span>
#include <vector>

namespace regio::map {

/// Areas on the sheet: rings of the even-odd rule, in any direction. What comes out of all these is
/// valid by OGC rules and in a fixed order (GEOS).
using Rings = std::vector<scene::PaperLine>;

/// What two areas are together, what one is without the other, and what they have in common: on a
/// grid of a millionth of a millimetre (OverlayNG with snap-rounding).
[[nodiscard]] Rings unite(const Rings& one, const Rings& other);
[[nodiscard]] Rings subtract(const Rings& from, const Rings& what);
[[nodiscard]] Rings intersect(const Rings& one, const Rings& other);

/// The same of many areas, in their order, for which `other` or `what` is made ready only once.
[[nodiscard]] std::vector<Rings> intersect_each(std::span<const Rings> areas, const Rings& other);
[[nodiscard]] std::vector<Rings> subtract_from_each(std::span<const Rings> areas,
                                                    const Rings& what);

/// What many areas are together: nothing when there are none.
[[nodiscard]] Rings unite_all(std::span<const Rings> areas);

/// Which part of the distance widened() reaches at least: corners are round by chords of a circle,
/// eight to a quarter.
inline constexpr double kLeastReach = 0.995;

/// All that lies within a distance of an area, with round corners.
[[nodiscard]] Rings widened(const Rings& area, double reach_mm);

/// The same area with fewer points, none of its edges further than the tolerance from where it was
/// (Douglas and Peucker, 1973, with its rings kept apart).
[[nodiscard]] Rings simplified(const Rings& area, double tolerance_mm);

/// In square millimetres.
[[nodiscard]] double area_mm2(const Rings& rings);

/// The part of a merged municipality that some of its former parts make, though these were drawn in
/// another survey: what of `whole` lies in `wanted`, and of the slivers that lie in none of the
/// former parts what is nearer to `wanted` than to `others`.
/// Law: with the rest, got by exchanging `wanted` and `others`, it covers `whole`.
[[nodiscard]] Rings part_of_merger(const Rings& whole, const Rings& wanted, const Rings& others);

} // namespace regio::map
