#include "kernel/point.hpp"
#include "kernel/ring_locator.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace regio::kernel {

namespace {

/// Random points within a box around the origin.
class Scatter {
public:
    Scatter(std::uint32_t seed, std::int32_t half_width, std::int32_t half_height)
        : random_(seed), x_(-half_width, half_width), y_(-half_height, half_height) {}

    Point point() {
        const std::int32_t x = x_(random_);
        return {x, y_(random_)};
    }

    Ring ring(std::size_t points) {
        Ring ring;
        for (std::size_t i = 0; i < points; ++i)
            ring.push_back(point());
        return ring;
    }

private:
    std::mt19937 random_;
    std::uniform_int_distribution<std::int32_t> x_;
    std::uniform_int_distribution<std::int32_t> y_;
};

bool is_in_odd_number(const Segment& segment, const std::vector<Ring>& rings) {
    bool is_inside = false;
    for (const Ring& ring : rings)
        is_inside ^= is_left_inside(segment, ring);
    return is_inside;
}

RingLocator locator_of(const std::vector<Ring>& rings) {
    const std::vector<RingView> views(rings.begin(), rings.end());
    return RingLocator(views);
}

/// How many of the questions the locator answers otherwise than the rings one by one: segments
/// between scattered points, and all edges, where ties decide.
std::size_t wrong_answers(const std::vector<Ring>& rings, Scatter& questions) {
    const RingLocator locator = locator_of(rings);
    std::size_t wrong = 0;
    const auto ask = [&](Point a, Point b) {
        if (a == b)
            return;
        wrong += locator.is_left_inside({a, b}) != is_in_odd_number({a, b}, rings) ? 1U : 0U;
        wrong += locator.is_left_inside({b, a}) != is_in_odd_number({b, a}, rings) ? 1U : 0U;
    };
    for (int i = 0; i < 300; ++i)
        ask(questions.point(), questions.point());
    for (const Ring& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            ask(ring[i], edge(ring, i).b);
            ask(ring[i], questions.point());
        }
    return wrong;
}

/// A star of many short edges.
Ring round_ring(std::size_t points, double radius) {
    Ring ring;
    for (std::size_t i = 0; i < points; ++i) {
        const double angle =
            6.283185307179586 * static_cast<double>(i) / static_cast<double>(points);
        const double reach = i % 2 == 0 ? radius : radius * 0.9;
        ring.push_back({static_cast<std::int32_t>(std::lround(reach * std::cos(angle))),
                        static_cast<std::int32_t>(std::lround(reach * std::sin(angle)))});
    }
    return ring;
}

} // namespace

TEST_CASE("a locator of no rings, of an empty one and of a point encloses nothing") {
    const Segment segment{{0, 0}, {1, 0}};
    CHECK_FALSE(locator_of({}).is_left_inside(segment));
    CHECK_FALSE(locator_of({Ring{}}).is_left_inside(segment));
    CHECK_FALSE(locator_of({Ring{{0, 0}}}).is_left_inside(segment));
    CHECK_FALSE(locator_of({Ring{{0, 0}, {1, 0}}}).is_left_inside(segment));
}

TEST_CASE("a hole counts against its shell, and an island in it for it") {
    const auto square = [](std::int32_t inset) {
        return Ring{
            {inset, inset}, {90 - inset, inset}, {90 - inset, 90 - inset}, {inset, 90 - inset}};
    };
    const auto locator = locator_of({square(0), square(10), square(20)});
    CHECK_FALSE(locator.is_left_inside({{-5, 45}, {-5, 40}}));
    CHECK(locator.is_left_inside({{5, 45}, {5, 40}}));
    CHECK_FALSE(locator.is_left_inside({{15, 45}, {15, 40}}));
    CHECK(locator.is_left_inside({{25, 45}, {25, 40}}));
}

TEST_CASE("a locator answers as the rings do one by one, for rings of a few points") {
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        Scatter scatter(seed, 4, 4);
        Scatter questions(seed + 1000, 5, 5);
        CHECK(wrong_answers({scatter.ring(3 + seed % 4), scatter.ring(seed % 6)}, questions) == 0);
    }
}

TEST_CASE("a locator answers as the rings do one by one, for long edges") {
    for (const auto seed : test::seeds(8)) {
        INFO("seed " << seed);
        Scatter scatter(seed, 1000, 1000);
        Scatter questions(seed + 1000, 1100, 1100);
        CHECK(wrong_answers({scatter.ring(100), scatter.ring(40)}, questions) == 0);
    }
}

TEST_CASE("a locator answers as the rings do one by one, for many short edges") {
    for (const std::size_t points : {40U, 333U, 1000U})
        for (const double radius : {60.0, 5e3, 1e9}) {
            INFO(points << " points, radius " << radius);
            const auto reach = static_cast<std::int32_t>(radius * 1.05);
            Scatter questions(7, reach, reach);
            CHECK(wrong_answers({round_ring(points, radius)}, questions) == 0);
        }
}

TEST_CASE("a locator answers as the rings do one by one, for rings that hardly rise") {
    for (const auto seed : test::seeds(30)) {
        INFO("seed " << seed);
        Scatter scatter(seed, 50, 1);
        Scatter questions(seed + 1000, 55, 2);
        CHECK(wrong_answers({scatter.ring(60)}, questions) == 0);
        Scatter flat(seed, 50, 0);
        CHECK(wrong_answers({flat.ring(20)}, questions) == 0);
    }
}

TEST_CASE("a locator answers as the rings do one by one, out to the corners of the lattice") {
    for (const auto seed : test::seeds(10)) {
        INFO("seed " << seed);
        Scatter scatter(seed, kFarthest, kFarthest);
        Scatter questions(seed + 1000, kFarthest, kFarthest);
        auto ring = scatter.ring(50);
        ring.insert(ring.end(), {{-kFarthest, -kFarthest}, {kFarthest, kFarthest}});
        CHECK(wrong_answers({ring}, questions) == 0);
    }
}

} // namespace regio::kernel
