#include "arrangement/repair.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace regio::arrangement {

namespace {

using kernel::MultiPolygon;
using kernel::Point;
using kernel::Polygon;
using kernel::Ring;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using test::layer_of;
using test::Shape;
using test::Shapes;

/// What the first feature of a layer covers, as text.
std::string covered(const std::string& wkt) {
    return test::to_wkt(covered_area(layer_of("a: " + wkt), FeatureId{0}));
}

/// An area as covered() writes it.
std::string area(const std::string& wkt) {
    return test::to_wkt(test::polygons_of(wkt));
}

bool is_faulty(const std::string& wkt) {
    return !find_faulty(layer_of("a: " + wkt)).empty();
}

std::optional<Layer> repaired(const Layer& layer) {
    std::vector<Finding> findings;
    return arrangement::repaired(layer, findings);
}

MultiPolygon covered_area(const Shape& shape) {
    return arrangement::covered_area(layer_of(Shapes{shape}), FeatureId{0});
}

/// Rubbish of all sorts: crowded on few lattice points, and as wide as the lattice.
Shapes rubbish(std::uint32_t seed) {
    switch (seed % 4) {
    case 0:
        return test::random_rubbish(seed);
    case 1:
        return test::random_rubbish(seed, {.most_parts = 3, .most_holes = 2, .size = 3});
    case 2:
        return test::random_rubbish(
            seed, {.features = 2, .most_parts = 3, .most_points = 30, .size = 25});
    default:
        return test::random_rubbish(seed, {.most_points = 12, .size = 1 << 30});
    }
}

template <typename Change>
Shape changed(Shape shape, const Change& change) {
    for (Polygon& polygon : shape.polygons) {
        std::transform(polygon.shell.begin(), polygon.shell.end(), polygon.shell.begin(), change);
        for (Ring& hole : polygon.holes)
            std::transform(hole.begin(), hole.end(), hole.begin(), change);
    }
    return shape;
}

std::vector<kernel::Segment> edges_of(const Shape& shape) {
    std::vector<kernel::Segment> edges;
    const auto add = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            edges.push_back(kernel::edge(ring, i));
    };
    for (const Polygon& polygon : shape.polygons) {
        add(polygon.shell);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    }
    return edges;
}

/// The least number by which coordinates must be multiplied for all crossings to be lattice points;
/// nothing when it is beyond `most`.
std::optional<std::int64_t> scale_to_lattice(const Shape& shape, std::int64_t most) {
    std::int64_t scale = 1;
    const auto edges = edges_of(shape);
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            if (contact(edges[i], edges[j]) != kernel::Contact::Cross)
                continue;
            const std::int64_t from = orientation(edges[j].a, edges[j].b, edges[i].a);
            const std::int64_t whole = from - orientation(edges[j].a, edges[j].b, edges[i].b);
            scale = std::lcm(scale, whole / std::gcd(whole, from));
            if (scale > most)
                return std::nullopt;
        }
    return scale;
}

double length_of(const Shape& shape) {
    double length = 0;
    for (const auto& [a, b] : edges_of(shape))
        length += std::hypot(static_cast<double>(std::int64_t{b.x} - a.x),
                             static_cast<double>(std::int64_t{b.y} - a.y));
    return length;
}

/// A ring of `points` points on a circle that goes on by `step` of them at a time.
Ring star(int points, int step, double radius) {
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double turn = 2 * M_PI * (i * step % points) / points;
        ring.push_back({static_cast<std::int32_t>(std::lround(radius * std::cos(turn))),
                        static_cast<std::int32_t>(std::lround(radius * std::sin(turn)))});
    }
    return ring;
}

} // namespace

TEST_CASE("a bow tie covers both of its halves") {
    CHECK(covered("POLYGON((0 0, 4 4, 4 0, 0 4))") ==
          area("MULTIPOLYGON(((0 0, 2 2, 0 4)), ((2 2, 4 0, 4 4)))"));
    CHECK(covered("POLYGON((0 0, 2 2, 4 4, 4 0, 2 2, 0 4))") ==
          area("MULTIPOLYGON(((0 0, 2 2, 0 4)), ((2 2, 4 0, 4 4)))"));
}

TEST_CASE("a ring that crosses itself in a vertex is faulty, and one that touches itself is not") {
    CHECK(is_faulty("POLYGON((0 0, 2 2, 4 4, 4 0, 2 2, 0 4))"));
    CHECK(is_faulty("POLYGON((0 0, 2 2, 4 4, 4 0, 0 4))"));
    CHECK_FALSE(is_faulty("POLYGON((0 0, 2 2, 4 0, 4 4, 2 2, 0 4))"));
    CHECK_FALSE(is_faulty("POLYGON((0 0, 9 0, 9 9, 0 9), (0 0, 3 6, 6 3))"));
    CHECK_FALSE(is_faulty("MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((5 5, 9 5, 9 9, 5 9)))"));
}

TEST_CASE("parts that overlap from vertex to vertex are faulty") {
    // Each has vertices where the other crosses it.
    CHECK(is_faulty("MULTIPOLYGON(((0 0, 4 0, 4 2, 4 4, 2 4, 0 4)), "
                    "((2 2, 4 2, 6 2, 6 6, 2 6, 2 4)))"));
}

TEST_CASE("a spike and a slit vanish") {
    CHECK(covered("POLYGON((0 0, 9 0, 9 9, 9 12, 9 9, 0 9))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9)))"));
    CHECK(covered("POLYGON((0 0, 9 0, 9 4, 5 4, 9 4, 9 9, 0 9))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 9 4, 9 9, 0 9)))"));
    CHECK(covered("POLYGON((0 0, 9 0, 9 9, 9 5, 0 5))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 9 5, 0 5)))"));
}

TEST_CASE("a ring that is run twice encloses nothing, and one that is run three times does") {
    const std::string once = "0 0, 9 0, 0 9";
    CHECK(covered("POLYGON((" + once + ", " + once + "))") == "MULTIPOLYGON EMPTY");
    CHECK(covered("POLYGON((" + once + ", " + once + ", " + once + "))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 0 9)))"));
}

TEST_CASE("a five-pointed star has its middle outside") {
    const auto area = covered_area({.code = "a", .polygons = {{star(5, 2, 1000), {}}}});
    CHECK(area.size() == 5);
}

TEST_CASE("a hole covers nothing, wherever it lies") {
    CHECK(covered("POLYGON((0 0, 9 0, 0 9), (0 0, 9 0, 0 9))") == "MULTIPOLYGON EMPTY");
    CHECK(covered("POLYGON((0 0, 9 0, 0 9), (20 0, 29 0, 20 9))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 0 9)))"));
    CHECK(covered("POLYGON((2 2, 4 2, 2 4), (0 0, 9 0, 9 9, 0 9))") == "MULTIPOLYGON EMPTY");
    CHECK(covered("POLYGON((0 0, 9 0, 9 9, 0 9), (6 3, 12 3, 12 6, 6 6))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 9 3, 6 3, 6 6, 9 6, 9 9, 0 9)))"));
    CHECK(covered("POLYGON((0 0, 9 0, 9 9, 0 9), (2 2, 7 2, 7 7, 2 7), (4 4, 5 4, 5 5, 4 5))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9), (2 2, 2 7, 7 7, 7 2)))"));
}

TEST_CASE("a hole is a hole of its own part, and an island in it stays beside a fault elsewhere") {
    CHECK(covered("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9), (2 2, 4 2, 4 4, 2 4)), "
                  "((1 1, 8 1, 8 8, 1 8)))") == area("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9)))"));
    // The spike at the corner is the only fault.
    CHECK(covered("MULTIPOLYGON(((0 0, 9 0, 12 0, 9 0, 9 9, 0 9), (1 1, 8 1, 8 8, 1 8)), "
                  "((3 3, 5 3, 5 5, 3 5)))") ==
          area("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9), (1 1, 1 8, 8 8, 8 1)), "
               "((3 3, 5 3, 5 5, 3 5)))"));
}

TEST_CASE("parts count once where they overlap") {
    const std::string square = "((0 0, 4 0, 4 4, 0 4))";
    CHECK(covered("MULTIPOLYGON(" + square + ", " + square + ")") ==
          area("MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4)))"));
    CHECK(covered("MULTIPOLYGON(" + square + ", ((1 1, 3 1, 3 3, 1 3)))") ==
          area("MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4)))"));
    CHECK(covered("MULTIPOLYGON(" + square + ", ((2 2, 6 2, 6 6, 2 6)))") ==
          area("MULTIPOLYGON(((0 0, 4 0, 4 2, 6 2, 6 6, 2 6, 2 4, 0 4)))"));
    CHECK(covered("MULTIPOLYGON(" + square + ", ((4 0, 8 0, 8 4, 4 4)))") ==
          area("MULTIPOLYGON(((0 0, 4 0, 8 0, 8 4, 4 4, 0 4)))"));
}

TEST_CASE("a hole that reaches from one side of its shell to the other divides it") {
    CHECK(covered("POLYGON((0 0, 8 0, 8 8, 0 8), (0 4, 4 2, 8 4, 4 6))") ==
          area("MULTIPOLYGON(((0 0, 8 0, 8 4, 4 2, 0 4)), ((0 4, 4 6, 8 4, 8 8, 0 8)))"));
}

TEST_CASE("what is narrower than a pixel stays where nothing crosses, and collapses elsewhere") {
    // The long side runs through the pixel of the corner beside it.
    CHECK(covered("POLYGON((0 0, 20 1, 10 1))") == area("POLYGON((0 0, 20 1, 10 1))"));
    CHECK(covered("MULTIPOLYGON(((0 0, 20 1, 10 1)), ((14 -5, 14 5, 15 5, 15 -5)))") ==
          area("MULTIPOLYGON(((14 -5, 15 -5, 15 1, 15 5, 14 5, 14 1)))"));
    CHECK(covered("POLYGON((0 0, 100 1, 100 0, 0 1))") == area("MULTIPOLYGON(((0 0, 50 1, 0 1)), "
                                                               "((50 1, 100 0, 100 1)))"));
    CHECK(covered("POLYGON((0 0, 1 1, 1 0, 0 1))") == area("MULTIPOLYGON(((0 0, 1 1, 0 1)))"));
}

TEST_CASE("the area that rubbish covers is valid and is what GEOS calls valid") {
    const test::GeosOracle geos;
    for (const auto seed : test::seeds(1200)) {
        INFO("seed " << seed);
        for (const Shape& shape : rubbish(seed)) {
            const MultiPolygon area = covered_area(shape);
            const auto verdict = geos.validity(area);
            INFO(test::to_wkt(shape.polygons));
            INFO(verdict.reason << ": " << test::to_wkt(area));
            CHECK(verdict.is_valid);
            CHECK(test::normalised(area) == area);
        }
    }
}

TEST_CASE("the area is that of GEOS, exactly, where rings cross in lattice points") {
    constexpr std::int64_t kMost = 1 << 20;
    constexpr std::int64_t kApart = 16; // No border then comes near a point by chance.
    const test::GeosOracle geos;
    std::size_t compared = 0;
    for (const auto seed : test::seeds(500)) {
        INFO("seed " << seed);
        for (const Shape& small :
             test::random_rubbish(seed, {.most_parts = 3, .most_points = 6, .size = 7})) {
            const auto scale = scale_to_lattice(small, kMost);
            if (!scale)
                continue;
            const auto times = static_cast<std::int32_t>(*scale * kApart);
            const Shape shape = changed(small, [&](Point p) {
                return Point{p.x * times, p.y * times};
            });
            const MultiPolygon area = covered_area(shape);
            const MultiPolygon expected = geos.covered(shape.polygons);
            INFO(test::to_wkt(shape.polygons));
            INFO(test::to_wkt(area));
            CHECK(moments(area).twice_area == moments(test::normalised(expected)).twice_area);
            CHECK(geos.are_equal(area, expected));
            ++compared;
        }
    }
    CHECK(compared > 700);
}

TEST_CASE(
    "the area is that of GEOS to within the length of the rings, where crossings are rounded") {
    const test::GeosOracle geos;
    for (const auto seed : test::seeds(150)) {
        INFO("seed " << seed);
        for (const Shape& shape : test::random_rubbish(
                 seed, {.most_parts = 3, .most_holes = 2, .most_points = 9, .size = 100'000})) {
            const auto twice = static_cast<double>(moments(covered_area(shape)).twice_area);
            // No point of a border moves by more than half a diagonal.
            CHECK(std::abs(twice / 2 - geos.area_covered(shape.polygons)) <=
                  length_of(shape) * M_SQRT1_2);
        }
    }
}

TEST_CASE("nothing is copied when no feature is faulty") {
    CHECK_FALSE(repaired(layer_of("")));
    CHECK_FALSE(repaired(layer_of("a: POLYGON EMPTY\nb: POLYGON((0 0, 9 0, 0 9))")));
    for (const auto seed : test::seeds(20))
        CHECK_FALSE(repaired(layer_of(test::random_coverage(seed, {.jitter = 2}))));
}

TEST_CASE("the area that a feature without faults covers is the feature") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        for (const Shape& shape : test::random_coverage(seed, {.jitter = 2}))
            CHECK(covered_area(shape) == test::normalised(shape.polygons));
    }
}

TEST_CASE("what a feature covers that GEOS calls valid is the feature") {
    const test::GeosOracle geos;
    const auto apart = [](Point p) { return Point{100 * p.x, 100 * p.y}; };
    std::size_t valid = 0;
    for (const auto seed : test::seeds(400)) {
        INFO("seed " << seed);
        const Shape shape =
            changed({.code = "a", .polygons = test::random_apart_rings(seed)}, apart);
        if (!geos.validity(shape.polygons).is_valid)
            continue;
        CHECK(covered_area(shape) == test::normalised(shape.polygons));
        ++valid;
    }
    CHECK(valid > 50);
}

TEST_CASE("islands in lakes on islands stay") {
    MultiPolygon nested;
    for (std::int32_t inset = 0; inset < 50; inset += 10) {
        const auto square = [](std::int32_t low, std::int32_t high) {
            return Ring{{low, low}, {high, low}, {high, high}, {low, high}};
        };
        nested.push_back(
            {.shell = square(inset, 100 - inset), .holes = {square(inset + 5, 95 - inset)}});
    }
    CHECK(covered_area({.code = "a", .polygons = nested}) == test::normalised(nested));
}

TEST_CASE("features without faults are unchanged bit for bit beside one that is mended") {
    Shapes shapes = test::random_coverage(5, {.jitter = 2});
    shapes = test::shuffled(shapes, 3);
    const Layer before = layer_of(shapes);
    shapes.insert(shapes.begin() + 2,
                  test::read_shapes("x: POLYGON((0 0, 4 4, 4 0, 0 4))").front());
    const auto after = repaired(layer_of(shapes));
    REQUIRE(after);
    REQUIRE(after->features().size() == shapes.size());
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        CHECK((*after)[FeatureId{i}].code == shapes[i].code);
        if (i != 2)
            CHECK(test::polygons_of(*after, FeatureId{i}) ==
                  test::polygons_of(before, FeatureId{i < 2 ? i : i - 1}));
    }
}

TEST_CASE("what is repaired has no faults") {
    std::size_t faulty = 0;
    for (const auto seed : test::seeds(400)) {
        INFO("seed " << seed);
        const auto after = repaired(layer_of(rubbish(seed)));
        if (!after)
            continue;
        CHECK(find_faulty(*after).empty());
        CHECK_FALSE(repaired(*after));
        ++faulty;
    }
    CHECK(faulty > 300);
}

TEST_CASE("no order of parts and rings, no start vertex and no direction changes what is covered") {
    for (const auto seed : test::seeds(400)) {
        INFO("seed " << seed);
        for (const Shape& shape : rubbish(seed))
            CHECK(covered_area(test::shuffled({shape}, seed).front()) == covered_area(shape));
    }
}

TEST_CASE("what is covered moves with the rings") {
    const auto moved = [](Point p) { return Point{p.x - 70'001, p.y - 13}; };
    for (const auto seed : test::seeds(400)) {
        INFO("seed " << seed);
        for (const Shape& shape : rubbish(seed)) {
            const Shape area = {.code = "a", .polygons = covered_area(shape)};
            CHECK(covered_area(changed(shape, moved)) == changed(area, moved).polygons);
        }
    }
}

TEST_CASE("a finding says where a feature was mended first, and its area before and after") {
    std::vector<Finding> findings;
    const Layer layer =
        layer_of("a: POLYGON((0 0, 9 0, 0 9))\nb: POLYGON((10 0, 14 4, 14 0, 10 6))");
    const auto after = arrangement::repaired(layer, findings);
    REQUIRE(after);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().number == FindingNumber::FeatureRepaired);
    CHECK(findings.front().source == layer.source_of(FeatureId{1}));
    CHECK(message(findings.front(), Language::English) ==
          "b: rings mended, first at 12.000 2.000: 4.000 m² as the rings add up, 10.000 m² mended "
          "(difference 6.000 m²)");
}

TEST_CASE("a finding names the place where a fault shows, of whatever kind it is") {
    const auto place = [](const std::string& wkt) {
        std::vector<Finding> findings;
        REQUIRE(arrangement::repaired(layer_of("a: " + wkt), findings));
        return findings.front().values[1].text;
    };
    // In a vertex; three loops that are right, in an order that crosses; a slit; a hole outside; a
    // part in a part; a part twice.
    CHECK(place("POLYGON((0 0, 2 2, 4 4, 4 0, 2 2, 0 4))") == "2.000 2.000");
    CHECK(place("POLYGON((0 0, 9 1, 9 2, 0 0, -9 -1, -9 -2, 0 0, 1 9, -1 9))") == "0.000 0.000");
    CHECK(place("POLYGON((0 0, 9 0, 9 9, 9 12, 9 9, 0 9))") == "9.000 9.000");
    CHECK(place("POLYGON((0 0, 9 0, 0 9), (20 0, 29 0, 20 9))") == "20.000 0.000");
    CHECK(place("MULTIPOLYGON(((2 2, 3 2, 2 3)), ((0 0, 9 0, 9 9, 0 9)))") == "2.000 2.000");
    CHECK(place("MULTIPOLYGON(((0 0, 9 0, 0 9)), ((0 0, 9 0, 0 9)))") == "0.000 0.000");
}

TEST_CASE("a feature of which nothing is left keeps its place, and that is said") {
    std::vector<Finding> findings;
    const Layer layer = layer_of("a: POLYGON((0 0, 9 0, 0 9), (0 0, 9 0, 0 9))\n"
                                 "b: POLYGON((0 0, 9 0, 0 9))");
    const auto after = arrangement::repaired(layer, findings);
    REQUIRE(after);
    CHECK(after->features().size() == 2);
    CHECK(after->parts_of(FeatureId{0}).empty());
    CHECK(after->parts_of(FeatureId{1}).size() == 1);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].number == FindingNumber::FeatureRepaired);
    CHECK(findings[1].number == FindingNumber::GeometryMissing);
}

TEST_CASE("every faulty feature has a finding, and no other") {
    for (const auto seed : test::seeds(200)) {
        INFO("seed " << seed);
        const Layer layer = layer_of(rubbish(seed));
        std::vector<Finding> findings;
        const auto after = arrangement::repaired(layer, findings);
        std::size_t said = 0;
        for (const Finding& finding : findings)
            said += finding.number == FindingNumber::FeatureRepaired ? 1U : 0U;
        CHECK(said == find_faulty(layer).size());
    }
}

TEST_CASE("a fault among forty thousand vertices costs no comparison of all with all") {
    // Up along a zigzag and down along another; a vertex of the second is beyond the first.
    constexpr std::int32_t kCount = 20'000;
    Ring ring;
    for (std::int32_t i = 0; i < kCount; ++i)
        ring.push_back({1000 + i % 2 * 10, i * 10});
    for (std::int32_t i = kCount; i > 0; --i)
        ring.push_back({i % 2 * 10, i * 10});
    ring[30'000].x = 2000;
    const auto after =
        repaired(layer_of(Shapes{{.code = "a", .polygons = {{.shell = ring, .holes = {}}}}}));
    REQUIRE(after);
    CHECK(after->parts().size() == 3);
    CHECK(after->edge_count() == 40'004);
    CHECK(test::GeosOracle().validity(test::polygons_of(*after, FeatureId{0})).is_valid);
}

TEST_CASE("a star of many points, where thousands of crossings share few pixels, is mended") {
    const test::GeosOracle geos;
    for (const double radius : {30.0, 300.0, 1e9}) {
        const auto area = covered_area({.code = "a", .polygons = {{star(101, 50, radius), {}}}});
        CHECK_FALSE(area.empty());
        CHECK(geos.validity(area).is_valid);
    }
}

} // namespace regio::arrangement
