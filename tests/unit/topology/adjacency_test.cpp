#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/adjacency.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace regio::topology {

namespace {

using layer::FeatureId;
using layer::PartId;
using test::layer_of;

Length units(std::uint64_t count) {
    return {count * 65536};
}

std::vector<Border> borders_of(const char* text) {
    return borders(Chains(layer_of(text)));
}

/// Pairs of codes with the length they share.
std::map<std::pair<std::string, std::string>, std::uint64_t> by_code(const layer::Layer& layer) {
    std::map<std::pair<std::string, std::string>, std::uint64_t> result;
    for (const Border& border : borders(Chains(layer)))
        result[std::minmax(layer[border.one].code, layer[border.other].code)] = border.length.fixed;
    return result;
}

/// Whether the intersection of the boundaries has a length.
bool have_common_line(const test::GeosOracle& geos, const kernel::MultiPolygon& one,
                      const kernel::MultiPolygon& other) {
    constexpr std::size_t kBoundaryBoundary = 4;
    return !one.empty() && !other.empty() && geos.relate(one, other)[kBoundaryBoundary] == '1';
}

using Pieces = std::vector<std::vector<PartId>>;

Pieces pieces_of(const char* text, const std::vector<FeatureId>& features) {
    return PartGraph(Chains(layer_of(text))).pieces(features);
}

/// Pieces by the definition: parts are joined as long as two pieces share an edge.
Pieces pieces_by_joining(const layer::Layer& layer, const std::vector<FeatureId>& features) {
    Pieces pieces;
    for (std::size_t i = 0; i < layer.parts().size(); ++i)
        if (std::count(features.begin(), features.end(), layer.parts()[i].feature) > 0)
            pieces.push_back({PartId(i)});
    const auto edges = [&](const std::vector<PartId>& piece) {
        test::EdgeCounts counts;
        for (const PartId part : piece)
            for (const auto ring : rings_of(layer, layer[part]))
                test::count_edges(ring, counts);
        return counts;
    };
    const auto share_a_border = [&](const auto& one, const auto& other) {
        const auto others = edges(other);
        const auto own = edges(one);
        return std::any_of(own.begin(), own.end(), [&](const auto& entry) {
            return others.contains({entry.first.second, entry.first.first});
        });
    };
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (std::size_t j = i + 1; j < pieces.size(); ++j)
            if (share_a_border(pieces[i], pieces[j])) {
                pieces[i].insert(pieces[i].end(), pieces[j].begin(), pieces[j].end());
                pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(j));
                j = i;
            }
    for (auto& piece : pieces)
        std::sort(piece.begin(), piece.end());
    std::sort(pieces.begin(), pieces.end());
    return pieces;
}

} // namespace

TEST_CASE("a line of no points or of one has no length") {
    CHECK(length_of({}) == Length{});
    CHECK(length_of(std::vector<kernel::Point>{{3, 4}}) == Length{});
}

TEST_CASE("lengths counted by hand") {
    using Line = std::vector<kernel::Point>;
    CHECK(length_of(Line{{0, 0}, {3, 4}}) == units(5));
    CHECK(length_of(Line{{0, 0}, {3, 4}, {3, 10}, {-2, -2}}) == units(5 + 6 + 13));
    CHECK(length_of(Line{{0, 0}, {1, 1}}).fixed == 92682); // √2 · 65536 = 92681.9
    CHECK(length_of(Line{{-kernel::kFarthest, 0}, {kernel::kFarthest, 0}}) == units(1ULL << 31));
    CHECK(units(1500).metres({.units_per_metre = 1000}) == 1.5);
}

TEST_CASE("a layer of no features or of one has no borders") {
    CHECK(borders_of("").empty());
    CHECK(borders_of("a: POLYGON((0 0, 9 0, 0 9))").empty());
}

TEST_CASE("features that touch in a point have no border") {
    CHECK(borders_of("a: POLYGON((0 0, 5 0, 5 5, 0 5))\nb: POLYGON((5 5, 9 5, 9 9, 5 9))").empty());
}

TEST_CASE("parts of one feature that share an edge have no border") {
    CHECK(borders_of("a: MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((5 0, 9 0, 9 5, 5 5)))").empty());
}

TEST_CASE("the lengths of all pieces of a border are one length") {
    // b is a bracket around c; a borders it above and below c.
    CHECK(borders_of("a: POLYGON((0 0, 4 0, 4 2, 4 5, 4 9, 0 9))\n"
                     "b: POLYGON((4 0, 9 0, 9 9, 4 9, 4 5, 7 5, 7 2, 4 2))\n"
                     "c: POLYGON((4 2, 7 2, 7 5, 4 5))") ==
          std::vector<Border>{{FeatureId{0}, FeatureId{1}, units(6)},
                              {FeatureId{0}, FeatureId{2}, units(3)},
                              {FeatureId{1}, FeatureId{2}, units(9)}});
}

TEST_CASE("an island borders what is around it all along") {
    CHECK(borders_of("a: POLYGON((0 0, 9 0, 9 9, 0 9), (3 3, 6 3, 6 6, 3 6))\n"
                     "b: POLYGON((3 3, 6 3, 6 6, 3 6))") ==
          std::vector<Border>{{FeatureId{0}, FeatureId{1}, units(12)}});
}

TEST_CASE("features of a coverage border each other where GEOS finds a common line") {
    const test::GeosOracle geos;
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const auto shapes = test::random_coverage(seed, {.jitter = static_cast<int>(seed % 3)});
        const auto found = by_code(layer_of(shapes));
        for (std::size_t i = 0; i < shapes.size(); ++i)
            for (std::size_t j = i + 1; j < shapes.size(); ++j) {
                INFO(shapes[i].code << " and " << shapes[j].code);
                CHECK(found.contains({shapes[i].code, shapes[j].code}) ==
                      have_common_line(geos, shapes[i].polygons, shapes[j].polygons));
            }
    }
}

TEST_CASE("borders and their lengths depend on no order, no start vertex and no direction") {
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const auto shapes = test::random_coverage(seed, {.jitter = 2});
        CHECK(by_code(layer_of(shapes)) == by_code(layer_of(test::shuffled(shapes, seed))));
    }
}

TEST_CASE("no features are no pieces, and a feature without parts has none") {
    CHECK(pieces_of("a: POLYGON((0 0, 9 0, 0 9))", {}).empty());
    CHECK(pieces_of("a: POLYGON EMPTY", {FeatureId{0}}).empty());
}

TEST_CASE("parts hang together by borders and not by points") {
    const char* const text = "a: MULTIPOLYGON(((0 0, 5 0, 5 5, 0 5)), ((5 5, 9 5, 9 9, 5 9)))\n"
                             "b: POLYGON((5 0, 9 0, 9 5, 5 5))";
    CHECK(pieces_of(text, {FeatureId{0}}) == Pieces{{PartId{0}}, {PartId{1}}});
    CHECK(pieces_of(text, {FeatureId{0}, FeatureId{1}}) ==
          Pieces{{PartId{0}, PartId{1}, PartId{2}}});
    CHECK(pieces_of(text, {FeatureId{1}}) == Pieces{{PartId{2}}});
}

TEST_CASE("pieces are those that joining parts by shared edges leaves") {
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const auto layer = layer_of(test::random_coverage(seed, {.features = 6}));
        const PartGraph graph{Chains(layer)};
        for (const auto& group : {std::vector<FeatureId>{FeatureId{0}},
                                  {FeatureId{0}, FeatureId{3}},
                                  {FeatureId{1}, FeatureId{2}, FeatureId{5}}})
            CHECK(graph.pieces(group) == pieces_by_joining(layer, group));
    }
}

TEST_CASE("each part of a group is in one piece, whatever the order and repetition of features") {
    for (const auto seed : test::seeds(30)) {
        INFO("seed " << seed);
        const auto layer = layer_of(test::random_coverage(seed));
        const PartGraph graph{Chains(layer)};
        const auto pieces = graph.pieces(std::vector{FeatureId{1}, FeatureId{2}});
        std::vector<PartId> parts;
        for (const auto& piece : pieces)
            parts.insert(parts.end(), piece.begin(), piece.end());
        std::sort(parts.begin(), parts.end());
        CHECK(std::adjacent_find(parts.begin(), parts.end()) == parts.end());
        CHECK(parts.size() ==
              layer.parts_of(FeatureId{1}).size() + layer.parts_of(FeatureId{2}).size());
        CHECK(pieces ==
              graph.pieces(std::vector{FeatureId{2}, FeatureId{1}, FeatureId{2}, FeatureId{1}}));
    }
}

} // namespace regio::topology
