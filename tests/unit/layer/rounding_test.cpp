#include "layer/polygons_of.hpp"
#include "layer/rounding.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace regio::layer {

namespace {

using kernel::Lattice;
using kernel::Position;
using kernel::Ring;

using Positions = std::vector<Position>;

/// A raw layer of "raw.gpkg"; features have the fids 100, 101, …
class RawBuilder {
public:
    RawBuilder& feature() {
        const auto number = static_cast<std::int64_t>(raw_.features.size());
        raw_.features.push_back(
            {.code = "c" + std::to_string(number), .name = {}, .fid = 100 + number});
        return *this;
    }
    RawBuilder& part() {
        raw_.parts.push_back({.feature = FeatureId(raw_.features.size() - 1),
                              .first_ring = raw_.rings.size(),
                              .ring_count = 0});
        return *this;
    }
    RawBuilder& ring(const Positions& positions) {
        ++raw_.parts.back().ring_count;
        raw_.rings.push_back({.first = raw_.positions.size(), .count = positions.size()});
        raw_.positions.last().insert(raw_.positions.last().end(), positions.begin(),
                                     positions.end());
        return *this;
    }
    [[nodiscard]] RawLayer take() {
        raw_.source.file = "raw.gpkg";
        return raw_;
    }

private:
    RawLayer raw_;
};

Positions positions_of(kernel::RingView ring, const Lattice& lattice) {
    Positions positions;
    for (const auto point : ring)
        positions.push_back(lattice.position(point));
    return positions;
}

RawLayer raw_of(const Layer& layer) {
    RawBuilder raw;
    for (std::size_t i = 0; i < layer.features().size(); ++i) {
        raw.feature();
        for (const Part& part : layer.parts_of(FeatureId(i))) {
            raw.part();
            for (const auto ring : rings_of(layer, part))
                raw.ring(positions_of(ring, layer.lattice()));
        }
    }
    return raw.take();
}

struct Rounded {
    Layer layer;
    std::vector<Finding> findings;
};

Rounded rounded(const RawLayer& raw, const Lattice& lattice = test::kUnits) {
    std::vector<Finding> findings;
    Layer layer = round_to(raw, lattice, findings);
    return {std::move(layer), std::move(findings)};
}

/// A layer of one ring.
Rounded rounded(const Positions& ring) {
    return rounded(RawBuilder().feature().part().ring(ring).take());
}

kernel::MultiPolygon one_ring(const Ring& shell) {
    return {{.shell = shell, .holes = {}}};
}

const Positions kTriangle = {{0, 0}, {10, 0}, {0, 10}};

} // namespace

TEST_CASE("a layer without features is rounded to one") {
    const auto result = rounded(RawBuilder().take());
    CHECK(result.layer.features().empty());
    CHECK(result.findings.empty());
}

TEST_CASE("a ring of fewer than three positions falls away and says why") {
    for (const Positions& ring :
         {Positions{}, {{1, 1}}, {{1, 1}, {5, 5}}, {{1, 1}, {5, 5}, {1, 1}}}) {
        const auto result = rounded(ring);
        CHECK(result.layer.parts().empty());
        REQUIRE(result.findings.size() == 2);
        CHECK(result.findings[0].number == FindingNumber::RingTooShort);
        CHECK(result.findings[1].number == FindingNumber::GeometryMissing);
    }
}

TEST_CASE("a ring that is left without area falls away and says why") {
    for (const Positions& ring : {Positions{{1, 1}, {1, 1}, {1, 1}, {1, 1}},
                                  {{0, 0}, {10, 0}, {5, 0}},
                                  {{0, 0}, {10, 0}, {5, 0.4}},
                                  {{0, 0}, {0.3, 0.1}, {0.1, 0.3}},
                                  {{0, 0}, {4, 4}, {8, 8}, {2, 2}}}) {
        const auto result = rounded(ring);
        CHECK(result.layer.parts().empty());
        REQUIRE(result.findings.size() == 2);
        CHECK(result.findings[0].number == FindingNumber::RingWithoutArea);
        CHECK(result.findings[1].number == FindingNumber::GeometryMissing);
    }
}

TEST_CASE("points that fall on the one before them are dropped, around the end too") {
    const auto result =
        rounded({{0.2, 0}, {0, 0.3}, {10, 0}, {10.4, 0.4}, {0, 10}, {-0.2, 10}, {0.4, -0.3}});
    CHECK(result.findings.empty());
    CHECK(test::polygons_of(result.layer, FeatureId{0}) == one_ring({{0, 0}, {10, 0}, {0, 10}}));
}

TEST_CASE("a ring is the same closed or open") {
    Positions closed = kTriangle;
    closed.push_back(closed.front());
    CHECK(test::polygons_of(rounded(closed).layer, FeatureId{0}) ==
          test::polygons_of(rounded(kTriangle).layer, FeatureId{0}));
}

TEST_CASE("a shell without area takes its holes along, a hole without area goes alone") {
    const Positions flat = {{0, 0}, {9, 0}, {4, 0.2}};
    const auto lost = rounded(RawBuilder().feature().part().ring(flat).ring(kTriangle).take());
    CHECK(lost.layer.ring_count() == 0);
    CHECK(lost.findings.size() == 2); // the ring, and the feature of which nothing is left
    const auto kept = rounded(RawBuilder()
                                  .feature()
                                  .part()
                                  .ring({{0, 0}, {90, 0}, {0, 90}})
                                  .ring(flat)
                                  .ring(kTriangle)
                                  .take());
    CHECK(kept.layer.ring_count() == 2);
    REQUIRE(kept.findings.size() == 1);
    CHECK(kept.findings[0].source ==
          SourceRef{.file = "raw.gpkg", .layer = {}, .fid = 100, .part = 1, .ring = 1});
}

TEST_CASE("features keep their order and number though nothing is left of them") {
    const auto result = rounded(RawBuilder()
                                    .feature()
                                    .part()
                                    .ring({{0, 0}, {0.1, 0}, {0, 0.1}})
                                    .feature()
                                    .feature()
                                    .part()
                                    .ring(kTriangle)
                                    .part()
                                    .ring({})
                                    .part()
                                    .ring(kTriangle)
                                    .take());
    REQUIRE(result.layer.features().size() == 3);
    CHECK(result.layer[FeatureId{2}].code == "c2");
    CHECK(result.layer.parts_of(FeatureId{0}).empty());
    CHECK(result.layer.parts_of(FeatureId{1}).empty());
    CHECK(result.layer.parts_of(FeatureId{2}).size() == 2);
    REQUIRE(result.findings.size() == 3); // two rings, and the feature that only had one of them
    CHECK(result.findings[2].source.fid == 102);
    CHECK(result.findings[2].source.part == 2);
}

TEST_CASE("rounding a layer that lies on the lattice changes nothing") {
    const auto check = [](const test::Shapes& shapes) {
        const Layer layer = test::layer_of(shapes);
        const auto result = rounded(raw_of(layer));
        CHECK(result.findings.empty());
        for (std::size_t i = 0; i < layer.features().size(); ++i)
            CHECK(test::polygons_of(result.layer, FeatureId(i)) ==
                  test::polygons_of(layer, FeatureId(i)));
    };
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        check(test::random_coverage(seed));
        check(test::random_rubbish(seed));
    }
}

TEST_CASE("rounding makes rings that a layer promises: no point twice in a row, not on one line") {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> coordinate(-3, 3);
    for (int i = 0; i < 2000; ++i) {
        Positions ring;
        for (int point = 0; point < 3 + i % 5; ++point)
            ring.push_back({coordinate(random), coordinate(random)});
        const Layer layer = rounded(ring).layer;
        if (layer.ring_count() == 0)
            continue;
        const auto points = layer.ring(RingId{0});
        CHECK(kernel::canonical(Ring(points.begin(), points.end())).size() == points.size());
        CHECK(std::any_of(points.begin(), points.end(),
                          [&](auto p) { return orientation(points[0], points[1], p) != 0; }));
    }
}

TEST_CASE("equal positions become equal points, so shared borders stay shared") {
    const Positions left = {{0, 0}, {7.0 / 3, 1.0 / 7}, {2.5, 9.5}, {0, 10}};
    const Positions right = {{2.5, 9.5}, {7.0 / 3, 1.0 / 7}, {6, 0}};
    const auto layer =
        rounded(RawBuilder().feature().part().ring(left).feature().part().ring(right).take()).layer;
    CHECK(layer.ring(RingId{0})[1] == layer.ring(RingId{1})[1]);
    CHECK(layer.ring(RingId{0})[2] == layer.ring(RingId{1})[0]);
}

TEST_CASE("a layer of many points is what its features are one by one") {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> coordinate(-1000, 1000);
    RawBuilder together;
    std::vector<Rounded> apart;
    for (const std::size_t count : {90'000U, 2U, 3U, 150'000U, 40'000U, 4U, 200'000U}) {
        Positions ring(count);
        for (Position& position : ring)
            position = {coordinate(random), coordinate(random)};
        together.feature().part().ring(ring).ring({{0, 0}, {1, 0}, {1, 1}});
        apart.push_back(rounded(
            RawBuilder().feature().part().ring(ring).ring({{0, 0}, {1, 0}, {1, 1}}).take()));
    }
    const Rounded all = rounded(together.feature().take());
    REQUIRE(all.layer.features().size() == apart.size() + 1);
    CHECK(all.layer.parts_of(FeatureId(apart.size())).empty());
    std::size_t findings = 0;
    for (std::size_t i = 0; i < apart.size(); ++i) {
        CAPTURE(i);
        const auto own = apart[i].layer.parts_of(FeatureId{0});
        const auto parts = all.layer.parts_of(FeatureId(i));
        REQUIRE(parts.size() == own.size());
        CHECK(all.layer.source_of(FeatureId(i)).fid == 100 + static_cast<std::int64_t>(i));
        for (std::size_t part = 0; part < own.size(); ++part) {
            const auto rings = rings_of(apart[i].layer, own[part]);
            const auto same = rings_of(all.layer, parts[part]);
            CHECK(std::equal(same.begin(), same.end(), rings.begin(), rings.end(),
                             [](auto one, auto other) { return std::ranges::equal(one, other); }));
        }
        findings += apart[i].findings.size();
    }
    CHECK(all.findings.size() == findings);
    CHECK(std::is_sorted(all.findings.begin(), all.findings.end(),
                         [](const Finding& one, const Finding& other) {
                             return one.source.fid < other.source.fid;
                         }));
}

TEST_CASE("the extent of a raw layer is that of its positions") {
    CHECK(extent_of(RawBuilder().take()).is_empty());
    const auto raw = RawBuilder().feature().part().ring({{3, -2}, {5, 8}, {-1, 4}}).take();
    CHECK(extent_of(raw) == kernel::Extent{.min_x = -1, .min_y = -2, .max_x = 5, .max_y = 8});
}

TEST_CASE("layers that were put behind each other round as one does, rings without points too") {
    const Layer layer =
        test::layer_of("a: MULTIPOLYGON(((0 0, 10 0, 10 10)), ((20 0, 30 0, 30 10, 20 10), (22 2, "
                       "24 2, 23 3)))\nb: POLYGON((0 20, 5 25, 0 30))");
    const RawLayer one = raw_of(layer);
    const RawLayer nothing = RawBuilder().feature().part().ring({}).take();
    RawLayer several = nothing;
    append(one, several);
    append(nothing, several);
    append(one, several);
    CHECK(several.positions.blocks().size() == 4);
    CHECK(several.positions.size() == 2 * one.positions.size());
    CHECK(extent_of(several) == extent_of(one));
    const Layer expected = rounded(one).layer;
    const Rounded found = rounded(several);
    REQUIRE(found.layer.features().size() == 6);
    for (std::size_t i = 0; i < 2; ++i)
        for (const std::size_t place : {1 + i, 4 + i})
            CHECK(polygons_of(found.layer, FeatureId(place)) ==
                  polygons_of(expected, FeatureId(i)));
    CHECK(found.layer.parts_of(FeatureId{0}).empty());
    CHECK(found.layer.parts_of(FeatureId{3}).empty());
}

TEST_CASE("law 2: each feature of a layer that is rounded in pieces keeps its place and points") {
    RawBuilder builder;
    for (int i = 0; i < 4000; ++i) {
        Positions ring = {{0, 0}, {200.0 + i, 0}};
        for (int j = 0; j < 98; ++j)
            ring.push_back({100.0 - j, 100});
        builder.feature().part().ring(ring);
    }
    const RawLayer raw = builder.take();
    const Layer layer = rounded(raw).layer;
    REQUIRE(layer.features().size() == 4000);
    REQUIRE(layer.points().size() == 4000 * 101);
    for (std::uint32_t i = 0; i < 4000; ++i) {
        const auto ring = layer.ring(RingId{i});
        const auto expected = positions_of(raw, raw.rings[i]);
        REQUIRE(layer[FeatureId{i}].fid == 100 + i);
        REQUIRE(std::equal(ring.begin(), ring.end(), expected.begin(), expected.end(),
                           [](kernel::Point point, Position position) {
                               return test::kUnits.nearest(position) == point;
                           }));
    }
}

TEST_CASE("a layer keeps its provenance on the lattice") {
    RawLayer raw = raw_of(test::layer_of("a: POLYGON((0 0, 10 0, 10 10))"));
    CHECK(rounded(raw).layer.provenance() == Provenance::Given);
    raw.provenance = Provenance::Schematic;
    CHECK(rounded(raw).layer.provenance() == Provenance::Schematic);
}

} // namespace regio::layer
