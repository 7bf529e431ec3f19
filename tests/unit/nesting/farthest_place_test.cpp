#include "nesting/farthest_place.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace regio::nesting {

namespace {

using kernel::EdgeIndex;
using kernel::MultiPolygon;
using kernel::Polygon;
using kernel::Position;
using kernel::Ring;
using kernel::RingView;

constexpr double kFine = 0.001;

FarthestPlace from_own_border(const Polygon& polygon, double resolution = kFine) {
    return farthest_place(polygon, EdgeIndex(kernel::rings_of(polygon)), resolution);
}

MultiPolygon area_of(const char* wkt) {
    return test::normalised(test::polygons_of(wkt));
}

Position position(const kernel::Place& place) {
    return {place.from.x + place.offset.x, place.from.y + place.offset.y};
}

/// A distance that is known, between bounds as close together as was asked for.
void check_known(const FarthestPlace& farthest, double expected, double resolution = kFine) {
    CHECK(farthest.least <= expected);
    CHECK(expected <= farthest.greatest);
    CHECK(farthest.greatest - farthest.least <= resolution);
}

bool holds(const Polygon& polygon, Position p) {
    bool is_inside = false;
    for (const RingView ring : kernel::rings_of(polygon))
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto [a, b] = kernel::edge(ring, i);
            if ((a.y <= p.y) != (b.y <= p.y))
                is_inside ^= a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y) > p.x;
        }
    return is_inside;
}

double least_distance(const MultiPolygon& area, Position p) {
    double least = HUGE_VAL;
    for (const RingView ring : kernel::rings_of(area))
        for (std::size_t i = 0; i < ring.size(); ++i)
            least = std::min(least, kernel::distance({.from = {}, .offset = p}, edge(ring, i)));
    return least;
}

/// The greatest distance of points of a raster in the polygon and along its edges.
double greatest_of_raster(const Polygon& polygon, const MultiPolygon& from, double step) {
    double greatest = 0;
    const auto box = kernel::box_of(RingView(polygon.shell));
    for (double x = box.min.x; x <= box.max.x; x += step)
        for (double y = box.min.y; y <= box.max.y; y += step)
            if (holds(polygon, {x, y}))
                greatest = std::max(greatest, least_distance(from, {x, y}));
    for (const RingView ring : kernel::rings_of(polygon))
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto [a, b] = kernel::edge(ring, i);
            for (double part = 0; part <= 1; part += step / 20)
                greatest = std::max(greatest, least_distance(from, {a.x + part * (b.x - a.x),
                                                                    a.y + part * (b.y - a.y)}));
        }
    return greatest;
}

/// The parts of the union of some features of a random coverage.
MultiPolygon united(const test::Shapes& shapes, std::size_t first, std::size_t end) {
    std::vector<MultiPolygon> all;
    for (std::size_t i = first; i < end; ++i)
        all.push_back(shapes[i].polygons);
    return test::normalised(test::GeosOracle().union_of(all));
}

} // namespace

TEST_CASE("the largest circle in a strip is as wide as the strip, however long it is") {
    check_known(from_own_border(area_of("POLYGON((0 0, 1000000 0, 1000000 20, 0 20))").at(0)), 10);
    // 5 wide, and neither level nor upright
    check_known(
        from_own_border(area_of("POLYGON((0 0, 400000 300000, 399997 300004, -3 4))").at(0)), 2.5);
}

TEST_CASE("the largest circle in a triangle touches its three sides") {
    const auto farthest = from_own_border(area_of("POLYGON((0 0, 40 0, 0 30))").at(0));
    check_known(farthest, 10);
    CHECK(position(farthest.place).x == Approx(10).margin(0.1));
    CHECK(position(farthest.place).y == Approx(10).margin(0.1));
}

TEST_CASE("holes are borders like any other") {
    const auto square = area_of("POLYGON((0 0, 90 0, 90 90, 0 90), (30 30, 60 30, 60 60, 30 60))");
    // In a corner: as far from two sides as from the hole's corner, 30 √2 = r (1 + √2).
    check_known(from_own_border(square.at(0)), 30 * std::sqrt(2.0) / (1 + std::sqrt(2.0)));
}

TEST_CASE("a half-disc of many vertices reaches its radius out, and holds a circle half as large") {
    constexpr int kRadius = 1'000'000;
    constexpr int kSteps = 2000;
    Ring arc;
    for (int i = 0; i <= kSteps; ++i) {
        const double angle = std::acos(-1.0) * i / kSteps;
        arc.push_back({static_cast<std::int32_t>(std::lround(kRadius * std::cos(angle))),
                       static_cast<std::int32_t>(std::lround(kRadius * std::sin(angle)))});
    }
    const Polygon half_disc{.shell = arc, .holes = {}};
    const auto below = area_of("POLYGON((-2000000 -10, 2000000 -10, 2000000 0, -2000000 0))");
    check_known(farthest_place(half_disc, EdgeIndex(below), kFine), kRadius);
    const auto inner = from_own_border(half_disc);
    // The chords lie inside the arc by radius · (1 - cos(half a step)) at most, 0.31, and are
    // rounded.
    CHECK(inner.greatest < kRadius / 2.0 + 1);
    CHECK(inner.least > kRadius / 2.0 - 1.5);
    CHECK(inner.greatest - inner.least <= kFine);
}

TEST_CASE("what lies in the middle of a gap between containers is the farthest from them") {
    const auto banks = area_of("MULTIPOLYGON(((0 0, 100 0, 100 10, 0 10)), "
                               "((0 50, 100 50, 100 60, 0 60)))");
    const auto river = area_of("POLYGON((0 10, 100 10, 100 50, 0 50))");
    check_known(farthest_place(river.at(0), EdgeIndex(banks), kFine), 20);
    // A bay: the far end counts, not the width.
    const auto bank = area_of("POLYGON((0 0, 100 0, 100 10, 0 10))");
    check_known(farthest_place(river.at(0), EdgeIndex(bank), kFine), 40);
}

TEST_CASE("what is thinner than can be told is between bounds all the same") {
    const auto sliver = area_of("POLYGON((0 0, 1000000 1, 2000000 1))").at(0);
    const auto farthest = from_own_border(sliver, 0);
    CHECK(farthest.greatest - farthest.least <= kFinestResolution);
    CHECK(farthest.least > 0);
    CHECK(farthest.greatest < 0.26);
}

/// A strip that bends all along, of one width everywhere: a ring of two circles of many vertices,
/// cut open. 314 kilometres long and 3 metres wide where a unit is a millimetre.
Polygon bent_strip() {
    constexpr int kVertices = 2000;
    constexpr double kRadius = 50'000'000;
    constexpr double kWidth = 3'140;
    Ring outer;
    Ring inner;
    for (int i = 0; i <= kVertices; ++i) {
        const double angle = 6.28 * i / kVertices;
        const auto at = [&](double radius) {
            return kernel::Point{static_cast<std::int32_t>(std::lround(radius * std::cos(angle))),
                                 static_cast<std::int32_t>(std::lround(radius * std::sin(angle)))};
        };
        outer.push_back(at(kRadius));
        inner.push_back(at(kRadius - kWidth));
    }
    outer.insert(outer.end(), inner.rbegin(), inner.rend());
    return {.shell = outer, .holes = {}};
}

TEST_CASE("a strip a hundred thousand times as long as wide is bounded in bounded time") {
    const Polygon strip = bent_strip();
    const auto half_width = 3'140 / 2.0;
    const EdgeIndex edges(kernel::rings_of(strip));
    const FarthestPlace rough = farthest_place(strip, edges, kFine, 1'000);
    const FarthestPlace better = farthest_place(strip, edges, kFine, 10'000);
    const FarthestPlace fine = farthest_place(strip, edges, kFine);
    for (const FarthestPlace& farthest : {rough, better, fine}) {
        CHECK(farthest.least <= half_width + 1);
        CHECK(farthest.greatest >= half_width - 1);
    }
    CHECK(better.greatest <= rough.greatest);
    CHECK(rough.least <= fine.greatest);
    CHECK(fine.greatest <= better.greatest);
    CHECK(fine.least <= rough.greatest);
    CHECK(fine.greatest - fine.least <= kFine);
    CHECK(rough.greatest - rough.least > kFine);
}

TEST_CASE("no point of a raster is farther than is told, and one is nearly as far") {
    constexpr double kStep = 0.5;
    std::size_t checked = 0;
    for (const auto seed : test::seeds(6)) {
        INFO("seed " << seed);
        const auto shapes = test::random_coverage(seed, {.jitter = 2});
        const auto container = united(shapes, 0, 2);
        for (const Polygon& part : united(shapes, 2, shapes.size())) {
            for (const MultiPolygon& from : {container, MultiPolygon{part}}) {
                const auto farthest = farthest_place(part, EdgeIndex(from), kFine);
                const double found = greatest_of_raster(part, from, kStep);
                CHECK(farthest.greatest - farthest.least <= kFine);
                CHECK(found <= farthest.greatest);
                CHECK(farthest.least <= found + 1.21 * kStep);
                CHECK(least_distance(from, position(farthest.place)) >= farthest.least);
                ++checked;
            }
        }
    }
    CHECK(checked > 12);
}

TEST_CASE("GEOS finds no larger circle, and one nearly as large") {
    constexpr double kTolerance = 0.01;
    const test::GeosOracle geos;
    for (const auto seed : test::seeds(10)) {
        INFO("seed " << seed);
        for (const Polygon& part : united(test::random_coverage(seed, {.jitter = 2}), 0, 3)) {
            const auto farthest = from_own_border(part);
            const double radius = geos.inscribed_radius({part}, kTolerance);
            CHECK(radius <= farthest.greatest);
            CHECK(farthest.least <= radius + kTolerance);
        }
    }
}

TEST_CASE("GEOS has the farthest place as far from the container") {
    const test::GeosOracle geos;
    for (const auto seed : test::seeds(10)) {
        INFO("seed " << seed);
        const auto shapes = test::random_coverage(seed, {.jitter = 2});
        const auto container = united(shapes, 0, 2);
        for (const Polygon& part : united(shapes, 2, shapes.size())) {
            const auto farthest = farthest_place(part, EdgeIndex(container), kFine);
            const double distance = geos.distance(position(farthest.place), container);
            CHECK(distance >= farthest.least);
            CHECK(distance <= farthest.greatest);
        }
    }
}

} // namespace regio::nesting
