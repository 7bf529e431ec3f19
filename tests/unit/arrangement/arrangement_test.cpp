#include "arrangement/arrangement.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/random_overlaps.hpp"
#include "topology/overlap.hpp"
#include "topology/thread_limit.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
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
using test::layer_of;
using test::Shapes;
using topology::Chains;

/// Two layers and their arrangement.
struct Overlay {
    Overlay(const Shapes& one, const Shapes& other)
        : a(layer_of(one)), b(layer_of(other)), all(arrange(std::array{&a, &b})) {}

    /// Twice the area of the faces with a tag, or with two.
    [[nodiscard]] std::map<std::vector<Tag>, Wide> areas() const {
        std::map<std::vector<Tag>, Wide> areas;
        for (std::uint32_t i = 1; i < all.face_count(); ++i) {
            const FaceId face{i};
            for (const Tag tag : all.tags(face)) {
                areas[{tag}] += all.twice_area(face);
                for (const Tag other : all.tags(face))
                    if (tag < other)
                        areas[{tag, other}] += all.twice_area(face);
            }
        }
        return areas;
    }

    Chains a, b;
    Arrangement all;
    Members members{std::array{static_cast<const Chains*>(&a), static_cast<const Chains*>(&b)}};
};

double length_of(const Shapes& shapes) {
    double length = 0;
    for (const auto& shape : shapes)
        for (const auto& [edge, count] : test::edges_of(shape.polygons))
            length += count * std::hypot(static_cast<double>(edge.first.x) - edge.second.x,
                                         static_cast<double>(edge.first.y) - edge.second.y);
    return length;
}

template <typename Change>
Shapes changed(Shapes shapes, const Change& change) {
    const auto change_ring = [&](Ring& ring) {
        std::transform(ring.begin(), ring.end(), ring.begin(), change);
    };
    for (auto& shape : shapes)
        for (Polygon& polygon : shape.polygons) {
            change_ring(polygon.shell);
            std::for_each(polygon.holes.begin(), polygon.holes.end(), change_ring);
        }
    return shapes;
}

MultiPolygon changed(MultiPolygon polygons, Point by) {
    return changed(Shapes{{.code = "", .polygons = std::move(polygons)}},
                   [&](Point p) {
                       return Point{p.x + by.x, p.y + by.y};
                   })
        .front()
        .polygons;
}

/// The areas of a partition with the codes of the features they lie in.
std::map<std::string, MultiPolygon> partition_by_codes(const Shapes& one, const Shapes& other) {
    const Overlay overlay(one, other);
    const auto areas = overlay.all.partition();
    std::map<std::string, MultiPolygon> result;
    for (std::uint32_t label = 1; label < areas.size(); ++label) {
        std::vector<std::string> codes;
        for (const Tag tag : overlay.all.labels().tags(LabelId{label})) {
            const Member member = overlay.members.member(tag);
            codes.push_back((member.layer == 0 ? one : other)[index(member.feature)].code);
        }
        std::sort(codes.begin(), codes.end());
        std::string key;
        for (const std::string& code : codes)
            key += code + " ";
        result[key] = areas[label];
    }
    return result;
}

/// Codes that tell the layer and the place.
void name(Shapes& shapes, const std::string& prefix) {
    for (std::size_t i = 0; i < shapes.size(); ++i)
        shapes[i].code = prefix + std::to_string(i);
}

std::pair<Shapes, Shapes> random_pair(std::uint32_t seed) {
    auto [a, b] = test::random_overlaps(seed);
    name(a, "a");
    name(b, "b");
    return {a, b};
}

} // namespace

TEST_CASE("two squares that overlap part the plane in what is of one, of the other and of both") {
    const auto areas =
        partition_by_codes(test::read_shapes("a: POLYGON((0 0, 10 0, 10 10, 0 10))"),
                           test::read_shapes("b: POLYGON((5 5, 15 5, 15 15, 5 15))"));
    REQUIRE(areas.size() == 3);
    CHECK(test::to_wkt(areas.at("a b ")) ==
          test::to_wkt(test::polygons_of("POLYGON((5 5, 10 5, 10 10, 5 10))")));
    CHECK(test::to_wkt(areas.at("a ")) ==
          test::to_wkt(test::polygons_of("POLYGON((0 0, 10 0, 10 5, 5 5, 5 10, 0 10))")));
    CHECK(test::to_wkt(areas.at("b ")) ==
          test::to_wkt(test::polygons_of("POLYGON((5 10, 10 10, 10 5, 15 5, 15 15, 5 15))")));
}

TEST_CASE("tags and the features of layers name each other") {
    const Overlay overlay(test::random_coverage(1), test::random_coverage(2));
    for (const Member member : {Member{0, FeatureId{0}}, Member{0, FeatureId{3}},
                                Member{1, FeatureId{0}}, Member{1, FeatureId{3}}})
        CHECK(overlay.members.member(overlay.members.tag(member)) == member);
}

TEST_CASE("a coverage in is the same coverage out, bit for bit") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const Shapes shapes = test::random_coverage(seed, {.jitter = static_cast<int>(seed % 3)});
        const Chains chains(layer_of(shapes));
        const auto all = arrange(std::array{&chains});
        const auto areas = all.partition();
        for (std::uint32_t label = 1; label < areas.size(); ++label) {
            const auto tags = all.labels().tags(LabelId{label});
            REQUIRE(tags.size() == 1);
            CHECK(areas[label] == test::normalised(shapes[index(tags[0])].polygons));
        }
    }
}

TEST_CASE("a layer upon itself is the layer, with two tags for each feature") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        const Shapes shapes = test::random_coverage(seed, {.jitter = 2});
        const Overlay overlay(shapes, shapes);
        const auto areas = overlay.all.partition();
        for (std::uint32_t label = 1; label < areas.size(); ++label) {
            const auto tags = overlay.all.labels().tags(LabelId{label});
            REQUIRE(tags.size() == 2);
            CHECK(areas[label] == test::normalised(shapes[index(tags[0])].polygons));
        }
    }
}

TEST_CASE("every area of a partition is valid, and its faces add up to it") {
    const test::GeosOracle geos;
    for (const auto seed : test::seeds(160)) {
        INFO("seed " << seed);
        const auto [a, b] = random_pair(seed);
        const Overlay overlay(a, b);
        const auto areas = overlay.all.partition();
        std::vector<Wide> sums(areas.size());
        for (std::uint32_t i = 1; i < overlay.all.face_count(); ++i)
            sums[index(overlay.all.labels().of(FaceId{i}))] += overlay.all.twice_area(FaceId{i});
        for (std::size_t label = 1; label < areas.size(); ++label) {
            const auto validity = geos.validity(areas[label]);
            INFO(validity.reason << ' ' << test::to_wkt(areas[label]));
            CHECK(validity.is_valid);
            CHECK(moments(areas[label]).twice_area == sums[label]);
        }
    }
}

TEST_CASE("areas of features and of what they share are right within what rounding moves") {
    for (const auto seed : test::seeds(160)) {
        INFO("seed " << seed);
        const auto [a, b] = random_pair(seed);
        const Overlay overlay(a, b);
        auto areas = overlay.areas();
        // A border moves by half a unit at most in x and in y, so by less than a unit.
        const double most = 2 * (length_of(a) + length_of(b));
        const auto check = [&](Wide ours, double expected) {
            CHECK(std::abs(static_cast<double>(ours) - expected) <= most + 1e-9 * expected);
        };
        for (std::uint32_t i = 0; i < a.size(); ++i)
            check(areas[{Tag{i}}], static_cast<double>(moments(a[i].polygons).twice_area));
        std::map<std::pair<FeatureId, FeatureId>, double> shared;
        for (const auto& pair : topology::overlap(overlay.a, overlay.b))
            shared[{pair.a, pair.b}] = pair.area.twice_area();
        for (std::uint32_t i = 0; i < a.size(); ++i)
            for (std::uint32_t j = 0; j < b.size(); ++j)
                check(areas[{overlay.members.tag({0, FeatureId{i}}),
                             overlay.members.tag({1, FeatureId{j}})}],
                      shared[{FeatureId{i}, FeatureId{j}}]);
    }
}

TEST_CASE("areas are exact where all crossings are lattice points") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        // Upright and level edges cross on the lattice.
        const Overlay overlay(test::random_coverage(seed), test::random_coverage(seed + 1000));
        auto areas = overlay.areas();
        for (std::uint32_t i = 0; i < overlay.a.feature_count(); ++i)
            CHECK(areas[{Tag{i}}] == topology::twice_areas(overlay.a)[i]);
        for (const auto& pair : topology::overlap(overlay.a, overlay.b))
            CHECK(
                static_cast<double>(
                    areas[{overlay.members.tag({0, pair.a}), overlay.members.tag({1, pair.b})}]) ==
                pair.area.twice_area());
    }
}

TEST_CASE("no order of layers, features, rings and vertices and no number of threads changes it") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const auto [a, b] = random_pair(seed);
        const auto expected = partition_by_codes(a, b);
        CHECK(partition_by_codes(b, test::shuffled(a, seed)) == expected);
        const topology::ThreadLimit one(1);
        CHECK(partition_by_codes(a, b) == expected);
    }
}

TEST_CASE("a partition moves with the layers") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const auto [a, b] = test::random_overlaps(
            seed, {.features = 3, .most_points = 7, .size = 4, .step = 5, .jitter = 3});
        const Point by{-701, 13};
        const auto move = [&](Point p) { return Point{p.x + by.x, p.y + by.y}; };
        const auto before = Overlay(a, b).all.partition();
        const auto after = Overlay(changed(a, move), changed(b, move)).all.partition();
        REQUIRE(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            CHECK(changed(before[i], by) == after[i]);
    }
}

TEST_CASE("chosen faces are one area") {
    const auto squares =
        layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\nb: POLYGON((5 5, 15 5, 15 15, 5 15))\n"
                 "c: POLYGON((20 0, 21 0, 21 1))");
    const Chains chains(squares);
    const auto all = arrange(std::array{&chains});
    std::vector<bool> is_chosen;
    for (std::uint32_t face = 0; face < all.face_count(); ++face)
        is_chosen.push_back(all.tags(FaceId{face}).size() == 1);
    CHECK(test::to_wkt(all.outline(is_chosen)) ==
          test::to_wkt(test::polygons_of(
              "MULTIPOLYGON(((0 0, 10 0, 10 5, 5 5, 5 10, 0 10)), ((5 10, 10 10, 10 5, 15 5, "
              "15 15, 5 15)), ((20 0, 21 0, 21 1)))")));
    CHECK(all.outline(std::vector<bool>(all.face_count())).empty());
}

} // namespace regio::arrangement
