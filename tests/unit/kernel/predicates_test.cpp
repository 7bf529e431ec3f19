#include "kernel/predicates.hpp"
#include "kernel/wide.hpp"
#include "tests/support/geos_oracle.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

namespace regio::kernel {

namespace {

/// The corners, the middles of the sides and the middle of all the lattice, and what is beside.
std::vector<Point> extreme_points() {
    std::vector<Point> points;
    for (const std::int32_t x : {-kFarthest, 1 - kFarthest, 0, 1, kFarthest})
        for (const std::int32_t y : {-kFarthest, -1, 0, kFarthest - 1, kFarthest})
            points.push_back({x, y});
    return points;
}

std::vector<Point> grid(std::int32_t size) {
    std::vector<Point> points;
    for (std::int32_t x = 0; x < size; ++x)
        for (std::int32_t y = 0; y < size; ++y)
            points.push_back({x, y});
    return points;
}

std::vector<Segment> segments_of(const std::vector<Point>& points) {
    std::vector<Segment> segments;
    for (const Point a : points)
        for (const Point b : points)
            segments.push_back({a, b});
    return segments;
}

Wide wide_orientation(Point a, Point b, Point c) {
    return (Wide{b.x} - a.x) * (Wide{c.y} - a.y) - (Wide{b.y} - a.y) * (Wide{c.x} - a.x);
}

template <typename Check>
void for_each_triple(const std::vector<Point>& points, const Check& check) {
    for (const Point a : points)
        for (const Point b : points)
            for (const Point c : points)
                check(a, b, c);
}

/// Half of the lattice's points at random, half on a small grid, where lines coincide.
std::vector<Point> random_points(std::uint32_t seed, std::size_t count) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::int32_t> far(-kFarthest, kFarthest);
    std::uniform_int_distribution<std::int32_t> near(-3, 3);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back(i % 2 == 0 ? Point{far(random), far(random)}
                                    : Point{near(random), near(random)});
    return points;
}

/// What the matrix of GEOS says in our words. The inside of a point is the point.
Contact contact_of(const std::string& matrix, bool are_lines) {
    if (matrix[0] == '1')
        return Contact::Overlap;
    if (matrix[0] == '0' && are_lines)
        return Contact::Cross;
    const bool is_apart =
        matrix[0] == 'F' && matrix[1] == 'F' && matrix[3] == 'F' && matrix[4] == 'F';
    return is_apart ? Contact::None : Contact::Touch;
}

} // namespace

TEST_CASE("orientation is that of 128-bit arithmetic out to the corners of the lattice") {
    std::size_t differing = 0;
    const auto check = [&](Point a, Point b, Point c) {
        differing += orientation(a, b, c) != wide_orientation(a, b, c) ? 1U : 0U;
    };
    for_each_triple(extreme_points(), check);
    for_each_triple(random_points(1, 40), check);
    CHECK(differing == 0);
}

TEST_CASE("orientation turns with its points and changes sign when two are exchanged") {
    std::size_t differing = 0;
    const auto check = [&](Point a, Point b, Point c) {
        const auto value = orientation(a, b, c);
        differing += value != orientation(b, c, a) || value != -orientation(b, a, c) ? 1U : 0U;
    };
    for_each_triple(extreme_points(), check);
    for_each_triple(random_points(2, 40), check);
    CHECK(differing == 0);
}

TEST_CASE("orientation is zero exactly for points on one line") {
    CHECK(orientation({5, 5}, {5, 5}, {5, 5}) == 0);
    CHECK(orientation({0, 0}, {0, 0}, {7, 3}) == 0);
    CHECK(orientation({0, 0}, {6, 4}, {9, 6}) == 0);
    CHECK(orientation({-kFarthest, -kFarthest}, {0, 0}, {kFarthest, kFarthest}) == 0);
    CHECK(orientation({-kFarthest, -kFarthest}, {0, 1}, {kFarthest, kFarthest}) < 0);
    CHECK(orientation({-kFarthest, -kFarthest}, {0, -1}, {kFarthest, kFarthest}) > 0);
    CHECK(orientation({0, 0}, {1, 0}, {0, 1}) == 1);
}

TEST_CASE("orientation does not change when its points are moved together") {
    const auto moved = [](Point p, std::int32_t dx, std::int32_t dy) {
        return Point{p.x + dx, p.y + dy};
    };
    std::size_t differing = 0;
    for_each_triple(grid(4), [&](Point a, Point b, Point c) {
        for (const std::int32_t d : {-kFarthest, -1, 5, kFarthest - 4})
            differing +=
                orientation(a, b, c) !=
                        orientation(moved(a, d, -d - 4), moved(b, d, -d - 4), moved(c, d, -d - 4))
                    ? 1U
                    : 0U;
    });
    CHECK(differing == 0);
}

TEST_CASE("cross is the orientation about the origin") {
    for (const Point p : extreme_points())
        for (const Point q : extreme_points())
            CHECK(cross(p, q) == orientation({0, 0}, p, q));
}

TEST_CASE("what two segments have in common is what GEOS says") {
    const test::GeosOracle geos;
    const auto segments = segments_of(grid(4));
    std::size_t differing = 0;
    for (std::size_t i = 0; i < segments.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            const Segment& one = segments[i];
            const Segment& other = segments[j];
            const bool are_lines = one.a != one.b && other.a != other.b;
            differing +=
                contact(one, other) != contact_of(geos.relate(one, other), are_lines) ? 1U : 0U;
        }
    CHECK(differing == 0);
}

TEST_CASE("contact depends neither on the order of segments nor on their directions") {
    const auto segments = segments_of(grid(4));
    std::size_t differing = 0;
    for (const Segment& one : segments)
        for (const Segment& other : segments) {
            const Contact found = contact(one, other);
            differing += found != contact(other, one) ? 1U : 0U;
            differing += found != contact({one.b, one.a}, other) ? 1U : 0U;
        }
    CHECK(differing == 0);
}

TEST_CASE("segments from corner to corner of the lattice have the contact they should have") {
    const Point low{-kFarthest, -kFarthest};
    const Point high{kFarthest, kFarthest};
    const Segment diagonal{low, high};
    CHECK(contact(diagonal, {{-kFarthest, kFarthest}, {kFarthest, -kFarthest}}) == Contact::Cross);
    CHECK(contact(diagonal, {low, high}) == Contact::Overlap);
    CHECK(contact(diagonal, {{0, 0}, {kFarthest, 0}}) == Contact::Touch);
    CHECK(contact(diagonal, {{1, 0}, {kFarthest, kFarthest - 1}}) == Contact::None);
    CHECK(contact(diagonal, {{0, 1}, {1, 0}}) == Contact::Cross);
    CHECK(contact(diagonal, {high, high}) == Contact::Touch);
    CHECK(contact({low, {kFarthest, kFarthest - 1}}, {{0, 0}, {0, 0}}) == Contact::None);
}

TEST_CASE("a point lies on a segment when it touches it as a segment of no length") {
    const auto points = grid(4);
    for (const Segment& segment : segments_of(points))
        for (const Point point : points) {
            const bool touches = contact(segment, {point, point}) == Contact::Touch;
            if (lies_on(point, segment) != touches)
                FAIL(point.x << ' ' << point.y);
        }
    CHECK(lies_on({2, 1}, {{0, 0}, {4, 2}}));
    CHECK_FALSE(lies_on({6, 3}, {{0, 0}, {4, 2}}));
}

} // namespace regio::kernel
