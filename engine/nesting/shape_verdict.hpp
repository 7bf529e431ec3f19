#pragma once

#include "kernel/edge_index.hpp"
#include "kernel/lattice.hpp"
#include "kernel/polygon.hpp"
#include "kernel/position.hpp"
#include "kernel/wide.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace regio::nesting {

/// How a drawn area lies in its container: a region, or several whole ones.
enum class ShapeRelation : std::uint8_t {
    Exact,       ///< Nothing of it lies outside.
    Within,      ///< No point of it lies further from the container than the tolerance.
    Outside,     ///< Some point does.
    AtTolerance, ///< The farthest is as far as the tolerance, as finely as can be told.
};

/// The id in tables and files: "exact", "within", "outside", "at-tolerance".
[[nodiscard]] std::string_view id_of(ShapeRelation relation);

/// A length that lies between two known ones, in metres. They hold what rounding does as well.
struct LengthBounds {
    double least_m = 0;
    double greatest_m = 0;

    [[nodiscard]] double middle_m() const { return least_m + (greatest_m - least_m) / 2; }

    friend bool operator==(const LengthBounds&, const LengthBounds&) = default;
};

/// A part of what lies outside: one polygon.
struct ExcessPart {
    std::size_t place = 0;       ///< In the polygons that were given.
    kernel::Wide twice_area = 0; ///< In square units, exactly.
    double area_m2 = 0;          ///< Correct to the last bits.
    double perimeter_m = 0;      ///< Each edge to 2⁻¹⁷ units.
    double mean_width_m = 0;     ///< 2 · area / perimeter: that of a long strip is its width.
    LengthBounds greatest_width; ///< The diameter of its largest circle.
    LengthBounds depth;          ///< The greatest distance of a point of it from the container.
    kernel::Position deepest;    ///< Such a point, in the CRS, to within the resolution.
};

/// How what lies so far outside lies against a tolerance: never Exact.
[[nodiscard]] ShapeRelation relation_of(const LengthBounds& depth, double tolerance_m);

/// What decides and how finely it is measured.
struct ShapeTerms {
    /// How far something may lie outside. Sources of one scale differ by 20 to 140 m inland.
    double tolerance_m = 0;
    /// How far apart the bounds of the widths and depths of parts may be, at most: as finely as
    /// they are read.
    double part_resolution_m = 0.1;
    /// The same for the depth of the deepest part, which decides: a millimetre is a unit of the
    /// usual lattice, and what parts themselves are rounded to.
    double depth_resolution_m = 0.001;
};

/// The answer for one area.
struct ShapeVerdict {
    ShapeRelation relation = ShapeRelation::Exact;
    std::vector<ExcessPart> parts; ///< By falling depth, equals by falling area, then by place.
    kernel::Wide twice_area = 0;   ///< Of all parts, in square units.
    LengthBounds depth;            ///< Of the deepest part; 0 when there is none.
    /// For which tolerances the answer holds: from the first up to the second, which is not one of
    /// them. Outside [0, D), within [D, infinity) and exact [0, infinity), D being the depth; where
    /// D is known between bounds, the part of the interval that is certain. AtTolerance: where
    /// neither is.
    double holds_from_m = 0;
    double holds_to_m = std::numeric_limits<double>::infinity();
    /// Half or twice the tolerance would give the other answer, or may.
    bool is_fragile = false;
};

/// Says whether what an area has outside its container is noise or trespass. Measures are those of
/// farthest_place(): each is certain between its bounds, and so is every answer but AtTolerance,
/// which is given when the tolerance lies between bounds of the depth that are kFinestResolution
/// units apart, or as close as kMostHalvings allows. All parts are measured roughly, and only those
/// again that may be the deepest, or are about as deep as the tolerance.
///
/// Inner borders of the container, as between two regions, do no harm: the nearest point to one
/// outside lies on the outer border.
///
/// Laws: 1. neither a larger container nor a larger tolerance turns what is inside (Exact, Within)
/// into Outside; 2. the interval ends where the answer changes; 3. moving everything by a lattice
/// vector moves the places and changes nothing else; 4. no order of parts, rings or vertices
/// changes anything but `place`; 5. areas made of whole municipalities of the container's layer are
/// Exact or, at tolerance 0, Outside. Preconditions: the excess is valid and shares no area with
/// the container, whose borders these are; both lie on the lattice; the tolerance is 0 or more.
[[nodiscard]] ShapeVerdict judge_shape(const kernel::MultiPolygon& excess,
                                       const kernel::EdgeIndex& container,
                                       const kernel::Lattice& lattice, const ShapeTerms& terms);

/// The area of all that lies outside, in m².
[[nodiscard]] double excess_m2(const ShapeVerdict& verdict);

/// The measures of one polygon against the borders of a container.
[[nodiscard]] ExcessPart measure_part(const kernel::Polygon& part,
                                      const kernel::EdgeIndex& container,
                                      const kernel::Lattice& lattice, double resolution_m);

/// The diameter of the largest circle that lies in a polygon.
[[nodiscard]] LengthBounds greatest_width(const kernel::Polygon& polygon,
                                          const kernel::Lattice& lattice, double resolution_m);

} // namespace regio::nesting
