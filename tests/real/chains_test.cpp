// Borders of large and of faulty layers.

#include "coverage/coverage_health.hpp"
#include "tests/support/feature_pairs.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "topology/edge_partners.hpp"
#include "topology/self_contacts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

using kernel::Point;
using layer::FeatureId;

/// How many edges, whichever way they are walked, stand in the chains more than once.
std::size_t repeated_edges(const topology::Chains& chains) {
    std::vector<std::pair<Point, Point>> edges;
    edges.reserve(chains.edge_count());
    for (const auto& chain : chains.all()) {
        const auto points = chains.points(chain);
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            edges.push_back(std::minmax({points[i], points[i + 1]}));
    }
    std::sort(edges.begin(), edges.end());
    return static_cast<std::size_t>(edges.end() - std::unique(edges.begin(), edges.end()));
}

std::set<std::string> features_that_meet_themselves(const layer::Layer& layer) {
    std::set<std::string> features;
    for (const auto& contact : topology::find_self_contacts(layer))
        features.insert(label_of(layer[contact.feature]));
    return features;
}

std::set<std::string> invalid_by_geos(const layer::Layer& layer) {
    const GeosOracle geos;
    std::set<std::string> features;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (!geos.validity(polygons_of(layer, FeatureId(i))).is_valid)
            features.insert(label_of(layer[FeatureId(i)]));
    return features;
}

struct Examined {
    layer::Layer layer;
    coverage::CoverageHealth health;

    explicit Examined(const io::LayerSource& source)
        : layer(open_layer(source)),
          health(coverage::coverage_health(layer, topology::Chains(layer))) {}

    [[nodiscard]] double metres(topology::Length length) const {
        return length.metres(layer.lattice());
    }
    [[nodiscard]] double gaps_m2() const {
        return layer.lattice().square_metres(moments(health.gaps).twice_area);
    }
};

} // namespace

TEST_CASE("each border of the French communes is stored once") {
    if (!real_data_there())
        return;
    const layer::Layer layer = open_layer(layer_source("scale/fr_communes_2018.gpkg", "code"));
    REQUIRE(layer.features().size() == 35228);
    const topology::Chains chains(layer);
    CHECK(repeated_edges(chains) == 0);
    const auto partners = topology::match_edges(layer);
    const auto paired = static_cast<std::size_t>(
        std::count_if(partners.begin(), partners.end(),
                      [](std::uint32_t p) { return p != topology::kNoPartner; }));
    CHECK(chains.edge_count() == layer.edge_count() - paired / 2);
    CHECK(chains.memory() < 12 * chains.edge_count());
}

TEST_CASE("the one commune that rounding makes invalid is named, as by GEOS") {
    if (!real_data_there())
        return;
    const layer::Layer layer = open_layer(layer_source("scale/fr_communes_2018.gpkg", "code"));
    const auto ours = features_that_meet_themselves(layer);
    CHECK(ours.size() == 1);
    CHECK(ours == invalid_by_geos(layer));
}

TEST_CASE(
    "clean layers have no overlap, and one-sided borders only around areas without a feature") {
    if (!real_data_there())
        return;
    for (const char* const file :
         {"municipalities/2018.gpkg", "municipalities/2024.gpkg", "municipalities/2025.gpkg"}) {
        INFO(file);
        const Examined examined(layer_source(file, "nis"));
        CHECK(examined.health.overlaps.empty());
        CHECK(examined.metres(examined.health.inside_other) == 0);
        CHECK(examined.gaps_m2() < 0.2e6);
        CHECK(features_that_meet_themselves(examined.layer).empty());
    }
}

TEST_CASE(
    "in layers with faults the features that overlap are those whose interiors meet by GEOS") {
    if (!real_data_there())
        return;
    const GeosOracle geos;
    for (const char* const file :
         {"dirty/vrbg_2018_overlapping.gpkg", "dirty/provinces_stitched.gpkg"}) {
        INFO(file);
        const Examined examined(layer_source(file, "nis"));
        CHECK((examined.health.overlaps == pairs_by_geos(geos, examined.layer, kInsidesMeet)));
    }
}

// Simplified polygon by polygon, neighbours have lost each other's vertices: three fifths of the
// borders are one-sided, and two fifths of their length lies inside a neighbour.
TEST_CASE("borders of polygons that were simplified one by one are counted") {
    if (!real_data_there())
        return;
    const Examined examined(layer_source("dirty/vrbg_2018_overlapping.gpkg", "nis"));
    CHECK(examined.health.edges == 12'505);
    CHECK(examined.health.one_sided_edges == 7'809);
    CHECK(examined.metres(examined.health.inside_other) == Approx(2'180'000).epsilon(0.001));
    CHECK(examined.health.overlaps.size() == 733);
}

// Two sources side by side share few vertices: what is two-sided lies within one source.
TEST_CASE("borders of provinces stitched from two sources are counted") {
    if (!real_data_there())
        return;
    const Examined examined(layer_source("dirty/provinces_stitched.gpkg", "nis"));
    CHECK(examined.health.edges == 31'096);
    CHECK(examined.health.one_sided_edges == 27'697);
    CHECK(examined.health.overlaps.size() == 20);
}

// Its one-sided borders are those of the country, of gaps, and of rings that cross themselves.
TEST_CASE("the ten invalid polygons of the layer of 2014 are those of GEOS, by name") {
    if (!real_data_there())
        return;
    const layer::Layer layer =
        open_layer(layer_source("dirty/municipalities_2014_invalid_wgs84.geojson", "", "name"));
    REQUIRE(layer.features().size() == 589);
    const auto ours = features_that_meet_themselves(layer);
    CHECK(ours.size() == 10);
    CHECK(ours == invalid_by_geos(layer));
    const auto health = coverage::coverage_health(layer, topology::Chains(layer));
    CHECK(health.edges == 21'685);
    CHECK(health.one_sided_edges == 2'132);
}

} // namespace regio::test
