#include "layer/layer.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

namespace regio::layer {

namespace {

using kernel::Ring;
using kernel::RingView;
using test::layer_of;

const char* const kTwoFeatures = R"(
    a: MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9), (3 3, 6 3, 6 6, 3 6)), ((20 0, 21 0, 20 1)))
    none: POLYGON EMPTY
    b: POLYGON((9 0, 12 0, 12 9, 9 9)))";

/// The same layer with every ring the other way around.
test::Shapes turned(test::Shapes shapes) {
    for (auto& shape : shapes)
        for (auto& polygon : shape.polygons) {
            std::reverse(polygon.shell.begin(), polygon.shell.end());
            for (auto& hole : polygon.holes)
                std::reverse(hole.begin(), hole.end());
        }
    return shapes;
}

} // namespace

TEST_CASE("a layer without features has nothing") {
    const Layer layer = layer_of("");
    CHECK(layer.features().empty());
    CHECK(layer.parts().empty());
    CHECK(layer.points().empty());
    CHECK(layer.edge_count() == 0);
    CHECK(layer.first_point(RingId{0}) == 0);
}

TEST_CASE("a feature without parts keeps its place") {
    const Layer layer = layer_of(kTwoFeatures);
    REQUIRE(layer.features().size() == 3);
    CHECK(layer[FeatureId{1}].code == "none");
    CHECK(layer.parts_of(FeatureId{1}).empty());
    CHECK(moments(layer, FeatureId{1}) == kernel::Moments{});
    CHECK(layer_of("none: POLYGON EMPTY").parts_of(FeatureId{0}).empty());
}

TEST_CASE("the parts of a feature are its own, in order") {
    const Layer layer = layer_of(kTwoFeatures);
    CHECK(layer.parts_of(FeatureId{0}).size() == 2);
    CHECK(layer.parts_of(FeatureId{2}).size() == 1);
    std::size_t parts = 0;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        for (const Part& part : layer.parts_of(FeatureId(i))) {
            CHECK(part.feature == FeatureId(i));
            CHECK(&part == &layer.parts()[parts++]);
        }
    CHECK(parts == layer.parts().size());
}

TEST_CASE("shells run counter-clockwise and holes clockwise however they come") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const auto shapes = test::random_coverage(seed);
        for (const Layer& layer : {layer_of(shapes), layer_of(turned(shapes))})
            for (const Part& part : layer.parts()) {
                const auto rings = rings_of(layer, part);
                CHECK(twice_area(rings.front()) > 0);
                for (const RingView hole : std::span(rings).subspan(1))
                    CHECK(twice_area(hole) < 0);
            }
    }
}

TEST_CASE("a ring that is turned keeps its points, and one without area is left as it runs") {
    const Layer layer = layer_of("a: POLYGON((0 0, 0 5, 5 5, 5 0))");
    CHECK(test::polygons_of(layer, FeatureId{0}) ==
          kernel::MultiPolygon{{.shell = {{5, 0}, {5, 5}, {0, 5}, {0, 0}}, .holes = {}}});
    const Layer bow_tie = layer_of("a: POLYGON((0 0, 2 2, 2 0, 0 2))");
    CHECK(test::polygons_of(bow_tie, FeatureId{0}) ==
          kernel::MultiPolygon{{.shell = {{0, 0}, {2, 2}, {2, 0}, {0, 2}}, .holes = {}}});
}

TEST_CASE("every ring is stored closed, so that its last edge ends in its first point") {
    const Layer layer = layer_of(kTwoFeatures);
    std::size_t edges = 0;
    for (std::size_t i = 0; i < layer.ring_count(); ++i) {
        const RingView ring = layer.ring(RingId(i));
        const std::size_t first = layer.first_point(RingId(i));
        REQUIRE(first + ring.size() + 1 == layer.first_point(RingId(i + 1)));
        CHECK(layer.points()[first + ring.size()] == ring[0]);
        edges += ring.size();
    }
    CHECK(layer.edge_count() == edges);
    CHECK(layer.first_point(RingId(layer.ring_count())) == layer.points().size());
}

TEST_CASE("a ring knows its part and a part its rings") {
    const Layer layer = layer_of(kTwoFeatures);
    CHECK(layer.part_of(RingId{0}) == PartId{0});
    CHECK(layer.part_of(RingId{1}) == PartId{0});
    CHECK(layer.part_of(RingId{2}) == PartId{1});
    CHECK(layer.part_of(RingId{3}) == PartId{2});
    CHECK(rings_of(layer, layer[PartId{0}]).size() == 2);
}

TEST_CASE("moments of a feature are those of its parts, less the holes") {
    const Layer layer = layer_of(kTwoFeatures);
    CHECK(moments(layer, FeatureId{0}).twice_area == 2 * (81 - 9) + 1);
    CHECK(moments(layer, layer[PartId{1}]).twice_area == 1);
    CHECK(centroid(moments(layer, layer[PartId{0}])) == kernel::Position{4.5, 4.5});
    CHECK(box_of(layer, layer[PartId{0}]) == kernel::Box{{0, 0}, {9, 9}});
}

TEST_CASE("a selection has its features in the order asked for, with their parts and rings") {
    const Layer layer = layer_of(kTwoFeatures);
    const std::vector wanted = {FeatureId{2}, FeatureId{1}, FeatureId{0}};
    const Layer selection = select(layer, wanted);
    REQUIRE(selection.features().size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK(selection[FeatureId(i)].code == layer[wanted[i]].code);
        CHECK(test::polygons_of(selection, FeatureId(i)) == test::polygons_of(layer, wanted[i]));
    }
    CHECK(selection.parts().size() == layer.parts().size());
    CHECK(selection.ring_count() == layer.ring_count());
}

TEST_CASE("a selection of some features leaves the others out") {
    const Layer selection = select(layer_of(kTwoFeatures), std::vector{FeatureId{2}});
    REQUIRE(selection.features().size() == 1);
    CHECK(selection[FeatureId{0}].code == "b");
    CHECK(selection.parts().size() == 1);
    CHECK(selection.edge_count() == 4);
}

TEST_CASE("a selection of all features is the layer") {
    for (const auto seed : test::seeds(30)) {
        INFO("seed " << seed);
        const Layer layer = layer_of(test::random_rubbish(seed));
        std::vector<FeatureId> all;
        for (std::size_t i = 0; i < layer.features().size(); ++i)
            all.push_back(FeatureId(i));
        const Layer selection = select(layer, all);
        CHECK(std::ranges::equal(selection.points(), layer.points()));
        CHECK(selection.ring_count() == layer.ring_count());
        CHECK(selection.parts().size() == layer.parts().size());
    }
}

TEST_CASE("a selection of nothing has nothing") {
    const Layer selection = select(layer_of(kTwoFeatures), {});
    CHECK(selection.features().empty());
    CHECK(selection.parts().empty());
    CHECK(selection.points().empty());
}

TEST_CASE("a feature that is selected twice is there twice") {
    const Layer selection = select(layer_of(kTwoFeatures), std::vector{FeatureId{0}, FeatureId{0}});
    REQUIRE(selection.features().size() == 2);
    CHECK(selection[FeatureId{1}].code == "a");
    CHECK(selection.parts_of(FeatureId{1}).size() == 2);
    CHECK(test::polygons_of(selection, FeatureId{0}) == test::polygons_of(selection, FeatureId{1}));
}

TEST_CASE("what is selected keeps its source, its name and its lattice") {
    constexpr kernel::Lattice kMillimetres{.units_per_metre = 1000};
    Layer layer({.file = "zones.gpkg", .layer = "zones"}, kMillimetres);
    layer.add_feature({.code = "a", .name = "A", .fid = 7});
    const FeatureId b = layer.add_feature({.code = "b", .name = "B", .fid = 9});
    const Layer selection = select(layer, std::vector{b});
    CHECK(selection.lattice() == kMillimetres);
    CHECK(selection[FeatureId{0}].name == "B");
    CHECK(selection.source_of(FeatureId{0}) == layer.source_of(b));
}

TEST_CASE("what is selected of a schematic layer is schematic, even when it is nothing") {
    Layer layer({.file = "schets.gpkg"}, test::kUnits, Provenance::Schematic);
    const FeatureId a = layer.add_feature({.code = "a"});
    CHECK(select(layer, std::vector{a}).provenance() == Provenance::Schematic);
    CHECK(select(layer, {}).provenance() == Provenance::Schematic);
    CHECK(select(layer_of(kTwoFeatures), std::vector{a}).provenance() == Provenance::Given);
}

TEST_CASE("a feature says where it comes from") {
    Layer layer({.file = "zones.gpkg", .layer = "zones"}, test::kUnits);
    const FeatureId id = layer.add_feature({.code = "a", .name = "A", .fid = 7});
    CHECK(layer.source_of(id) == SourceRef{.file = "zones.gpkg", .layer = "zones", .fid = 7});
}

} // namespace regio::layer
