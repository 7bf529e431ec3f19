// The partnerships of 2023 as one layer of areas that overlap each other, against the regions.

#include "layer/regroup.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/real_layers.hpp"
#include "topology/overlap.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace regio::test {

namespace {

using kernel::AreaSum;
using layer::FeatureId;
using layer::Layer;
using layer::Regrouping;
using nesting::Relation;
using registry::MunicipalityIndex;
using topology::Chains;

project::Project open_register() {
    auto options = real_territory(2024);
    options.partnerships.push_back(register_of_2023());
    return project::open_project(options);
}

/// Municipalities by code.
std::map<std::string, FeatureId> features_by_code(const Layer& layer) {
    std::map<std::string, FeatureId> features;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        features[layer[FeatureId(i)].code] = FeatureId(i);
    return features;
}

Regrouping regrouping(const std::string& code, const std::vector<MunicipalityIndex>& members,
                      const registry::MunicipalityTable& municipalities,
                      const std::map<std::string, FeatureId>& features) {
    Regrouping group{.feature = {.code = code}, .members = {}};
    for (const MunicipalityIndex member : members)
        group.members.push_back(features.at(municipalities[member].code));
    return group;
}

std::vector<Regrouping> working_areas(const project::Project& project, const Layer& layer) {
    const auto features = features_by_code(layer);
    std::vector<Regrouping> groups;
    for (const auto& assessment : project.assessments)
        groups.push_back(regrouping(assessment.partnership.partnership.id,
                                    assessment.partnership.members, project.territory.current(),
                                    features));
    return groups;
}

std::vector<Regrouping> regions(const project::Project& project, const Layer& layer) {
    const auto features = features_by_code(layer);
    std::vector<Regrouping> groups;
    for (const auto& region : project.regions.all())
        groups.push_back(
            regrouping(region.code, region.municipalities, project.territory.current(), features));
    return groups;
}

/// What areas alone say: regions that are touched, and those that are covered whole.
Relation relation_of(std::size_t touched, std::size_t whole) {
    if (touched == 1)
        return whole == 1 ? Relation::Coincides : Relation::Within;
    return touched == whole ? Relation::Supraregional : Relation::Crosses;
}

using Matrix = std::map<std::pair<std::size_t, std::size_t>, AreaSum>;

Matrix matrix_of(const Layer& a, const Layer& b) {
    Matrix matrix;
    for (const auto& pair : topology::overlap(Chains(a), Chains(b)))
        matrix[{index(pair.a), index(pair.b)}] = pair.area;
    return matrix;
}

} // namespace

TEST_CASE("the verdict on every working area of 2023 can be read off its overlaps") {
    if (!real_data_there())
        return;
    const auto project = open_register();
    const Layer municipalities = open_layer(layer_source("municipalities/2024.gpkg", "nis"));
    const Chains areas(regroup(municipalities, working_areas(project, municipalities)));
    const Chains whole_regions(regroup(municipalities, regions(project, municipalities)));
    REQUIRE(areas.feature_count() == 179);
    REQUIRE(whole_regions.feature_count() == 15);
    const auto own = topology::twice_areas(areas);
    const auto own_of_regions = topology::twice_areas(whole_regions);
    std::vector<AreaSum> inside(areas.feature_count());
    std::vector<std::size_t> touched(areas.feature_count());
    std::vector<std::size_t> whole(areas.feature_count());
    for (const auto& pair : topology::overlap(areas, whole_regions)) {
        inside[index(pair.a)] += pair.area;
        ++touched[index(pair.a)];
        whole[index(pair.a)] += pair.area == AreaSum(own_of_regions[index(pair.b)]) ? 1U : 0U;
    }
    for (std::size_t i = 0; i < areas.feature_count(); ++i) {
        CAPTURE(project.assessments[i].partnership.partnership.name);
        CHECK((inside[i] == AreaSum(own[i])));
        CHECK(relation_of(touched[i], whole[i]) == project.assessments[i].verdict.relation);
    }
}

TEST_CASE("what a working area shares with a region is the sum of its members', bit for bit") {
    if (!real_data_there())
        return;
    const auto project = open_register();
    std::vector<Finding> findings;
    const std::vector<io::LayerSource> sources = {layer_source("municipalities/2024.gpkg", "nis"),
                                                  layer_source("zones/refreg.gpkg", "code")};
    const auto opened = project::open_layers(sources, {}, findings);
    const Layer& municipalities = opened.layers[0].layer;
    const Layer& drawn_regions = opened.layers[1].layer;
    const auto groups = working_areas(project, municipalities);
    const Matrix by_member = matrix_of(municipalities, drawn_regions);
    Matrix sums;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (const FeatureId member : groups[i].members)
            for (std::size_t region = 0; region < drawn_regions.features().size(); ++region)
                if (const auto pair = by_member.find({index(member), region});
                    pair != by_member.end())
                    sums[{i, region}] += pair->second;
    CHECK(sums.size() > groups.size());
    CHECK((matrix_of(regroup(municipalities, groups), drawn_regions) == sums));
}

} // namespace regio::test
