// Partitions and dissolved groups of real layers: valid by GEOS, a coverage edge by edge, and equal
// to what the layers share.

#include "arrangement/repair.hpp"
#include "coverage/dissolve.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/partition_sums.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace regio::test {

namespace {

using coverage::FeatureList;
using kernel::MultiPolygon;
using layer::FeatureId;
using layer::Layer;

/// Layers of one job, mended.
std::vector<Layer> open_all(const std::vector<const char*>& files) {
    std::vector<io::LayerSource> sources;
    for (const char* const file : files)
        sources.push_back(layer_source(file, ""));
    std::vector<Finding> findings;
    auto opened = project::open_layers(sources, {}, findings);
    std::vector<Layer> layers;
    for (project::OpenedLayer& layer : opened.layers) {
        auto mended = arrangement::repaired(layer.layer, findings);
        layers.push_back(mended ? std::move(*mended) : std::move(layer.layer));
    }
    return layers;
}

std::size_t count_invalid(const std::vector<MultiPolygon>& areas) {
    const GeosOracle geos;
    return static_cast<std::size_t>(
        std::count_if(areas.begin(), areas.end(),
                      [&](const MultiPolygon& area) { return !geos.validity(area).is_valid; }));
}

std::vector<MultiPolygon> areas_of(const std::vector<coverage::Piece>& pieces) {
    std::vector<MultiPolygon> areas;
    for (const auto& piece : pieces)
        areas.push_back(piece.polygons);
    return areas;
}

/// Features in so many groups by turns.
std::vector<FeatureList> groups_by_turns(const Layer& layer, std::size_t count) {
    std::vector<FeatureList> groups(count);
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        groups[i % count].push_back(FeatureId(i));
    return groups;
}

} // namespace

TEST_CASE(
    "two surveys of the municipalities and the regions have the overlaps of two as marginals") {
    if (!real_data_there())
        return;
    const PartitionedLayers layers(open_all(
        {"municipalities/2025.gpkg", "municipalities/2018_osm2015.gpkg", "zones/refreg.gpkg"}));
    for (const auto& [one, other] : {std::pair{0U, 1U}, {0U, 2U}, {1U, 2U}})
        for (const auto& difference : layers.differences(one, other)) {
            CAPTURE(one, other, difference.a, difference.b);
            CHECK(difference.in_square_units <= difference.bound);
        }
    const auto areas = areas_of(layers.pieces());
    CHECK(count_invalid(areas) == 0);
    CHECK(coverage_edges(areas).repeated == 0);
}

TEST_CASE("pieces of municipalities, regions and wildlife zones are a coverage, edge by edge") {
    if (!real_data_there())
        return;
    const PartitionedLayers layers(
        open_all({"municipalities/2025.gpkg", "zones/refreg.gpkg", "zones/faunabeheerzones.gpkg"}));
    const auto areas = areas_of(layers.pieces());
    CHECK(count_invalid(areas) == 0);
    const auto edges = coverage_edges(areas);
    CHECK(edges.repeated == 0);
    CHECK(edges.one_sided == edges_of(normalised(GeosOracle().union_of(areas))));
}

TEST_CASE("pieces of the dirty layers and the municipalities of 2018 are valid") {
    if (!real_data_there())
        return;
    for (const char* const file :
         {"dirty/vrbg_2018_overlapping.gpkg", "dirty/provinces_stitched.gpkg",
          "dirty/municipalities_2014_invalid_wgs84.geojson"}) {
        INFO(file);
        const PartitionedLayers layers(open_all({"municipalities/2018.gpkg", file}));
        CHECK(count_invalid(areas_of(layers.pieces())) == 0);
    }
}

TEST_CASE("dirty layers are dissolved to the unions of GEOS, and what is shared is known") {
    if (!real_data_there())
        return;
    constexpr double kSquareKilometre = 1e6;
    // Only what is crossed moves, at the crossing by half a unit and less towards its ends.
    constexpr double kShare = 0.01;
    const std::map<const char*, double> shared_km2 = {{"dirty/vrbg_2018_overlapping.gpkg", 19.36},
                                                      {"dirty/provinces_stitched.gpkg", 1.62}};
    const GeosOracle geos;
    for (const auto& [file, shared] : shared_km2) {
        INFO(file);
        const Layer layer = open_all({file}).front();
        auto groups = groups_by_turns(layer, 2);
        groups.emplace_back(layer.features().size());
        for (std::size_t i = 0; i < groups.back().size(); ++i)
            groups.back()[i] = FeatureId(i);
        const auto dissolved = coverage::dissolve(layer, groups);
        const auto borders = border_lengths(topology::Chains(layer));
        for (std::size_t i = 0; i < groups.size(); ++i) {
            CHECK(geos.validity(dissolved[i].area).is_valid);
            const double ours = static_cast<double>(moments(dissolved[i].area).twice_area) / 2;
            const double theirs = geos.union_area(test::polygons_of(layer, groups[i]));
            double border = 0;
            for (const FeatureId feature : groups[i])
                border += borders[index(feature)];
            CHECK(std::abs(ours - theirs) < kShare * border);
        }
        CHECK_THAT(layer.lattice().square_metres(dissolved.back().twice_shared) / kSquareKilometre,
                   Catch::WithinAbs(shared, 0.01));
    }
}

} // namespace regio::test
