// Verdicts as layers: what is written has the areas that the report tells, and reads back the same.

#include "io/layer_writer.hpp"
#include "project/verdict_layers.hpp"
#include "tests/support/real_data.hpp"
#include "tests/support/scratch.hpp"
#include "tests/support/written_layer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace regio::test {

namespace {

using nesting::Assessment;

std::vector<const Assessment*> all_of(const project::Project& project) {
    std::vector<const Assessment*> all;
    for (const Assessment& assessment : project.assessments)
        all.push_back(&assessment);
    return all;
}

std::vector<io::OutputLayer> layers_of(const project::Project& project) {
    std::vector<Finding> findings;
    auto layers =
        project::verdict_layers(project, all_of(project), project::VerdictLayers::All, findings);
    REQUIRE(layers.size() == 2);
    return layers;
}

/// The value of a field; nothing where it is empty.
template <typename Value>
const Value* value(const io::OutputLayer& layer, const io::OutputFeature& feature,
                   const std::string& field) {
    const auto found = std::find_if(layer.fields.begin(), layer.fields.end(),
                                    [&](const auto& own) { return own.name == field; });
    REQUIRE(found != layer.fields.end());
    return std::get_if<Value>(
        &feature.values[static_cast<std::size_t>(found - layer.fields.begin())]);
}

double square_metres(const io::OutputLayer& layer, const io::OutputFeature& feature) {
    const auto& polygons = std::get<kernel::MultiPolygon>(feature.geometry);
    return layer.lattice.square_metres(moments(polygons).twice_area);
}

void check_read_back(const std::vector<io::OutputLayer>& layers) {
    const Scratch scratch;
    std::vector<Finding> findings;
    const std::string file = scratch.path("verdicts.gpkg");
    io::write_layers(layers, io::LayerFormat::GeoPackage, file, io::Overwrite::No, findings);
    CHECK(findings.empty());
    for (const auto& layer : layers) {
        const WrittenLayer written(file, layer.name);
        CHECK(written.is_valid());
        const auto features = written.features(layer.lattice);
        REQUIRE(features.size() == layer.features.size());
        for (std::size_t i = 0; i < features.size(); ++i)
            CHECK((features[i].geometry == layer.features[i].geometry));
    }
}

} // namespace

TEST_CASE("written working areas of lists have the area of their members") {
    if (!real_data_there())
        return;
    auto options = real_territory(2024);
    options.as_of = make_date(2024, 12, 31);
    options.partnerships = {register_of_2023()};
    const auto project = project::open_project(options);
    const auto layers = layers_of(project);
    const auto& areas = layers.front();
    REQUIRE(areas.features.size() == project.assessments.size());
    std::size_t outsiders = 0;
    for (std::size_t i = 0; i < areas.features.size(); ++i) {
        const Assessment& assessment = project.assessments[i];
        CAPTURE(assessment.partnership.partnership.name);
        outsiders += assessment.verdict.outsiders.size();
        double members_m2 = 0;
        for (const auto member : assessment.partnership.members)
            members_m2 += registry::square_metres(project.boundaries->area_of(member).value());
        const double* const area_m2 = value<double>(areas, areas.features[i], "area_m2");
        REQUIRE(area_m2 != nullptr);
        CHECK(*area_m2 == Approx(members_m2).margin(0.001));
        CHECK(*area_m2 == square_metres(areas, areas.features[i]));
        CHECK(*value<std::string>(areas, areas.features[i], "verdict") ==
              nesting::id_of(assessment.verdict.relation));
    }
    CHECK(layers.back().features.size() == outsiders);
    check_read_back(layers);
}

TEST_CASE("written drawings have the areas and the excess that their verdicts tell") {
    if (!real_data_there())
        return;
    auto options = real_territory(2025);
    options.as_of = make_date(2025, 1, 1);
    options.municipalities.front().table.where = {{.field = "region", .values = {"VL"}}};
    options.partnerships = {list_from(data_file("zones/faunabeheerzones.gpkg"))};
    const auto project = project::open_project(options);
    const auto layers = layers_of(project);
    std::map<std::string, std::pair<double, std::size_t>> parts; // by id: area and number
    for (const auto& feature : layers.back().features) {
        auto& [area_m2, count] = parts[*value<std::string>(layers.back(), feature, "id")];
        area_m2 += square_metres(layers.back(), feature);
        ++count;
        CHECK(*value<double>(layers.back(), feature, "area_m2") ==
              Approx(square_metres(layers.back(), feature)));
    }
    for (std::size_t i = 0; i < project.assessments.size(); ++i) {
        const Assessment& assessment = project.assessments[i];
        const auto& drawing = assessment.drawing.value();
        const auto& feature = layers.front().features[i];
        CAPTURE(assessment.partnership.partnership.id);
        CHECK(square_metres(layers.front(), feature) == drawing.area_m2);
        CHECK(*value<double>(layers.front(), feature, "area_m2") == drawing.area_m2);
        const auto& [area_m2, count] = parts[assessment.partnership.partnership.id];
        CHECK(count == drawing.shape.value().parts.size());
        CHECK(area_m2 == Approx(excess_m2(*drawing.shape)));
        CHECK(*value<double>(layers.front(), feature, "excess_m2") == excess_m2(*drawing.shape));
    }
    check_read_back(layers);
}

} // namespace regio::test
