#include "coverage/connected_parts.hpp"

#include "arrangement/arrangement.hpp"
#include "base/append.hpp"
#include "base/sorted.hpp"
#include "kernel/box_index.hpp"
#include "kernel/edge_index.hpp"
#include "kernel/predicates.hpp"
#include "kernel/segment_box.hpp"

#include <algorithm>
#include <vector>

namespace regio::coverage {

namespace {

using arrangement::Arrangement;
using arrangement::FaceId;
using arrangement::Tag;
using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using kernel::RingView;
using kernel::Segment;

/// An edge of one of several rings.
struct RingEdge {
    Segment segment;
    std::size_t ring = 0;
};

void add_edges(RingView ring, std::size_t number, std::vector<RingEdge>& edges) {
    for (std::size_t i = 0; i < ring.size(); ++i)
        edges.push_back({kernel::edge(ring, i), number});
}

/// Precondition: they touch.
Point touching_point(const Segment& one, const Segment& other) {
    for (const Point end : {one.a, one.b})
        if (lies_on(end, other))
            return end;
    return lies_on(other.a, one) ? other.a : other.b;
}

/// Where a hole touches another ring, each place once.
std::vector<Point> touching_points(const Polygon& polygon) {
    std::vector<RingEdge> of_holes;
    for (std::size_t i = 0; i < polygon.holes.size(); ++i)
        add_edges(polygon.holes[i], i + 1, of_holes);
    std::vector<kernel::Box> boxes;
    for (const RingEdge& edge : of_holes)
        boxes.push_back(box_of(edge.segment));
    const kernel::BoxIndex index(boxes);
    std::vector<RingEdge> all;
    add_edges(polygon.shell, 0, all);
    append(of_holes, all);
    std::vector<Point> points;
    std::vector<std::uint32_t> near;
    for (const RingEdge& edge : all) {
        index.find(box_of(edge.segment), near);
        for (const std::uint32_t i : near)
            if (of_holes[i].ring != edge.ring &&
                contact(edge.segment, of_holes[i].segment) != kernel::Contact::None)
                points.push_back(touching_point(edge.segment, of_holes[i].segment));
    }
    sort_and_unite(points);
    return points;
}

/// The faces in the shell and in no hole.
MultiPolygon faces_of(const Polygon& polygon) {
    arrangement::Lines lines;
    std::uint32_t number = 0;
    for (const RingView ring : kernel::rings_of(polygon))
        lines.add_ring(ring, Tag{number++});
    const Arrangement all(lines);
    std::vector<bool> is_inside;
    for (std::uint32_t face = 0; face < all.face_count(); ++face) {
        const auto tags = all.tags(FaceId{face});
        is_inside.push_back(tags.size() == 1 && tags.front() == Tag{0});
    }
    return all.outline(is_inside);
}

} // namespace

MultiPolygon connected_parts(MultiPolygon area) {
    MultiPolygon parts;
    for (Polygon& polygon : area)
        if (polygon.holes.empty() || touching_points(polygon).size() < 2)
            parts.push_back(std::move(polygon));
        else
            append(faces_of(polygon), parts);
    std::sort(parts.begin(), parts.end(),
              [](const Polygon& a, const Polygon& b) { return a.shell < b.shell; });
    return parts;
}

} // namespace regio::coverage
