// Points in which many edges end: what overlap() makes of them.

#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/hubs.hpp"
#include "topology/overlap.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>

namespace regio::topology {

namespace {

using test::layer_of;
using Pairs = std::map<std::pair<std::string, std::string>, kernel::AreaSum>;

Pairs pairs_of(const test::Shapes& a, const test::Shapes& b) {
    const layer::Layer one = layer_of(a);
    const layer::Layer other = layer_of(b);
    Pairs pairs;
    for (const auto& pair : overlap(Chains(one), Chains(other), {.threads = 1}))
        pairs[{one[pair.a].code, other[pair.b].code}] = pair.area;
    return pairs;
}

/// With each shape of b by itself, so that there is no hub.
Pairs one_by_one(const test::Shapes& a, const test::Shapes& b) {
    Pairs pairs;
    for (const auto& other : b)
        pairs.merge(pairs_of(a, {other}));
    return pairs;
}

/// Triangles around a point, `count` of them; each other one is left out where there are gaps, and
/// reaches over the next where they overlap.
test::Shapes fan(kernel::Point centre, int count, double radius, int step, double reach) {
    test::Shapes shapes;
    const auto rim = [&](double i) {
        const double angle = 2 * 3.141592653589793 * i / count;
        return kernel::Point{centre.x + static_cast<std::int32_t>(radius * std::cos(angle)),
                             centre.y + static_cast<std::int32_t>(radius * std::sin(angle))};
    };
    for (int i = 0; i < count; i += step)
        shapes.push_back({"f" + std::to_string(i), {{{centre, rim(i), rim(i + reach)}, {}}}});
    return shapes;
}

} // namespace

TEST_CASE("a fan of triangles overlaps itself in its diagonal") {
    const auto shapes = fan({3, 4}, 90, 1000, 1, 1);
    const auto pairs = pairs_of(shapes, shapes);
    CHECK(pairs.size() == shapes.size());
    CHECK(pairs == one_by_one(shapes, shapes));
}

TEST_CASE("fans with a common centre overlap as their triangles do pair by pair") {
    for (const auto& [step, reach] : {std::pair{1, 1.0}, {2, 1.0}, {1, 3.0}, {3, 7.5}}) {
        CAPTURE(step, reach);
        const auto a = fan({0, 0}, 80, 5000, 1, 1);
        const auto b = fan({0, 0}, 110, 3000, step, reach);
        CHECK(pairs_of(a, b) == one_by_one(a, b));
        CHECK(pairs_of(b, a) == one_by_one(b, a));
        CHECK(pairs_of(b, b) == one_by_one(b, b));
    }
}

TEST_CASE("triangles in all directions around the centre of a fan keep their areas") {
    const auto wheel = fan({0, 0}, 64, 1000, 1, 1);
    for (const std::uint32_t seed : test::seeds(8)) {
        CAPTURE(seed);
        test::Shapes others;
        for (std::size_t i = 0; i < 6; ++i) {
            kernel::Ring ring = test::simple_rings(40)[(seed * 7 + i * 11) % 40];
            const kernel::Point first = ring.front();
            for (auto& point : ring)
                point = {(point.x - first.x) * 100, (point.y - first.y) * 100};
            others.push_back({"o" + std::to_string(i), {{ring, {}}}});
        }
        CHECK(pairs_of(others, wheel) == one_by_one(others, wheel));
        CHECK(pairs_of(wheel, others) == one_by_one(wheel, others));
    }
}

TEST_CASE("two fans beside each other have a hub each") {
    auto shapes = fan({0, 0}, 100, 1000, 1, 1);
    for (auto& shape : fan({5000, 0}, 100, 1000, 1, 1)) {
        shape.code += "'";
        shapes.push_back(shape);
    }
    const auto pairs = pairs_of(shapes, shapes);
    CHECK(pairs.size() == shapes.size());
    for (const auto& [codes, area] : pairs)
        CHECK(codes.first == codes.second);
}

} // namespace regio::topology
