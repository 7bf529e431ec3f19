#include "tests/fuzz/kernel_laws.hpp"

#include "base/contract.hpp"
#include "kernel/box_index.hpp"
#include "kernel/ring_locator.hpp"
#include "tests/fuzz/layer_laws.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace regio::fuzz {

namespace {

using kernel::Box;
using kernel::Location;
using kernel::Point;
using kernel::Ring;
using kernel::RingView;
using kernel::Segment;
using layer::Layer;
using layer::RingId;

std::vector<Segment> edges_of(const Layer& layer) {
    std::vector<Segment> edges;
    for (std::size_t r = 0; r < layer.ring_count(); ++r)
        for (std::size_t i = 0; i < layer.ring(RingId(r)).size(); ++i)
            edges.push_back(edge(layer.ring(RingId(r)), i));
    return edges;
}

/// The middle of an edge where that is a lattice point.
bool has_middle(const Segment& edge) {
    return (edge.a.x + std::int64_t{edge.b.x}) % 2 == 0 &&
           (edge.a.y + std::int64_t{edge.b.y}) % 2 == 0;
}

Point middle(const Segment& edge) {
    return {static_cast<std::int32_t>((edge.a.x + std::int64_t{edge.b.x}) / 2),
            static_cast<std::int32_t>((edge.a.y + std::int64_t{edge.b.y}) / 2)};
}

void check_locations(RingView ring, const std::vector<Segment>& edges) {
    Ring turned(ring.rbegin(), ring.rend());
    std::rotate(turned.begin(), turned.begin() + 1, turned.end());
    REGIO_EXPECTS(twice_area(turned) == -twice_area(ring));
    REGIO_EXPECTS(moments(turned).x == -moments(ring).x && moments(turned).y == -moments(ring).y);
    for (const Segment& edge : edges) {
        const bool is_inside = is_left_inside(edge, ring);
        REGIO_EXPECTS(is_left_inside(edge, turned) == is_inside);
        if (!has_middle(edge))
            continue;
        const Location location = locate(middle(edge), ring);
        REGIO_EXPECTS(locate(middle(edge), turned) == location);
        if (location != Location::Boundary)
            REGIO_EXPECTS(is_inside == (location == Location::Inside));
    }
    for (const Point point : ring)
        REGIO_EXPECTS(locate(point, ring) == Location::Boundary);
}

void check_locator(const std::vector<RingView>& rings, const std::vector<Segment>& edges) {
    const kernel::RingLocator locator(rings);
    for (const Segment& edge : edges) {
        bool is_inside = false;
        for (const RingView ring : rings)
            is_inside ^= is_left_inside(edge, ring);
        REGIO_EXPECTS(locator.is_left_inside(edge) == is_inside);
    }
}

void check_box_index(const std::vector<Segment>& edges) {
    std::vector<Box> boxes;
    for (const Segment& edge : edges)
        boxes.push_back(kernel::box_of(std::array{edge.a, edge.b}));
    const kernel::BoxIndex index(boxes);
    for (const Box& box : boxes) {
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < boxes.size(); ++i)
            if (meets(box, boxes[i]))
                expected.push_back(i);
        REGIO_EXPECTS(index.find(box) == expected);
    }
}

} // namespace

void check_rings(const Layer& layer) {
    if (layer.edge_count() > kMostEdgesForPairs)
        return;
    const auto edges = edges_of(layer);
    for (std::size_t r = 0; r < layer.ring_count(); ++r)
        check_locations(layer.ring(RingId(r)), edges);
}

void check_indices(const Layer& layer) {
    if (layer.edge_count() > kMostEdgesForPairs)
        return;
    const auto edges = edges_of(layer);
    for (const auto& part : layer.parts())
        check_locator(rings_of(layer, part), edges);
    check_box_index(edges);
}

} // namespace regio::fuzz
