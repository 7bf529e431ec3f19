#include "kernel/polygon.hpp"
#include "kernel/ring.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

namespace regio::kernel {

namespace {

using test::GeosOracle;
using test::random_ring;
using test::simple_rings;

const Ring kSquare = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};

Ring reversed(Ring ring) {
    std::reverse(ring.begin(), ring.end());
    return ring;
}

Ring rotated(Ring ring, std::size_t by) {
    std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(by), ring.end());
    return ring;
}

/// Each point p as p · scale + (dx, dy).
Ring mapped(Ring ring, std::int32_t scale, std::int32_t dx, std::int32_t dy) {
    for (Point& point : ring)
        point = {point.x * scale + dx, point.y * scale + dy};
    return ring;
}

MultiPolygon polygon_of(const Ring& ring) {
    return {Polygon{.shell = ring, .holes = {}}};
}

template <typename Visit>
void for_each_point(std::int32_t least, std::int32_t most, const Visit& visit) {
    for (std::int32_t x = least; x <= most; ++x)
        for (std::int32_t y = least; y <= most; ++y)
            visit(Point{x, y});
}

/// Whether the triangles from the ring's first point to its edges hold the point an odd number of
/// times: the area of odd winding, found without rays. Precondition: the point lies on none.
bool is_in_odd_triangles(Point point, const Ring& ring) {
    bool is_inside = false;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const int a = sign(orientation(ring[0], ring[i], point));
        const int b = sign(orientation(ring[i], ring[i + 1], point));
        const int c = sign(orientation(ring[i + 1], ring[0], point));
        is_inside ^= a != 0 && a == b && b == c;
    }
    return is_inside;
}

bool lies_on_a_triangle(Point point, const Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i)
        if (lies_on(point, {ring[0], ring[i]}) || lies_on(point, edge(ring, i)))
            return true;
    return false;
}

} // namespace

TEST_CASE("a ring of fewer than three points has no area and encloses nothing") {
    for (const Ring& ring : {Ring{}, Ring{{3, 4}}, Ring{{0, 0}, {10, 4}}}) {
        CHECK(twice_area(ring) == 0);
        CHECK(moments(RingView(ring)) == Moments{});
        for (const Point point : {Point{0, 0}, {3, 4}, {5, 2}, {10, 4}})
            CHECK(locate(point, ring) == Location::Outside);
        CHECK_FALSE(is_left_inside({{0, 0}, {10, 4}}, ring));
        CHECK_FALSE(is_left_inside({{3, 4}, {0, 0}}, ring));
    }
}

TEST_CASE("areas counted by hand") {
    CHECK(twice_area(kSquare) == 200);
    CHECK(twice_area(Ring{{0, 0}, {4, 0}, {0, 3}}) == 12);
    CHECK(twice_area(Ring{{0, 0}, {4, 0}, {2, 0}}) == 0);
    CHECK(twice_area(Ring{{0, 0}, {2, 2}, {2, 0}, {0, 2}}) == 0); // bow tie
    CHECK(twice_area(Ring{{0, 0}, {10, 0}, {10, 5}, {15, 5}, {10, 5}, {10, 10}, {0, 10}}) == 200);
    CHECK(twice_area(Ring{{0, 0}, {4, 0}, {4, 0}, {0, 3}}) == 12);
    CHECK(twice_area(Ring{{-kFarthest, -kFarthest},
                          {kFarthest, -kFarthest},
                          {kFarthest, kFarthest},
                          {-kFarthest, kFarthest}}) == Wide{1} << 63);
}

TEST_CASE("neither start vertex nor translation changes an area, and reversing negates it") {
    for (const auto seed : test::seeds(200)) {
        INFO("seed " << seed);
        const Ring ring = random_ring(seed, 7, 20);
        const Wide area = twice_area(ring);
        CHECK(twice_area(rotated(ring, seed % ring.size())) == area);
        CHECK(twice_area(mapped(ring, 1, kFarthest - 20, -kFarthest)) == area);
        CHECK(twice_area(reversed(ring)) == -area);
    }
}

TEST_CASE("areas and centroids are those of GEOS") {
    const GeosOracle geos;
    for (const Ring& ring : simple_rings(100)) {
        const auto shape = polygon_of(mapped(ring, 7, -11, 5));
        INFO(test::to_wkt(shape));
        const auto sum = moments(shape);
        CHECK(static_cast<double>(sum.twice_area) == 2 * geos.area(shape));
        const auto place = centroid(sum);
        const auto other = geos.centroid(shape);
        CHECK(place.x == Approx(other.x).margin(1e-9));
        CHECK(place.y == Approx(other.y).margin(1e-9));
    }
}

TEST_CASE("the moments of a polygon with a hole are those of its rings together") {
    const auto shape = test::polygons_of("POLYGON((0 0, 12 0, 12 12, 0 12), (6 6, 6 9, 9 9, 9 6))");
    CHECK(moments(shape).twice_area == 2 * (144 - 9));
    // (144 · 6 - 9 · 7.5) / 135 = 796.5 / 135
    CHECK(centroid(moments(shape)).x == Approx(5.9).epsilon(1e-15));
    CHECK(centroid(moments(shape)).y == Approx(5.9).epsilon(1e-15));
    CHECK(GeosOracle().area(shape) == 135);
}

TEST_CASE("a small area far from the origin has its centroid to the last bits") {
    const std::int32_t far = kFarthest - 3;
    CHECK(centroid(moments(RingView(mapped({{0, 0}, {2, 0}, {2, 2}, {0, 2}}, 1, far, -far)))) ==
          Position{far + 1.0, 1.0 - far});
    const auto third = centroid(moments(RingView(mapped({{0, 0}, {1, 0}, {0, 1}}, 1, far, far))));
    CHECK(third.x == far + 1.0 / 3);
    CHECK(third.y == far + 1.0 / 3);
}

TEST_CASE("every vertex and every lattice point of an edge is boundary") {
    for (const auto seed : test::seeds(200)) {
        INFO("seed " << seed);
        const Ring ring = random_ring(seed, 6, 6);
        for_each_point(-1, 7, [&](Point point) {
            bool is_on_edge = false;
            for (std::size_t i = 0; i < ring.size(); ++i)
                is_on_edge |= lies_on(point, edge(ring, i));
            if (is_on_edge != (locate(point, ring) == Location::Boundary))
                FAIL(point.x << ' ' << point.y);
        });
    }
}

TEST_CASE("a point lies in a simple ring where GEOS says so, whatever its start and direction") {
    const GeosOracle geos;
    for (const Ring& ring : simple_rings(80)) {
        INFO(test::to_wkt(ring));
        for_each_point(-1, 5, [&](Point point) {
            const Position position{static_cast<double>(point.x), static_cast<double>(point.y)};
            const Location expected = geos.locate(position, ring);
            if (locate(point, ring) != expected || locate(point, reversed(ring)) != expected ||
                locate(point, rotated(ring, ring.size() / 2)) != expected)
                FAIL(point.x << ' ' << point.y);
        });
    }
}

TEST_CASE("a ring that crosses itself encloses the points of odd winding") {
    std::size_t checked = 0;
    for (const auto seed : test::seeds(200)) {
        INFO("seed " << seed);
        const Ring ring = random_ring(seed, 8, 9);
        for_each_point(0, 9, [&](Point point) {
            if (lies_on_a_triangle(point, ring))
                return;
            ++checked;
            if ((locate(point, ring) == Location::Inside) != is_in_odd_triangles(point, ring))
                FAIL(point.x << ' ' << point.y);
        });
    }
    CHECK(checked > 1000);
}

TEST_CASE("left of an edge of a counter-clockwise simple ring is inside and right of it outside") {
    for (const Ring& ring : simple_rings(300))
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Segment e = edge(ring, i);
            INFO(test::to_wkt(ring) << " edge " << i);
            CHECK(is_left_inside(e, ring));
            CHECK_FALSE(is_left_inside({e.b, e.a}, ring));
        }
}

TEST_CASE("where the middle of a segment is not on the ring, left of it is as the middle is") {
    std::size_t checked = 0;
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const Ring ring = random_ring(seed, 6, 4);
        const Ring doubled = mapped(ring, 2, 0, 0);
        for_each_point(0, 4, [&](Point a) {
            for_each_point(0, 4, [&](Point b) {
                const Location middle = locate({a.x + b.x, a.y + b.y}, doubled);
                if (a == b || middle == Location::Boundary)
                    return;
                ++checked;
                if (is_left_inside({a, b}, ring) != (middle == Location::Inside))
                    FAIL(test::to_wkt(std::vector{a, b}));
            });
        });
    }
    CHECK(checked > 1000);
}

TEST_CASE("left of a segment is inside where GEOS finds a point a small step to the left") {
    const GeosOracle geos;
    for (const Ring& ring : simple_rings(25)) {
        INFO(test::to_wkt(ring));
        const Ring scaled = mapped(ring, 4, 0, 0);
        for_each_point(0, 4, [&](Point a) {
            for_each_point(0, 4, [&](Point b) {
                if (a == b)
                    return;
                // Steps to the left, then up, then right, each too small to undo the one before.
                const Position beside{2.0 * (a.x + b.x) + (a.y - b.y) * 0x1p-10 + 0x1p-30,
                                      2.0 * (a.y + b.y) + (b.x - a.x) * 0x1p-10 + 0x1p-20};
                const bool is_inside = geos.locate(beside, scaled) == Location::Inside;
                if (is_left_inside({a, b}, ring) != is_inside)
                    FAIL(test::to_wkt(std::vector{a, b}));
            });
        });
    }
}

TEST_CASE("a canonical ring starts at its least point and repeats none") {
    CHECK(canonical({}).empty());
    CHECK(canonical({{1, 2}, {1, 2}, {1, 2}}) == Ring{{1, 2}});
    CHECK(canonical({{5, 5}, {5, 5}, {0, 1}, {0, 0}, {0, 0}, {5, 5}}) ==
          Ring{{0, 0}, {5, 5}, {0, 1}});
    for (std::size_t i = 0; i < kSquare.size(); ++i)
        CHECK(canonical(rotated(kSquare, i)) == kSquare);
}

TEST_CASE("wide numbers are written in decimal digits") {
    CHECK(to_text(0) == "0");
    CHECK(to_text(-7) == "-7");
    CHECK(to_text(Wide{1} << 100) == "1267650600228229401496703205376");
    const Wide least = (Wide{-1} << 126) * 2;
    CHECK(to_text(least) == "-170141183460469231731687303715884105728");
}

} // namespace regio::kernel
