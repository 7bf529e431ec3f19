#include "report/layer_json.hpp"

#include "report/json_values.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;

} // namespace

Json crs_object(const CrsInfo& crs) {
    return {{"name", crs.name}, {"code", text_or_null(crs.code)}};
}

Json feature_object(const layer::Feature& feature) {
    return {{"code", text_or_null(feature.code)},
            {"name", text_or_null(feature.name)},
            {"fid", feature.fid < 0 ? Json(nullptr) : Json(feature.fid)}};
}

Json transformation_object(const std::optional<TransformationInfo>& transformation) {
    if (!transformation)
        return nullptr;
    return {{"operation", transformation->operation},
            {"accuracy_m", or_null(transformation->accuracy_m)},
            {"missing_grids", transformation->missing_grids},
            {"better_accuracy_m", or_null(transformation->better_accuracy_m)}};
}

Json boundaries_object(layer::Provenance provenance) {
    const bool schematic = provenance == layer::Provenance::Schematic;
    return {{"schematic", schematic},
            {"label", schematic ? Json(layer::kSchematicBoundaries) : Json(nullptr)}};
}

} // namespace regio::report
