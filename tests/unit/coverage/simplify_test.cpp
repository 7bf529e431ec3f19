#include "coverage/outline.hpp"
#include "coverage/simplify.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace regio::coverage {

namespace {

using kernel::Point;
using kernel::RingView;
using topology::Chains;

using Line = std::vector<Point>;

std::string simplified(const Line& line, double tolerance) {
    Line points;
    simplify(line, tolerance, points);
    return test::to_wkt(points);
}

double distance(Point point, Point a, Point b) {
    const double dx = double(b.x) - a.x;
    const double dy = double(b.y) - a.y;
    const double length2 = dx * dx + dy * dy;
    const double px = double(point.x) - a.x;
    const double py = double(point.y) - a.y;
    const double along = length2 > 0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(px - along * dx, py - along * dy);
}

/// To the nearest place of a line.
double distance(Point point, RingView line) {
    double least = distance(point, line.front(), line.front());
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        least = std::min(least, distance(point, line[i], line[i + 1]));
    return least;
}

/// A line that wanders; a loop comes back to where it began.
Line random_walk(std::uint32_t seed, int points, bool is_loop) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> step(-20, 25);
    Line line{{0, 0}};
    for (int i = 1; i < points; ++i) {
        const int across = step(random);
        line.push_back({line.back().x + across, line.back().y + step(random)});
    }
    if (is_loop)
        line.push_back(line.front());
    return line;
}

/// Whether the points of a line are among those of another, in the same order.
bool is_chosen_from(RingView chosen, RingView line) {
    auto at = line.begin();
    for (const Point point : chosen) {
        at = std::find(at, line.end(), point);
        if (at == line.end())
            return false;
        ++at;
    }
    return true;
}

kernel::Wide twice_area_of_loop(const Line& line) {
    return twice_area(RingView(line).first(line.size() - 1));
}

} // namespace

TEST_CASE("a line of two points stays") {
    CHECK(simplified({{0, 0}, {10, 0}}, 100) == "LINESTRING(0 0, 10 0)");
    CHECK(simplified({{3, 3}, {3, 3}}, 100) == "LINESTRING(3 3, 3 3)");
}

TEST_CASE("a bend as far away as the tolerance goes, one farther away stays") {
    const Line line{{0, 0}, {5, 2}, {10, 0}};
    CHECK(simplified(line, 2) == "LINESTRING(0 0, 10 0)");
    CHECK(simplified(line, 1.99) == "LINESTRING(0 0, 5 2, 10 0)");
}

TEST_CASE("tolerance 0 leaves out nothing but points on a straight line") {
    CHECK(simplified({{0, 0}, {5, 0}, {10, 0}, {10, 1}, {10, 3}, {7, 3}}, 0) ==
          "LINESTRING(0 0, 10 0, 10 3, 7 3)");
    CHECK(simplified({{0, 0}, {5, 1}, {10, 0}}, 0) == "LINESTRING(0 0, 5 1, 10 0)");
}

TEST_CASE("a line that turns back keeps the place where it turns") {
    CHECK(simplified({{0, 0}, {30, 0}, {10, 0}}, 5) == "LINESTRING(0 0, 30 0, 10 0)");
}

TEST_CASE("what is simplified comes behind what is in the list") {
    Line points{{9, 9}};
    simplify(Line{{0, 0}, {5, 0}, {10, 0}}, 1, points);
    CHECK(test::to_wkt(points) == "LINESTRING(9 9, 0 0, 10 0)");
}

TEST_CASE("a loop keeps an area however great the tolerance is") {
    CHECK(simplified({{0, 0}, {10, 0}, {10, 10}, {0, 0}}, 1000) ==
          "LINESTRING(0 0, 10 0, 10 10, 0 0)");
    CHECK(simplified({{0, 0}, {10, 0}, {11, 5}, {10, 10}, {0, 10}, {0, 0}}, 1000) ==
          "LINESTRING(0 0, 10 0, 10 10, 0 0)");
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        Line loop = test::random_ring(seed, 12, 40);
        if (loop.size() < 3)
            continue;
        loop.push_back(loop.front());
        Line points;
        simplify(loop, 1e6, points);
        CHECK(points.front() == points.back());
        CHECK(twice_area_of_loop(points) != 0);
    }
}

TEST_CASE("no point of a random line is farther than the tolerance from what is drawn") {
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        const Line line = random_walk(seed, 60, seed % 2 == 0);
        for (const double tolerance : {0.0, 1.5, 10.0, 40.0}) {
            Line points;
            simplify(line, tolerance, points);
            REQUIRE(points.size() >= 2);
            CHECK(points.front() == line.front());
            CHECK(points.back() == line.back());
            CHECK(is_chosen_from(points, line));
            for (const Point point : line)
                CHECK(distance(point, points) <= tolerance + 1e-9);
        }
    }
}

TEST_CASE("a greater tolerance draws a random line with no more points than it had") {
    for (const auto seed : test::seeds(20)) {
        INFO("seed " << seed);
        const Line line = random_walk(seed, 200, false);
        Line fine;
        Line coarse;
        simplify(line, 3, fine);
        simplify(line, 60, coarse);
        CHECK(fine.size() <= line.size());
        CHECK(coarse.size() < fine.size());
    }
}

TEST_CASE("neighbours share their simplified borders, which stay within the tolerance") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const auto layer = test::layer_of(test::random_coverage(seed, {.jitter = 2}));
        const Chains chains(layer);
        const Chains drawn = simplified(chains, 3);
        REQUIRE(drawn.all().size() == chains.all().size());
        for (std::size_t i = 0; i < chains.all().size(); ++i) {
            const auto& chain = chains.all()[i];
            const auto& other = drawn.all()[i];
            CHECK(chain.left == other.left);
            CHECK(chain.right == other.right);
            for (const Point point : chains.points(chain))
                CHECK(distance(point, drawn.points(other)) <= 3 + 1e-9);
        }
    }
}

TEST_CASE("simplified features still fill what they fill together") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const auto layer = test::layer_of(test::random_coverage(seed, {.jitter = 2}));
        const Chains drawn = simplified(Chains(layer), 3);
        const Outliner outliner(drawn);
        std::vector<layer::FeatureId> all;
        kernel::Wide sum = 0;
        for (std::uint32_t i = 0; i < layer.features().size(); ++i) {
            all.push_back(layer::FeatureId{i});
            sum += moments(outliner.outline({&all.back(), 1})).twice_area;
        }
        CHECK(sum == moments(outliner.outline(all)).twice_area);
    }
}

TEST_CASE("simplified without tolerance, a layer keeps its areas exactly") {
    for (const auto seed : test::seeds(30)) {
        INFO("seed " << seed);
        const auto layer = test::layer_of(test::random_coverage(seed, {.jitter = 2}));
        const Chains drawn = simplified(Chains(layer), 0);
        const Outliner outliner(drawn);
        for (std::uint32_t i = 0; i < layer.features().size(); ++i) {
            const layer::FeatureId feature{i};
            CHECK(moments(outliner.outline({&feature, 1})).twice_area ==
                  moments(layer, feature).twice_area);
        }
    }
}

} // namespace regio::coverage
