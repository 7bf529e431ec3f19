// Whether the working areas of Flanders are in one piece, on real boundaries.

#include "coverage/outline.hpp"
#include "project/project.hpp"
#include "project/project_file.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace regio::test {

namespace {

using nesting::Assessment;
using registry::MunicipalityIndex;

project::Project flanders_on_real_boundaries() {
    auto options = project::read_project_file(REGIO_SOURCE_DIR "/shapes/flanders/regio.toml");
    for (auto& source : options.municipalities)
        source.boundaries =
            io::LayerSource{.source = {.file = data_file("municipalities/2025.gpkg"), .layer = {}},
                            .code = "nis",
                            .name = {},
                            .crs = {}};
    return project::open_project(options);
}

std::optional<layer::FeatureId> feature_of(const layer::Layer& layer, const std::string& code) {
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        if (layer[layer::FeatureId(i)].code == code)
            return layer::FeatureId(i);
    return std::nullopt;
}

/// How many polygons GEOS makes of the members together.
std::size_t pieces_by_geos(const project::Project& project, const Assessment& assessment,
                           const GeosOracle& geos) {
    const layer::Layer& layer = project.boundaries->layer();
    std::vector<kernel::MultiPolygon> polygons;
    for (const MunicipalityIndex member : assessment.partnership.members) {
        const auto feature = feature_of(layer, project.territory.current()[member].code);
        REQUIRE(feature);
        polygons.push_back(polygons_of(layer, *feature));
    }
    return geos.union_of(polygons).size();
}

const Assessment& named(const project::Project& project, const std::string& name) {
    const auto found =
        std::find_if(project.assessments.begin(), project.assessments.end(),
                     [&](const Assessment& a) { return a.partnership.partnership.name == name; });
    REQUIRE(found != project.assessments.end());
    return *found;
}

} // namespace

TEST_CASE("all 463 working areas have as many pieces as GEOS finds in the union of their members") {
    if (!real_data_there())
        return;
    const project::Project project = flanders_on_real_boundaries();
    const GeosOracle geos;
    REQUIRE(project.assessments.size() == 463);
    std::size_t in_pieces = 0;
    for (const Assessment& assessment : project.assessments) {
        INFO(assessment.partnership.partnership.name);
        REQUIRE(assessment.area);
        CHECK(assessment.area->pieces.size() == pieces_by_geos(project, assessment, geos));
        in_pieces += assessment.area->is_in_one_piece() ? 0U : 1U;
    }
    CHECK(in_pieces == 71);
}

TEST_CASE("Voeren is a piece of Limburg by itself, and Baarle-Hertog is 22 beside the Kempen") {
    if (!real_data_there())
        return;
    const project::Project project = flanders_on_real_boundaries();
    const auto& municipalities = project.territory.current();
    const auto voeren = municipalities.find("73109");
    const auto baarle = municipalities.find("13002");
    REQUIRE((voeren && baarle));

    const auto limburg = named(project, "Limburg.net").area.value();
    REQUIRE(limburg.pieces.size() == 2);
    CHECK(limburg.pieces[1].municipalities == std::vector{*voeren});
    CHECK(registry::square_metres(limburg.pieces[1].area) == Approx(50.6e6).epsilon(0.01));

    const auto kempen = named(project, "IOK").area.value();
    REQUIRE(kempen.pieces.size() == 23);
    for (std::size_t i = 1; i < kempen.pieces.size(); ++i)
        CHECK(kempen.pieces[i].municipalities == std::vector{*baarle});
}

TEST_CASE("Brussels is a hole in Flanders, and Halle-Vilvoorde on three sides of it in one piece") {
    if (!real_data_there())
        return;
    const project::Project project = flanders_on_real_boundaries();
    const auto& boundaries = *project.boundaries;
    const auto halle_vilvoorde = project.regions.find("Halle-Vilvoorde");
    REQUIRE(halle_vilvoorde);
    const auto& members = project.regions[*halle_vilvoorde].municipalities;
    CHECK(boundaries.working_area(members).value().is_in_one_piece());

    std::vector<layer::FeatureId> flanders;
    for (const auto& municipality : project.territory.current().all())
        flanders.push_back(feature_of(boundaries.layer(), municipality.code).value());
    const auto outline = coverage::Outliner(boundaries.chains()).outline(flanders);
    CHECK(outline.size() == 24); // the mainland, Voeren, and Baarle-Hertog's 22
    double largest_hole_m2 = 0;
    for (const auto& polygon : outline)
        for (const auto& hole : polygon.holes)
            largest_hole_m2 = std::max(largest_hole_m2, boundaries.layer().lattice().square_metres(
                                                            -twice_area(kernel::RingView(hole))));
    CHECK(largest_hole_m2 == Approx(162.4e6).epsilon(0.01)); // the Region of Brussels
}

} // namespace regio::test
