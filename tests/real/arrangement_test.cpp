// Arrangements of real layers: whether GEOS calls their areas valid, and what is known of them.

#include "arrangement/arrangement.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/partition_sums.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "topology/overlap.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

using arrangement::arrange;
using arrangement::Arrangement;
using arrangement::FaceId;
using arrangement::LabelId;
using arrangement::Tag;
using Catch::WithinAbs;
using kernel::Wide;
using layer::FeatureId;
using layer::Layer;
using topology::Chains;

constexpr double kSquareKilometre = 1e6;

/// The area of the faces that lie in two features or more, in km².
double shared_km2(const Layer& layer) {
    const Chains chains(layer);
    const Arrangement all = arrange(std::array{&chains});
    Wide twice_area = 0;
    for (std::uint32_t face = 1; face < all.face_count(); ++face)
        if (all.tags(FaceId{face}).size() > 1)
            twice_area += all.twice_area(FaceId{face});
    return layer.lattice().square_metres(twice_area) / kSquareKilometre;
}

/// Two layers of one job, arranged.
struct Overlay {
    explicit Overlay(const project::OpenedLayers& opened)
        : a(opened.layers[0].layer), b(opened.layers[1].layer), all(arrange(std::array{&a, &b})) {}

    /// Twice the area of the faces of each feature, and of each pair of one of the two layers and
    /// one of the other.
    [[nodiscard]] std::map<std::vector<Tag>, Wide> areas() const {
        std::map<std::vector<Tag>, Wide> areas;
        for (std::uint32_t i = 1; i < all.face_count(); ++i) {
            const auto tags = all.tags(FaceId{i});
            for (const Tag tag : tags)
                areas[{tag}] += all.twice_area(FaceId{i});
            if (tags.size() == 2)
                areas[{tags[0], tags[1]}] += all.twice_area(FaceId{i});
        }
        return areas;
    }

    Chains a, b;
    Arrangement all;
    arrangement::Members members{
        std::array{static_cast<const Chains*>(&a), static_cast<const Chains*>(&b)}};
};

project::OpenedLayers open_two(const io::LayerSource& one, const io::LayerSource& other) {
    std::vector<Finding> findings;
    return project::open_layers(std::vector{one, other}, {}, findings);
}

} // namespace

TEST_CASE("a clean layer comes out of an arrangement as it went in, bit for bit") {
    if (!real_data_there())
        return;
    for (const char* const file : {"municipalities/2024.gpkg", "fine/deelgemeenten_2025.gpkg"}) {
        INFO(file);
        const Layer layer = open_layer(layer_source(file, ""));
        const Chains chains(layer);
        const Arrangement all = arrange(std::array{&chains});
        const auto areas = all.partition();
        std::size_t different = 0;
        CHECK(areas.size() == layer.features().size() + 1);
        for (std::uint32_t label = 1; label < areas.size(); ++label) {
            const auto tags = all.labels().tags(LabelId{label});
            REQUIRE(tags.size() == 1);
            const auto before = normalised(polygons_of(layer, FeatureId(index(tags[0]))));
            different += areas[label] == before ? 0U : 1U;
        }
        CHECK(different == 0);
    }
}

TEST_CASE("what features of the dirty layers share has the area that GEOS has measured") {
    if (!real_data_there())
        return;
    CHECK_THAT(shared_km2(open_layer(layer_source("dirty/vrbg_2018_overlapping.gpkg", ""))),
               WithinAbs(19.36, 0.01));
    CHECK_THAT(shared_km2(open_layer(layer_source("dirty/provinces_stitched.gpkg", ""))),
               WithinAbs(1.62, 0.01));
}

TEST_CASE("municipalities of two surveys part the plane in valid areas that add up to them") {
    if (!real_data_there())
        return;
    const auto opened = open_two(layer_source("municipalities/2018.gpkg", ""),
                                 layer_source("municipalities/2018_osm2015.gpkg", ""));
    const Overlay overlay(opened);
    const GeosOracle geos;
    std::size_t invalid = 0;
    for (const auto& area : overlay.all.partition())
        invalid += geos.validity(area).is_valid ? 0U : 1U;
    CHECK(invalid == 0);

    auto areas = overlay.areas();
    const auto own = topology::twice_areas(overlay.a);
    const auto borders_a = border_lengths(overlay.a);
    const auto borders_b = border_lengths(overlay.b);
    // Most edges stay where they are, and those that move do so by half a unit to either side.
    constexpr double kShare = 0.1;
    for (std::size_t i = 0; i < own.size(); ++i)
        CHECK(std::abs(static_cast<double>(areas[{Tag(i)}] - own[i])) <= kShare * borders_a[i]);
    for (const auto& pair : topology::overlap(overlay.a, overlay.b)) {
        const Tag one = overlay.members.tag({0, pair.a});
        const Tag other = overlay.members.tag({1, pair.b});
        CHECK(std::abs(static_cast<double>(areas[{one, other}]) - pair.area.twice_area()) <=
              kShare * (borders_a[index(pair.a)] + borders_b[index(pair.b)]));
    }
}

} // namespace regio::test
