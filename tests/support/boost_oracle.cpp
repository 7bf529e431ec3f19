#include "tests/support/boost_oracle.hpp"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

namespace regio::test {

namespace {

namespace bg = boost::geometry;

using Point = bg::model::d2::point_xy<double>;
using Area = bg::model::multi_polygon<bg::model::polygon<Point>>;

template <typename BoostRing>
void copy(kernel::RingView ring, BoostRing& copied) {
    for (const kernel::Point point : ring)
        copied.emplace_back(point.x, point.y);
}

Area area_of(const kernel::MultiPolygon& polygons) {
    Area area;
    area.resize(polygons.size());
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        copy(polygons[i].shell, area[i].outer());
        area[i].inners().resize(polygons[i].holes.size());
        for (std::size_t hole = 0; hole < polygons[i].holes.size(); ++hole)
            copy(polygons[i].holes[hole], area[i].inners()[hole]);
    }
    bg::correct(area);
    return area;
}

} // namespace

double boost_overlap_area(const kernel::MultiPolygon& one, const kernel::MultiPolygon& other) {
    Area shared;
    bg::intersection(area_of(one), area_of(other), shared);
    return bg::area(shared);
}

} // namespace regio::test
