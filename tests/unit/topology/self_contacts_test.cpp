#include "kernel/predicates.hpp"
#include "kernel/rounded_crossing.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/self_contacts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Contact;
using kernel::Point;
using kernel::Segment;
using layer::FeatureId;
using layer::Layer;
using test::layer_of;

using Kind = SelfContactKind;

/// Contacts of a layer's first feature.
std::vector<SelfContact> contacts_of(const char* text) {
    return find_self_contacts(layer_of(text));
}

SelfContact contact_at(Kind kind, Point place, FeatureId feature = FeatureId{0}) {
    return {.feature = feature, .kind = kind, .place = place};
}

/// An edge with its ring and where it stands there.
struct PlacedEdge {
    Segment segment;
    std::size_t ring;
    std::size_t place;
    std::size_t ring_size;
};

std::vector<PlacedEdge> edges_of(const Layer& layer, FeatureId feature) {
    std::vector<PlacedEdge> edges;
    std::size_t number = 0;
    for (const auto& part : layer.parts_of(feature))
        for (const auto ring : rings_of(layer, part)) {
            for (std::size_t i = 0; i < ring.size(); ++i)
                edges.push_back({kernel::edge(ring, i), number, i, ring.size()});
            ++number;
        }
    return edges;
}

bool follow_each_other(const PlacedEdge& one, const PlacedEdge& other) {
    return one.ring == other.ring && ((one.place + 1) % one.ring_size == other.place ||
                                      (other.place + 1) % one.ring_size == one.place);
}

/// The common point of two segments that touch.
Point common_point(const Segment& one, const Segment& other) {
    for (const Point point : {one.a, one.b})
        if (lies_on(point, other))
            return point;
    return lies_on(other.a, one) ? other.a : other.b;
}

/// Where the ring of an edge comes from when it passes a point of the edge, and where it goes to.
std::pair<Point, Point> pass(const std::vector<PlacedEdge>& edges, std::size_t i, Point point) {
    const PlacedEdge& e = edges[i];
    const std::size_t first = i - e.place;
    const PlacedEdge& before = edges[first + (e.place + e.ring_size - 1) % e.ring_size];
    const PlacedEdge& after = edges[first + (e.place + 1) % e.ring_size];
    return {point != e.segment.a ? e.segment.a : before.segment.a,
            point != e.segment.b ? e.segment.b : after.segment.b};
}

/// The direction from one small point to another; equal for all points of a ray.
double angle(Point from, Point to) {
    const int x = to.x - from.x;
    const int y = to.y - from.y;
    const int divisor = std::gcd(x, y);
    return std::atan2(y / divisor, x / divisor);
}

/// Whether two passes alternate around a point: one, other, one, other.
bool cross_in(Point point, std::pair<Point, Point> one, std::pair<Point, Point> other) {
    const auto [low, high] = std::minmax({angle(point, one.first), angle(point, one.second)});
    const double a = angle(point, other.first);
    const double b = angle(point, other.second);
    if (a == low || a == high || b == low || b == high)
        return false;
    return (low < a && a < high) != (low < b && b < high);
}

/// By the definition: every edge of a feature against every other.
std::vector<SelfContact> contacts_of_all_pairs(const Layer& layer) {
    std::set<SelfContact> contacts;
    for (std::size_t id = 0; id < layer.features().size(); ++id) {
        const auto edges = edges_of(layer, FeatureId(id));
        for (std::size_t i = 0; i < edges.size(); ++i)
            for (std::size_t j = i + 1; j < edges.size(); ++j) {
                const Segment& e = edges[i].segment;
                const Segment& f = edges[j].segment;
                const Contact contact = kernel::contact(e, f);
                if (contact == Contact::Cross)
                    contacts.insert(contact_at(Kind::Cross, rounded_crossing(e, f), FeatureId(id)));
                else if (contact == Contact::Overlap)
                    contacts.insert(contact_at(Kind::Overlap, std::min(e.a, e.b), FeatureId(id)));
                if (contact != Contact::Touch || follow_each_other(edges[i], edges[j]))
                    continue;
                const Point point = common_point(e, f);
                if (cross_in(point, pass(edges, i, point), pass(edges, j, point)))
                    contacts.insert(contact_at(Kind::Cross, point, FeatureId(id)));
                else if (edges[i].ring == edges[j].ring)
                    contacts.insert(contact_at(Kind::Touch, point, FeatureId(id)));
            }
    }
    return {contacts.begin(), contacts.end()};
}

/// One feature with a ring that may be anything, as long as it is no line.
Layer layer_of_ring(const kernel::Ring& ring) {
    return layer_of(test::Shapes{{.code = "a", .polygons = {{.shell = ring, .holes = {}}}}});
}

/// Long thin teeth side by side, all in each other's boxes; every seventh crosses the
/// next.
kernel::Ring slanted_comb(std::int32_t teeth) {
    kernel::Ring ring;
    for (std::int32_t i = 0; i < teeth; ++i) {
        ring.push_back({20 * i, i});
        ring.push_back({20 * i + 10000 + (i % 7 == 0 ? 50 : 10), 10000 + i});
    }
    ring.push_back({20 * teeth, 30000});
    ring.push_back({-100, 30000});
    return ring;
}

/// A ring that comes back to some vertices time and again, in some directions twice.
kernel::Ring petals(std::int32_t count, std::int32_t centres, std::int32_t length = 100) {
    kernel::Ring ring;
    for (std::int32_t i = 0; i < count; ++i) {
        ring.push_back({0, 7 * (i % centres)});
        ring.push_back({length, 10 * i});
        ring.push_back({length + i % 3, 10 * i + (i % 5 == 0 ? 10 : 5)});
    }
    return ring;
}

} // namespace

TEST_CASE("no feature, a feature without parts and a triangle have no self contacts") {
    CHECK(find_self_contacts(layer_of("")).empty());
    CHECK(contacts_of("a: POLYGON EMPTY").empty());
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 0 9))").empty());
}

TEST_CASE("a bow tie crosses itself, once") {
    CHECK(contacts_of("a: POLYGON((0 0, 4 4, 4 0, 0 5))") ==
          std::vector{contact_at(Kind::Cross, {2, 2})});
}

TEST_CASE("a ring that comes back to a vertex touches itself there, once") {
    CHECK(contacts_of("a: POLYGON((0 0, 4 0, 2 2, 4 4, 0 4, 2 2))") ==
          std::vector{contact_at(Kind::Touch, {2, 2})});
}

TEST_CASE("a ring with a vertex on one of its edges touches itself there, once") {
    CHECK(contacts_of("a: POLYGON((0 0, 8 0, 8 8, 4 0, 0 8))") ==
          std::vector{contact_at(Kind::Touch, {4, 0})});
}

TEST_CASE("a ring that goes through a vertex or an edge of its own crosses itself there, once") {
    CHECK(contacts_of("a: POLYGON((0 0, 2 2, 4 4, 4 0, 2 2, 0 5))") ==
          std::vector{contact_at(Kind::Cross, {2, 2})});
    CHECK(contacts_of("a: POLYGON((0 0, 4 4, 4 0, 2 2, 0 5))") ==
          std::vector{contact_at(Kind::Cross, {2, 2})});
}

TEST_CASE("rings of a feature that go through each other's vertices cross there") {
    CHECK(contacts_of("a: MULTIPOLYGON(((0 0, 4 0, 4 2, 4 4, 2 4, 0 4)), "
                      "((2 2, 4 2, 6 2, 6 6, 2 6, 2 4)))") ==
          std::vector{contact_at(Kind::Cross, {2, 4}), contact_at(Kind::Cross, {4, 2})});
}

TEST_CASE("a spike and a slit run over themselves") {
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 9 9, 9 12, 9 9, 0 9))") ==
          std::vector{contact_at(Kind::Touch, {9, 9}), contact_at(Kind::Overlap, {9, 9})});
    // A slit of two edges: (9 4) - (5 4) - (3 4) and back.
    const auto slit = contacts_of("a: POLYGON((0 0, 9 0, 9 4, 5 4, 3 4, 5 4, 9 4, 9 9, 0 9))");
    CHECK(std::count_if(slit.begin(), slit.end(),
                        [](const auto& c) { return c.kind == Kind::Overlap; }) == 2);
}

TEST_CASE("an edge that goes back over the one before it overlaps it") {
    // (9 0) to (9 9), back to (9 5), on to the left.
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 9 9, 9 5, 0 5))") ==
          std::vector{contact_at(Kind::Touch, {9, 5}), contact_at(Kind::Overlap, {9, 0})});
}

TEST_CASE("vertices on a straight line are no contact") {
    CHECK(contacts_of("a: POLYGON((0 0, 3 0, 6 0, 9 0, 9 9, 6 9, 3 9, 0 9, 0 5, 0 3))").empty());
}

TEST_CASE("a hole may touch its shell in a point and not along an edge") {
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (0 0, 3 6, 6 3))").empty());
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (5 0, 3 3, 6 3))").empty());
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (3 0, 3 3, 6 3, 6 0))") ==
          std::vector{contact_at(Kind::Overlap, {0, 0})});
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (3 3, 3 12, 6 3))") ==
          std::vector{contact_at(Kind::Cross, {3, 9}), contact_at(Kind::Cross, {4, 9})});
}

TEST_CASE("a hole equal to its shell overlaps every edge of it") {
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 0 9), (0 0, 9 0, 0 9))") ==
          std::vector{contact_at(Kind::Overlap, {0, 0}), contact_at(Kind::Overlap, {0, 9})});
}

TEST_CASE("parts of a feature may touch in points and not along an edge") {
    CHECK(contacts_of("a: MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((5 5, 9 5, 9 9, 5 9)))").empty());
    CHECK(contacts_of("a: MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((5 0, 9 0, 9 5, 5 5)))") ==
          std::vector{contact_at(Kind::Overlap, {5, 0})});
    CHECK(contacts_of("a: MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((5 2, 9 2, 9 9, 5 9)))") ==
          std::vector{contact_at(Kind::Overlap, {5, 0})});
}

TEST_CASE("features that cross each other have no self contacts") {
    CHECK(contacts_of("a: POLYGON((0 0, 9 0, 0 9))\nb: POLYGON((1 1, 9 1, 1 -9))").empty());
}

TEST_CASE("self contacts come in the order of features") {
    CHECK(contacts_of("a: POLYGON((0 0, 4 4, 4 0, 0 5))\nb: POLYGON((0 0, 9 0, 0 9))\n"
                      "c: POLYGON((0 0, 4 4, 4 0, 0 5))") ==
          std::vector{contact_at(Kind::Cross, {2, 2}),
                      contact_at(Kind::Cross, {2, 2}, FeatureId{2})});
}

TEST_CASE("self contacts are those of all pairs of edges, in rubbish and in coverages") {
    for (const auto seed : test::seeds(70)) {
        INFO("seed " << seed);
        for (const auto& shapes :
             {test::random_rubbish(seed),
              test::random_rubbish(seed, {.most_points = 30, .size = 50}),
              test::random_rubbish(seed, {.most_parts = 3, .most_holes = 2, .size = 2}),
              test::random_coverage(seed)}) {
            const Layer layer = layer_of(shapes);
            CHECK(find_self_contacts(layer) == contacts_of_all_pairs(layer));
        }
    }
}

TEST_CASE("self contacts are those of all pairs where edges crowd") {
    for (const Layer& layer :
         {layer_of_ring(slanted_comb(200)), layer_of_ring(petals(120, 1)),
          layer_of_ring(petals(300, 2, 100000)), layer_of_ring(petals(300, 3, 2000))}) {
        const auto contacts = find_self_contacts(layer);
        CHECK_FALSE(contacts.empty());
        CHECK(contacts == contacts_of_all_pairs(layer));
    }
    for (const auto seed : test::seeds(6)) {
        INFO("seed " << seed);
        for (const std::int32_t size : {9, 300}) {
            const Layer layer = layer_of_ring(test::random_ring(seed, 250, size));
            CHECK(find_self_contacts(layer) == contacts_of_all_pairs(layer));
        }
    }
}

TEST_CASE("parts that meet in one vertex only have no self contacts, however many") {
    kernel::MultiPolygon parts;
    for (std::int32_t i = 0; i < 2000; ++i)
        parts.push_back({.shell = {{0, 0}, {90000, 4 * i}, {90000, 4 * i + 2}}, .holes = {}});
    CHECK(find_self_contacts(layer_of(test::Shapes{{.code = "a", .polygons = parts}})).empty());
}

TEST_CASE("a ring has no self contact when GEOS calls it valid, and has one when not") {
    const test::GeosOracle geos;
    std::size_t valid = 0;
    for (const auto seed : test::seeds(600)) {
        INFO("seed " << seed);
        const auto ring = test::random_ring(seed, 3 + static_cast<int>(seed % 4), 5);
        const kernel::MultiPolygon shape = {{.shell = ring, .holes = {}}};
        const auto verdict = geos.validity(shape);
        INFO(test::to_wkt(shape) << ' ' << verdict.reason);
        CHECK(
            find_self_contacts(layer_of(test::Shapes{{.code = "a", .polygons = shape}})).empty() ==
            verdict.is_valid);
        valid += verdict.is_valid ? 1U : 0U;
    }
    CHECK(valid > 100);
    CHECK(valid < 500);
}

} // namespace regio::topology
