#pragma once

#include "layer/feature.hpp"
#include "nesting/drawn_members.hpp"
#include "nesting/drawn_partnership.hpp"
#include "nesting/shape_verdict.hpp"
#include "registry/region.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace regio::nesting {

/// Further than any area is wide.
inline constexpr double kMostTolerance_m = 1e6;

/// How drawn areas become sets of municipalities, and what of them is noise outside a region.
struct DrawingTerms {
    ShareTerms shares;
    /// In metres: how far a drawn area may lie outside its container. Sources of one scale differ
    /// by 20 to 140 m inland, which is less than half of the default, so that it is within and not
    /// fragile. Two surveys of Flanders, in which 179 working areas were drawn, differed by 216 m
    /// at most (median 55 m) and along the Scheldt by 377 m; the shallowest of the 77 areas that
    /// crossed reached 2554 m out.
    double tolerance_m = 400;
};

/// Less of a drawing than this in no municipality is what rounding leaves.
inline constexpr double kLeastElsewhere_m2 = 1;

/// What is known of a drawn working area besides its members.
struct Drawing {
    DrawingTerms terms;
    DrawnMembers covered; ///< `area` is its place in a layer that is gone.
    /// Where its polygons are: which of the layers of drawn areas, and its features there.
    std::size_t layer = 0;
    std::vector<layer::FeatureId> features;
    double area_m2 = 0;
    double elsewhere_m2 = 0; ///< Of it, in no municipality that has polygons.
    std::vector<registry::RegionIndex> container;
    /// Against the municipalities of the container; nothing when the partnership is unresolved, or
    /// a municipality of the container has no polygons.
    std::optional<ShapeVerdict> shape;
    std::optional<PartialWeight> weight; ///< When the partnership is resolved.
};

} // namespace regio::nesting
