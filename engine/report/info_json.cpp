#include "report/info_json.hpp"

#include "report/finding_json.hpp"
#include "report/json_values.hpp"
#include "report/layer_json.hpp"

#include <nlohmann/json.hpp>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;

/// The object of a part that a layer may lack.
template <typename T, typename Object>
Json object_or_null(const std::optional<T>& value, const Object& object) {
    return value ? object(*value) : Json(nullptr);
}

Json position_object(kernel::Position position) {
    return {{"x", position.x}, {"y", position.y}};
}

Json field_object(const FieldInfo& field) {
    Json meanings = Json::array();
    for (const auto& meaning : field.meanings)
        meanings.push_back(meaning.id);
    return {{"name", field.name},
            {"type", field.type},
            {"filled", field.filled},
            {"samples", field.samples},
            {"meanings", std::move(meanings)}};
}

Json crs_object(const CrsInfo& crs) {
    return {{"name", crs.name},
            {"code", text_or_null(crs.code)},
            {"geographic", crs.is_geographic},
            {"declared", crs.is_declared}};
}

Json extent_object(const kernel::Extent& extent) {
    if (extent.is_empty())
        return nullptr;
    return {{"min_x", extent.min_x},
            {"min_y", extent.min_y},
            {"max_x", extent.max_x},
            {"max_y", extent.max_y}};
}

Json polygons_object(const PolygonsInfo& polygons) {
    return {{"extent", extent_object(polygons.extent)},
            {"lattice_unit_m", polygons.unit_m},
            {"features_with", polygons.features_with},
            {"features_without", polygons.features_without},
            {"parts", polygons.parts},
            {"holes", polygons.holes},
            {"vertices", polygons.vertices},
            {"area_m2", polygons.area_m2}};
}

Json gaps_object(const GapsInfo& gaps) {
    Json largest = nullptr;
    if (gaps.largest_at) {
        largest = {{"area_m2", gaps.largest_m2}};
        largest.update(position_object(*gaps.largest_at));
    }
    return {{"count", gaps.count}, {"area_m2", gaps.area_m2}, {"largest", std::move(largest)}};
}

Json overlaps_object(const CoverageInfo& coverage) {
    Json first = Json::array();
    for (const auto& [one, other] : coverage.first_overlaps)
        first.push_back({{"one", one}, {"other", other}});
    return {{"count", coverage.overlaps}, {"first", std::move(first)}};
}

Json contacts_object(const ContactsInfo& contacts) {
    Json first = Json::array();
    for (const auto& place : contacts.first) {
        Json object = {{"feature", place.feature}};
        object.update(position_object(place.at));
        first.push_back(std::move(object));
    }
    return {{"count", contacts.count}, {"first", std::move(first)}};
}

Json coverage_object(const CoverageInfo& coverage) {
    return {{"edges", coverage.edges},
            {"shared_edges", coverage.edges - coverage.one_sided_edges},
            {"one_sided_edges", coverage.one_sided_edges},
            {"one_sided_m", coverage.one_sided_m},
            {"inside_other_m", coverage.inside_other_m},
            {"gaps", gaps_object(coverage.gaps)},
            {"gaps_may_be_missing", coverage.may_cross()},
            {"overlaps", overlaps_object(coverage)},
            {"crossing", contacts_object(coverage.crossing)},
            {"doubled", contacts_object(coverage.doubled)},
            {"touching", contacts_object(coverage.touching)}};
}

Json layer_object(const LayerInfo& layer, Language language) {
    Json fields = Json::array();
    for (const auto& field : layer.fields)
        fields.push_back(field_object(field));
    Json uses = Json::array();
    for (const auto& use : layer.uses)
        uses.push_back({{"use", use.use.id}, {"arguments", use.arguments}});
    return {{"file", layer.file},
            {"layer", text_or_null(layer.layer)},
            {"format", layer.format},
            {"rows", layer.rows},
            {"geometry_types", text_or_null(layer.geometry_types)},
            {"fields", std::move(fields)},
            {"crs", object_or_null(layer.crs, crs_object)},
            {"working_crs", object_or_null(layer.working_crs, crs_object)},
            {"transformation", transformation_object(layer.transformation)},
            {"boundaries",
             layer.polygons ? boundaries_object(layer.polygons->provenance) : Json(nullptr)},
            {"polygons", object_or_null(layer.polygons, polygons_object)},
            {"coverage", object_or_null(layer.coverage, coverage_object)},
            {"uses", std::move(uses)},
            {"findings", finding_objects(layer.findings, language)}};
}

} // namespace

void write_info_json(const InfoReport& report, const Sink& sink) {
    sink("{\n\"schema\": \"regio.info/1\",\n\"layers\": [");
    const char* separator = "\n";
    for (const auto& layer : report.layers) {
        sink(separator);
        sink(to_bytes(layer_object(layer, report.language)));
        separator = ",\n";
    }
    sink("\n]\n}\n");
}

} // namespace regio::report
