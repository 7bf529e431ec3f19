#pragma once

#include "kernel/polygon.hpp"
#include "kernel/position.hpp"
#include "kernel/wide.hpp"

#include <geos_c.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace regio::test {

/// Whether polygons are valid; when not, what the fault is and where.
struct Validity {
    bool is_valid = false;
    std::string reason;
    kernel::Position place;
};

/// What MakeValid takes the rings of polygons for.
enum class MakeValid : std::uint8_t {
    Linework, ///< Lines that part the plane: what lies behind an odd number of them is covered.
    Structure ///< Borders of areas: what a shell winds around is covered, how often it may be.
};

/// What an overlay in doubles has come to. Its area is added up in whole numbers, so that it is off
/// by what the positions of crossings are off, and no more: by that times the length of the border.
struct Measured {
    double area = 0;   ///< In square units.
    double border = 0; ///< The length of all its lines, in units.
};

/// How far an overlay in doubles may be off, in square units, on coordinates below 100.
inline constexpr double kDoubleOverlayMargin = 1e-9;

/// Second opinions of GEOS on geometry of the lattice. Its doubles hold lattice coordinates
/// exactly. Throws std::runtime_error when GEOS refuses.
class GeosOracle {
public:
    GeosOracle();

    [[nodiscard]] double area(const kernel::MultiPolygon& polygons) const;
    [[nodiscard]] kernel::Position centroid(const kernel::MultiPolygon& polygons) const;

    [[nodiscard]] Validity validity(const kernel::MultiPolygon& polygons) const;

    /// Where a position lies in the area of a valid ring.
    [[nodiscard]] kernel::Location locate(kernel::Position position, kernel::RingView ring) const;

    /// The nine characters of the DE-9IM.
    [[nodiscard]] std::string relate(const kernel::Segment& one,
                                     const kernel::Segment& other) const;
    [[nodiscard]] std::string relate(const kernel::MultiPolygon& one,
                                     const kernel::MultiPolygon& other) const;

    /// Whether two valid areas have the same points.
    [[nodiscard]] bool are_equal(const kernel::MultiPolygon& one,
                                 const kernel::MultiPolygon& other) const;

    /// The radius of the largest circle in a valid area, or less by `tolerance` at most.
    [[nodiscard]] double inscribed_radius(const kernel::MultiPolygon& area, double tolerance) const;

    /// How far a position lies from an area; 0 within it.
    [[nodiscard]] double distance(kernel::Position position,
                                  const kernel::MultiPolygon& area) const;

    /// The area that two valid areas share, from an overlay in doubles.
    [[nodiscard]] double overlap_area(const kernel::MultiPolygon& one,
                                      const kernel::MultiPolygon& other) const;

    /// The area of all together. Precondition: their borders meet in lattice points.
    [[nodiscard]] kernel::MultiPolygon union_of(std::span<const kernel::MultiPolygon> all) const;

    /// The area of the same, wherever borders meet, from an overlay in doubles.
    [[nodiscard]] double union_area(std::span<const kernel::MultiPolygon> all) const;

    /// What the union encloses and does not hold: the pieces of the rest of the plane but the one
    /// around everything. Precondition: nothing lies further than 2²⁰ from the origin.
    [[nodiscard]] kernel::MultiPolygon gaps_of(std::span<const kernel::MultiPolygon> all) const;

    /// What rings cover that cross themselves and each other: a ring what it winds around an odd
    /// number of times, parts without their own holes, all parts together. In doubles.
    [[nodiscard]] double area_covered(const kernel::MultiPolygon& rough) const;
    /// The same as polygons. Precondition: rings cross in lattice points.
    [[nodiscard]] kernel::MultiPolygon covered(const kernel::MultiPolygon& rough) const;

    /// The area of what MakeValid makes of polygons, by its method "linework".
    [[nodiscard]] double area_made_valid(const kernel::MultiPolygon& rough) const;

    /// What MakeValid makes of polygons, what of it lies in a valid area, and what outside.
    [[nodiscard]] Measured made_valid(const kernel::MultiPolygon& rough, MakeValid method) const;
    [[nodiscard]] Measured inside(const kernel::MultiPolygon& rough,
                                  const kernel::MultiPolygon& valid, MakeValid method) const;
    [[nodiscard]] Measured outside(const kernel::MultiPolygon& rough,
                                   const kernel::MultiPolygon& valid, MakeValid method) const;

    /// Polygons of a text; a ring that is not closed is closed.
    [[nodiscard]] kernel::MultiPolygon read_wkt(std::string_view wkt) const;

private:
    struct Finish {
        void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
    };
    struct Destroy {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Context = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, Finish>;
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const;
    [[nodiscard]] std::string own(char* text) const;
    void expect(bool is_done) const;
    [[nodiscard]] bool answer(char code) const;

    [[nodiscard]] GEOSCoordSequence* coordinates(kernel::RingView points) const;
    [[nodiscard]] GEOSGeometry* linear_ring(kernel::RingView ring) const;
    [[nodiscard]] GEOSGeometry* polygon(const kernel::Polygon& polygon) const;
    [[nodiscard]] Geometry line(const kernel::Segment& segment) const;
    [[nodiscard]] Geometry polygons(const kernel::MultiPolygon& polygons) const;
    [[nodiscard]] std::string relate(const Geometry& one, const Geometry& other) const;
    [[nodiscard]] Geometry geometry_of_union(std::span<const kernel::MultiPolygon> all) const;
    [[nodiscard]] Geometry collection(std::vector<GEOSGeometry*> members) const;
    [[nodiscard]] Geometry faces_of(kernel::RingView ring) const;
    [[nodiscard]] bool winds_oddly(kernel::RingView ring, const GEOSGeometry* face) const;
    [[nodiscard]] Geometry enclosed(kernel::RingView ring) const;
    [[nodiscard]] Geometry geometry_made_valid(const kernel::MultiPolygon& rough,
                                               MakeValid method) const;
    [[nodiscard]] double area(const Geometry& geometry) const;
    [[nodiscard]] Measured measure(const Geometry& geometry) const;
    [[nodiscard]] kernel::Wide scaled_area(const GEOSGeometry* geometry) const;
    [[nodiscard]] kernel::Wide scaled_area_of_polygon(const GEOSGeometry* polygon) const;
    [[nodiscard]] kernel::Wide scaled_area_of_ring(const GEOSGeometry* ring) const;
    [[nodiscard]] Geometry geometry_covered(const kernel::MultiPolygon& rough) const;

    [[nodiscard]] kernel::Ring ring_of(const GEOSGeometry* ring) const;
    [[nodiscard]] kernel::Polygon polygon_of(const GEOSGeometry* polygon) const;
    [[nodiscard]] kernel::MultiPolygon polygons_of(const GEOSGeometry* geometry) const;

    std::unique_ptr<std::string> message_; ///< The latest of GEOS; it keeps the address.
    Context context_;
};

} // namespace regio::test
