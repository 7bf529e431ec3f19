#include "map/inscribed_circle.hpp"

#include "base/contract.hpp"
#include "map/geos_handles.hpp"
#include "map/label_area.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace regio::map {

using scene::PaperLine;
using scene::PaperPoint;

namespace {

/// The largest circle in rings, for one call.
class CircleSearch {
public:
    CircleSearch(const std::vector<PaperLine>& rings, double tolerance_mm)
        : tolerance_mm_(tolerance_mm), context_(make_geos_context()) {
        for (const PaperLine& ring : rings)
            if (ring.size() >= 3)
                rings_.push_back(ring);
    }

    std::optional<Circle> find() {
        if (rings_.empty())
            return std::nullopt;
        if (const GeosGeometry simple = simple_polygon())
            offer(simple.get());
        else if (const GeosGeometry parts = repaired_parts())
            for (int i = 0; i < GEOSGetNumGeometries_r(context_.get(), parts.get()); ++i)
                offer(GEOSGetGeometryN_r(context_.get(), parts.get(), i));
        return best_;
    }

private:
    GeosGeometry own(GEOSGeometry* geometry) const { return owned(context_, geometry); }

    /// A closed line through the points of a ring; its first point comes once more at the end.
    GEOSCoordSequence* closed_sequence(const PaperLine& ring) const {
        const auto count = static_cast<unsigned>(ring.size());
        GEOSCoordSequence* const points = GEOSCoordSeq_create_r(context_.get(), count + 1, 2);
        for (unsigned i = 0; i <= count; ++i) {
            const PaperPoint& point = ring[i % count];
            GEOSCoordSeq_setXY_r(context_.get(), points, i, point.x, point.y);
        }
        return points;
    }

    /// The polygon of a single ring that does not meet itself: nearly all municipalities. Null when
    /// it takes more than that.
    GeosGeometry simple_polygon() const {
        if (rings_.size() != 1)
            return own(nullptr);
        GEOSGeometry* const shell =
            GEOSGeom_createLinearRing_r(context_.get(), closed_sequence(rings_[0]));
        if (shell == nullptr)
            return own(nullptr);
        GeosGeometry polygon = own(GEOSGeom_createPolygon_r(context_.get(), shell, nullptr, 0));
        const bool is_valid = polygon && GEOSisValid_r(context_.get(), polygon.get()) == 1;
        return is_valid ? std::move(polygon) : own(nullptr);
    }

    /// All rings as one set of lines, cut where they meet, each piece once: edges that a cut along
    /// the frame has left twice come together.
    GeosGeometry noded_lines() const {
        std::vector<GEOSGeometry*> lines;
        for (const PaperLine& ring : rings_)
            if (GEOSGeometry* const line =
                    GEOSGeom_createLineString_r(context_.get(), closed_sequence(ring)))
                lines.push_back(line);
        const GeosGeometry all =
            own(GEOSGeom_createCollection_r(context_.get(), GEOS_MULTILINESTRING, lines.data(),
                                            static_cast<unsigned>(lines.size())));
        return own(all ? GEOSUnaryUnion_r(context_.get(), all.get()) : nullptr);
    }

    /// The parts of the area: of the faces between the lines those inside by the even-odd rule, put
    /// together where they have an edge in common. Null when GEOS cannot tell.
    GeosGeometry repaired_parts() const {
        const GeosGeometry lines = noded_lines();
        if (!lines)
            return own(nullptr);
        const GEOSGeometry* const noded = lines.get();
        const GeosGeometry faces = own(GEOSPolygonize_r(context_.get(), &noded, 1));
        if (!faces)
            return own(nullptr);
        std::vector<GEOSGeometry*> inside;
        for (int i = 0; i < GEOSGetNumGeometries_r(context_.get(), faces.get()); ++i)
            if (const GEOSGeometry* const face = GEOSGetGeometryN_r(context_.get(), faces.get(), i);
                is_face_inside(face))
                inside.push_back(GEOSGeom_clone_r(context_.get(), face));
        const GeosGeometry area =
            own(GEOSGeom_createCollection_r(context_.get(), GEOS_MULTIPOLYGON, inside.data(),
                                            static_cast<unsigned>(inside.size())));
        return own(area ? GEOSUnaryUnion_r(context_.get(), area.get()) : nullptr);
    }

    bool is_face_inside(const GEOSGeometry* face) const {
        const GeosGeometry point = own(GEOSPointOnSurface_r(context_.get(), face));
        PaperPoint inner;
        return point && GEOSGeomGetX_r(context_.get(), point.get(), &inner.x) == 1 &&
               GEOSGeomGetY_r(context_.get(), point.get(), &inner.y) == 1 &&
               is_inside(rings_, inner);
    }

    /// Takes the circle of a part when it is larger than what is there; a part too small to hold
    /// a larger one is not looked at.
    void offer(const GEOSGeometry* part) {
        double area = 0;
        if (GEOSArea_r(context_.get(), part, &area) != 1 || !(area > 0))
            return;
        const double limit_mm = std::sqrt(area / std::numbers::pi);
        if (best_ && limit_mm <= best_->radius_mm)
            return;
        if (limit_mm < kThin_mm || shorter_side(part) < kThin_mm) {
            offer_point(part, area);
            return;
        }
        // Below a tenth of what could fit, a tolerance would hide small areas altogether.
        const double tolerance_mm = std::min(tolerance_mm_, std::max(limit_mm / 10, kThin_mm / 2));
        const GeosGeometry radius =
            own(GEOSMaximumInscribedCircle_r(context_.get(), part, tolerance_mm));
        if (radius)
            offer_radius(radius.get());
    }

    double shorter_side(const GEOSGeometry* part) const {
        PaperPoint least;
        PaperPoint greatest;
        GEOSGeom_getXMin_r(context_.get(), part, &least.x);
        GEOSGeom_getYMin_r(context_.get(), part, &least.y);
        GEOSGeom_getXMax_r(context_.get(), part, &greatest.x);
        GEOSGeom_getYMax_r(context_.get(), part, &greatest.y);
        return std::min(greatest.x - least.x, greatest.y - least.y);
    }

    /// A point of a part that is too thin for GEOS 3.11, which begins with cells as large as its
    /// shorter side. No point of an area is farther from its border than the largest circle is
    /// wide, so that has a radius of at least area / length of the border.
    void offer_point(const GEOSGeometry* part, double area) {
        const GeosGeometry point = own(GEOSPointOnSurface_r(context_.get(), part));
        Circle circle;
        double length_mm = 0;
        if (!point || GEOSGeomGetX_r(context_.get(), point.get(), &circle.centre.x) != 1 ||
            GEOSGeomGetY_r(context_.get(), point.get(), &circle.centre.y) != 1 ||
            GEOSLength_r(context_.get(), part, &length_mm) != 1 || !(length_mm > 0))
            return;
        circle.radius_mm = area / length_mm;
        if (circle.radius_mm > 0 && (!best_ || circle.radius_mm > best_->radius_mm))
            best_ = circle;
    }

    /// `line` goes from the middle of a circle to its rim.
    void offer_radius(const GEOSGeometry* line) {
        const GEOSCoordSequence* const ends = GEOSGeom_getCoordSeq_r(context_.get(), line);
        Circle circle;
        double length_mm = 0;
        if (GEOSCoordSeq_getXY_r(context_.get(), ends, 0, &circle.centre.x, &circle.centre.y) !=
                1 ||
            GEOSLength_r(context_.get(), line, &length_mm) != 1)
            return;
        circle.radius_mm = length_mm;
        if (length_mm > 0 && (!best_ || length_mm > best_->radius_mm))
            best_ = circle;
    }

    static constexpr double kThin_mm = 0.02; ///< Nothing is drawn or written in less.

    double tolerance_mm_;
    GeosContext context_;
    std::vector<PaperLine> rings_;
    std::optional<Circle> best_;
};

} // namespace

std::optional<Circle> largest_inscribed_circle(const std::vector<PaperLine>& rings,
                                               double tolerance_mm) {
    REGIO_EXPECTS(tolerance_mm > 0);
    return CircleSearch(rings, tolerance_mm).find();
}

} // namespace regio::map
