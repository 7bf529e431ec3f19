// The reference regions, dissolved from municipalities, against their publisher's own outlines and
// the official figures.

#include "coverage/outline.hpp"
#include "io/table.hpp"
#include "project/dissolve.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

namespace regio::test {

namespace {

struct DissolvedRegions {
    layer::Layer regions;
    std::vector<project::Outline> outlines;
};

/// Municipalities of 2025 by their region, beside the layer of regions, on one lattice.
DissolvedRegions dissolve_regions() {
    const std::vector<io::LayerSource> sources = {layer_source("municipalities/2025.gpkg", "nis"),
                                                  layer_source("zones/refreg.gpkg", "code")};
    std::vector<Finding> findings;
    auto opened = project::open_layers(sources, {}, findings);
    const layer::Layer& municipalities = opened.layers[0].layer;
    const auto groups = project::group_by_table(
        municipalities,
        {.table = {.source = {.file = data_file("tables/nis_memberships_2025.csv"), .layer = {}},
                   .where = {}},
         .group = "refreg_code",
         .name = "refreg_name",
         .member = "nis"},
        findings);
    auto outlines = project::dissolve(municipalities, groups, findings);
    CHECK(findings.empty());
    return {std::move(opened.layers[1].layer), std::move(outlines)};
}

std::map<std::string, layer::FeatureId> by_code(const layer::Layer& layer) {
    std::map<std::string, layer::FeatureId> features;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        features.emplace(layer[layer::FeatureId(i)].code, layer::FeatureId(i));
    return features;
}

} // namespace

TEST_CASE("regions dissolved from municipalities are the published ones, edge by edge") {
    if (!real_data_there())
        return;
    const DissolvedRegions dissolved = dissolve_regions();
    const auto published = by_code(dissolved.regions);
    REQUIRE(dissolved.outlines.size() == 15);
    REQUIRE(published.size() == 15);
    for (const auto& outline : dissolved.outlines) {
        INFO(outline.code);
        const auto region = published.at(outline.code);
        CHECK(edges_of(outline.polygons) == edges_of(polygons_of(dissolved.regions, region)));
        CHECK(moments(outline.polygons) == moments(dissolved.regions, region));
    }
}

// On the coast the layer reaches 0.37 km² further out than the official limit; the publisher's own
// outline of the region, which is the same edge by edge, does too.
TEST_CASE("dissolved regions have their official areas within a thousandth, inland") {
    if (!real_data_there())
        return;
    io::Table official(
        {.source = {.file = data_file("../facts/reference_regions.csv"), .layer = {}},
         .where = {}});
    const auto code = official.fields().require("code");
    const auto area = official.fields().require("area_km2");
    std::map<std::string, double> km2;
    while (official.next())
        km2[std::string(official.cell(code))] = std::stod(std::string(official.cell(area)));
    for (const auto& outline : dissolve_regions().outlines) {
        INFO(outline.code);
        const double most = outline.code == "REFREG09" ? 0.00125 : 0.001;
        CHECK(outline.area_m2 / 1e6 == Approx(km2.at(outline.code)).epsilon(most));
    }
}

} // namespace regio::test
