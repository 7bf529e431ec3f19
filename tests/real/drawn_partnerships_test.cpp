// Drawn working areas through the whole project: members, verdicts and shapes on real layers.

#include "io/layer_writer.hpp"
#include "project/default_mergers.hpp"
#include "project/dissolve.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/geos_oracle.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

using layer::FeatureId;
using nesting::Assessment;
using nesting::Relation;
using nesting::ShapeRelation;

io::PartnershipsSource drawn_list(const std::string& file, const std::string& kind) {
    auto source = list_from(file);
    source.kind_is = kind;
    source.terms.list = kind;
    return source;
}

const Assessment& find(const project::Project& project, const std::string& id) {
    const auto found =
        std::find_if(project.assessments.begin(), project.assessments.end(),
                     [&](const Assessment& a) { return a.partnership.partnership.id == id; });
    REQUIRE(found != project.assessments.end());
    return *found;
}

std::map<std::string, FeatureId> features_by_code(const layer::Layer& layer) {
    std::map<std::string, FeatureId> features;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        features[layer[FeatureId(i)].code] = FeatureId(i);
    return features;
}

/// What GEOS says of the shares and of what lies outside the container.
void check_by_geos(const project::Project& project, const layer::Layer& zones,
                   const std::string& id) {
    CAPTURE(id);
    const auto& drawing = *find(project, id).drawing;
    const auto& municipalities = project.boundaries->layer();
    REQUIRE(zones.lattice() == municipalities.lattice());
    const auto zone = polygons_of(zones, features_by_code(zones).at(id));
    const auto polygons = [&](registry::MunicipalityIndex municipality) {
        return polygons_of(municipalities, project.boundaries->features_of(municipality).front());
    };
    const GeosOracle geos;
    for (const auto* shares : {&drawing.covered.members, &drawing.covered.partial})
        for (const auto& share : *shares) {
            const auto whole = polygons(share.municipality);
            CHECK(share.share() ==
                  Approx(geos.overlap_area(whole, zone) / geos.area(whole)).margin(1e-6));
        }
    double excess = geos.area(zone);
    for (const auto region : drawing.container)
        for (const auto municipality : project.regions[region].municipalities)
            excess -= geos.overlap_area(polygons(municipality), zone);
    double parts_m2 = 0;
    for (const auto& part : drawing.shape.value().parts)
        parts_m2 += part.area_m2;
    const double unit_m = zones.lattice().unit_m();
    // Crossings are rounded by half a millimetre along borders of less than a thousand kilometres.
    CHECK(parts_m2 == Approx(excess * unit_m * unit_m).margin(1000));
}

/// The codes before 2019 of a municipality of 2019 to 2024.
std::vector<std::string> old_codes(const std::string& code) {
    std::vector<std::string> codes;
    for (const auto& row : project::default_mergers())
        if (row.new_code == code && row.date == make_date(2019, 1, 1))
            codes.push_back(row.old_code);
    return codes.empty() ? std::vector<std::string>{code} : codes;
}

/// The working areas of a project, one of `step`, dissolved from boundaries of another survey.
io::OutputLayer redrawn(const project::Project& listed, std::size_t step) {
    std::vector<Finding> findings;
    const auto opened =
        open_layer(layer_source("municipalities/2018_osm2015.gpkg", "nis"), {}, findings);
    const auto features = features_by_code(opened.layer);
    std::vector<project::FeatureGroup> groups;
    for (std::size_t i = 0; i < listed.assessments.size(); i += step) {
        const auto& partnership = listed.assessments[i].partnership;
        auto& group = groups.emplace_back();
        group.code = partnership.partnership.id;
        group.name = partnership.partnership.name;
        for (const auto member : partnership.members)
            for (const auto& code : old_codes(listed.territory.current()[member].code))
                group.features.push_back(features.at(code));
        std::sort(group.features.begin(), group.features.end());
    }
    io::OutputLayer layer{.name = "areas",
                          .crs_wkt = opened.own_crs.wkt(),
                          .lattice = opened.layer.lattice(),
                          .fields = {{.name = "id"}, {.name = "naam"}},
                          .features = {},
                          .style = {}};
    for (auto& outline : project::dissolve(opened.layer, groups, findings))
        layer.features.push_back(
            {.geometry = std::move(outline.polygons), .values = {outline.code, outline.name}});
    return layer;
}

project::ProjectOptions territory_of_2024() {
    auto options = real_territory(2024);
    options.as_of = make_date(2024, 12, 31);
    return options;
}

/// Says for which tolerances each answer holds.
void print_intervals(const project::Project& drawn) {
    for (const auto& assessment : drawn.assessments) {
        const auto& shape = assessment.drawing->shape.value();
        std::cout << assessment.partnership.partnership.name << ": "
                  << nesting::id_of(assessment.verdict.relation) << ", " << id_of(shape.relation)
                  << " [" << shape.holds_from_m << ", " << shape.holds_to_m << ")"
                  << (shape.is_fragile ? " fragile\n" : "\n");
    }
}

void check_redrawn(std::size_t step) {
    auto options = territory_of_2024();
    options.partnerships = {register_of_2023()};
    const auto listed = project::open_project(options);
    const Scratch scratch;
    std::vector<Finding> findings;
    io::write_layer(redrawn(listed, step), io::LayerFormat::GeoPackage, scratch.path("areas.gpkg"),
                    io::Overwrite::No, findings);
    options.partnerships = {list_from(scratch.path("areas.gpkg"))};
    const auto drawn = project::open_project(options);
    REQUIRE(drawn.assessments.size() == (listed.assessments.size() + step - 1) / step);
    for (const auto& assessment : drawn.assessments) {
        CAPTURE(assessment.partnership.partnership.name);
        const auto& list = find(listed, assessment.partnership.partnership.id);
        CHECK(assessment.partnership.members == list.partnership.members);
        CHECK(assessment.partnership.partial_members.empty());
        CHECK(assessment.verdict.relation == list.verdict.relation);
        const auto& shape = assessment.drawing->shape.value();
        const bool crosses = list.verdict.relation == Relation::Crosses;
        CHECK((shape.relation == ShapeRelation::Outside) == crosses);
    }
    print_intervals(drawn);
}

} // namespace

TEST_CASE("wildlife zones cross regions by whole and by partial municipalities") {
    if (!real_data_there())
        return;
    auto options = real_territory(2025);
    options.as_of = make_date(2025, 1, 1);
    options.municipalities.front().table.where = {{.field = "region", .values = {"VL"}}};
    options.partnerships = {
        drawn_list(data_file("zones/faunabeheerzones.gpkg"), "faunabeheerzone")};
    const auto project = project::open_project(options);
    CHECK(counts(project) == Counts{1, 0, 0, 9, 0});
    using Sizes = std::tuple<std::size_t, std::size_t>;
    std::map<std::string, Sizes> sizes;
    for (const auto& assessment : project.assessments) {
        sizes[assessment.partnership.partnership.id] = {
            assessment.partnership.members.size(), assessment.partnership.partial_members.size()};
        CHECK(assessment.partnership.list == "faunabeheerzone");
        CHECK_FALSE(assessment.drawing->shape.value().is_fragile);
    }
    CHECK(sizes == std::map<std::string, Sizes>{{"1", {48, 10}},
                                                {"2", {29, 12}},
                                                {"3", {48, 18}},
                                                {"4", {46, 17}},
                                                {"5", {37, 12}},
                                                {"6", {59, 26}},
                                                {"7", {34, 15}},
                                                {"8", {20, 10}},
                                                {"9", {29, 8}},
                                                {"10", {1, 0}}});
    CHECK(find(project, "9").drawing->weight->without == Relation::Within);
    CHECK(find(project, "10").drawing->shape->relation == ShapeRelation::Within);
    std::vector<Finding> findings;
    auto municipalities = layer_source("municipalities/2025.gpkg", "nis");
    municipalities.where = {{.field = "region", .values = {"VL"}}};
    const std::vector<io::LayerSource> sources = {
        municipalities, layer_source("zones/faunabeheerzones.gpkg", "code")};
    const auto opened = project::open_layers(sources, {}, findings);
    for (const auto* id : {"5", "9", "10"})
        check_by_geos(project, opened.layers[1].layer, id);
}

TEST_CASE("every twelfth verdict of 2023 is told by a drawing of another survey alone") {
    if (real_data_there())
        check_redrawn(12);
}

// Takes too long for every day: regio_real_tests "[all-redrawn]".
TEST_CASE("every verdict of 2023 is told by a drawing of another survey alone",
          "[.][all-redrawn]") {
    if (real_data_there())
        check_redrawn(1);
}

TEST_CASE("drawn regions without codes have the 300 municipalities of the table") {
    if (!real_data_there())
        return;
    auto options = territory_of_2024();
    options.partnerships = {register_of_2023()};
    const auto by_table = project::open_project(options);
    io::RegionsSource regions;
    regions.table.source.file = data_file("zones/refreg.gpkg");
    options.regions = {regions};
    const auto by_share = project::open_project(options);
    REQUIRE(by_share.regions.size() == 15);
    std::size_t in_regions = 0;
    for (const auto& region : by_share.regions.all()) {
        CAPTURE(region.code);
        in_regions += region.municipalities.size();
        CHECK(region.municipalities ==
              by_table.regions[by_table.regions.find(region.code).value()].municipalities);
    }
    CHECK(in_regions == 300);
    for (const auto& finding : by_share.findings)
        CHECK(finding.number != FindingNumber::RegionByShareDoubtful);
    CHECK(counts(by_share) == counts(by_table));
}

} // namespace regio::test
