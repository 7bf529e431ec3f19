#include "tests/support/union_gaps.hpp"

#include "tests/support/geometry.hpp"

#include <geos_c.h>

#include <memory>
#include <stdexcept>
#include <type_traits>

namespace regio::test {

namespace {

using kernel::MultiPolygon;
using kernel::Point;

struct Finish {
    void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
};
using Context = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, Finish>;

struct Destroy {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

class Overlay {
public:
    Overlay() : context_(GEOS_init_r()) {}

    [[nodiscard]] Geometry union_of(std::span<const MultiPolygon> all) const {
        std::vector<GEOSGeometry*> members;
        for (const MultiPolygon& member : all)
            members.push_back(
                own(GEOSGeomFromWKT_r(context_.get(), to_wkt(member).c_str())).release());
        const Geometry together =
            own(GEOSGeom_createCollection_r(context_.get(), GEOS_GEOMETRYCOLLECTION, members.data(),
                                            static_cast<unsigned>(members.size())));
        return own(GEOSUnaryUnion_r(context_.get(), together.get()));
    }

    /// What of a box around everything lies outside, but for the piece around everything.
    [[nodiscard]] Geometry outside(const GEOSGeometry* area) const {
        const Geometry box = own(GEOSEnvelope_r(context_.get(), area));
        const Geometry wider = own(GEOSBuffer_r(context_.get(), box.get(), 1000, 1));
        return own(GEOSDifference_r(context_.get(), wider.get(), area));
    }

    /// The pieces of an area that do not reach the border of its box.
    [[nodiscard]] std::vector<const GEOSGeometry*> inner_pieces(const GEOSGeometry* area) const {
        double west = 0;
        expect(GEOSGeom_getXMin_r(context_.get(), area, &west));
        std::vector<const GEOSGeometry*> pieces;
        for (int i = 0; i < GEOSGetNumGeometries_r(context_.get(), area); ++i) {
            const auto* const piece = GEOSGetGeometryN_r(context_.get(), area, i);
            double least = 0;
            expect(GEOSGeom_getXMin_r(context_.get(), piece, &least));
            if (least > west)
                pieces.push_back(piece);
        }
        return pieces;
    }

    [[nodiscard]] UnionGap gap(const GEOSGeometry* piece, std::span<const Point> places) const {
        UnionGap gap;
        expect(GEOSArea_r(context_.get(), piece, &gap.area));
        expect(GEOSLength_r(context_.get(), piece, &gap.border));
        double west = 0;
        double east = 0;
        double south = 0;
        double north = 0;
        expect(GEOSGeom_getXMin_r(context_.get(), piece, &west));
        expect(GEOSGeom_getXMax_r(context_.get(), piece, &east));
        expect(GEOSGeom_getYMin_r(context_.get(), piece, &south));
        expect(GEOSGeom_getYMax_r(context_.get(), piece, &north));
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i].x >= west - 1 && places[i].x <= east + 1 && places[i].y >= south - 1 &&
                places[i].y <= north + 1 && distance(piece, places[i]) <= 1)
                gap.places.push_back(i);
        return gap;
    }

private:
    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const {
        expect(geometry != nullptr ? 1 : 0);
        return {geometry, Destroy{context_.get()}};
    }

    static void expect(int is_done) {
        if (is_done != 1)
            throw std::runtime_error("GEOS fails");
    }

    [[nodiscard]] double distance(const GEOSGeometry* piece, Point place) const {
        const Geometry point = own(GEOSGeom_createPointFromXY_r(context_.get(), place.x, place.y));
        double distance = 0;
        expect(GEOSDistance_r(context_.get(), piece, point.get(), &distance));
        return distance;
    }

    Context context_;
};

} // namespace

std::vector<UnionGap> union_gaps(std::span<const MultiPolygon> all, std::span<const Point> places) {
    const Overlay overlay;
    const Geometry together = overlay.union_of(all);
    const Geometry outside = overlay.outside(together.get());
    std::vector<UnionGap> gaps;
    for (const auto* const piece : overlay.inner_pieces(outside.get()))
        gaps.push_back(overlay.gap(piece, places));
    return gaps;
}

} // namespace regio::test
