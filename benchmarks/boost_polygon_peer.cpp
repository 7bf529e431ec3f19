#include "peer_timing.hpp"

#include <boost/polygon/polygon.hpp>

#include <map>
#include <set>

namespace regio::benchmarks {

namespace {

namespace bp = boost::polygon;

using layer::Layer;
using Point = bp::point_data<int>;
using Polygon = bp::polygon_data<int>;
using Faces = std::map<std::set<int>, bp::polygon_set_data<int>>;

std::vector<Polygon> polygons(const Layer& layer) {
    std::vector<Polygon> made(layer.ring_count());
    std::vector<Point> points;
    for (std::size_t i = 0; i < made.size(); ++i) {
        points.clear();
        for (const kernel::Point point : layer.ring(layer::RingId(i)))
            points.emplace_back(point.x, point.y);
        bp::set_points(made[i], points.begin(), points.end());
    }
    return made;
}

double square_units(const bp::polygon_set_data<int>& face) {
    std::vector<bp::polygon_with_holes_data<int>> pieces;
    face.get(pieces);
    double area = 0;
    for (const auto& piece : pieces)
        area += static_cast<double>(bp::area(piece));
    return area;
}

/// The features of both layers that cover each piece of the plane: those of b after all of a.
Faces faces_of(const std::vector<Polygon>& a, const std::vector<Polygon>& b) {
    bp::property_merge<int, int> merge;
    int property = 0;
    for (const auto* layer : {&a, &b})
        for (const Polygon& polygon : *layer)
            merge.insert(polygon, property++);
    Faces faces;
    merge.merge(faces);
    return faces;
}

std::vector<SharedArea> shared_areas(const Faces& faces, int first_of_b, double unit_m) {
    std::map<std::pair<int, int>, double> sums;
    for (const auto& [features, face] : faces) {
        const auto begin_b = features.lower_bound(first_of_b);
        if (begin_b == features.begin() || begin_b == features.end())
            continue;
        const double m2 = square_units(face) * unit_m * unit_m;
        for (auto a = features.begin(); a != begin_b; ++a)
            for (auto b = begin_b; b != features.end(); ++b)
                sums[{*a, *b - first_of_b}] += m2;
    }
    std::vector<SharedArea> areas;
    for (const auto& [pair, m2] : sums)
        areas.push_back(
            {static_cast<std::uint32_t>(pair.first), static_cast<std::uint32_t>(pair.second), m2});
    return areas;
}

} // namespace

PeerAnswer overlap_by_boost_polygon(const Layer& a, const Layer& b) {
    const auto of_a = polygons(a);
    const auto of_b = polygons(b);
    PeerAnswer answer{.asked = part_of(a, Side::A, 1)};
    const Stopwatch watch;
    answer.areas =
        shared_areas(faces_of(of_a, of_b), static_cast<int>(of_a.size()), a.lattice().unit_m());
    answer.seconds = watch.seconds();
    return answer;
}

} // namespace regio::benchmarks
