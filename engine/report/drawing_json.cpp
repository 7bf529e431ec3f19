#include "report/drawing_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;
using nesting::Drawing;
using nesting::ShapeVerdict;

Json sliver(const CheckReport& report, const std::optional<nesting::CoveredShare>& share) {
    if (!share)
        return nullptr;
    const auto& municipality = (*report.municipalities)[share->municipality];
    return {{"nis", municipality.code}, {"name", municipality.name}, {"share", share->share()}};
}

Json excess(const ShapeVerdict& shape) {
    Json parts = Json::array();
    for (const nesting::ExcessPart& part : shape.parts)
        parts.push_back({{"area_m2", part.area_m2},
                         {"perimeter_m", part.perimeter_m},
                         {"mean_width_m", part.mean_width_m},
                         {"greatest_width_m", part.greatest_width.middle_m()},
                         {"depth_m", part.depth.middle_m()},
                         {"x", part.deepest.x},
                         {"y", part.deepest.y}});
    return parts;
}

void add_shape(const std::optional<ShapeVerdict>& shape, Json& object) {
    object["shape"] = shape ? Json(id_of(shape->relation)) : Json(nullptr);
    object["depth_m"] = shape ? Json(shape->depth.middle_m()) : Json(nullptr);
    object["holds_from_m"] = shape ? Json(shape->holds_from_m) : Json(nullptr);
    object["holds_to_m"] =
        shape && std::isfinite(shape->holds_to_m) ? Json(shape->holds_to_m) : Json(nullptr);
    object["fragile"] = shape ? Json(shape->is_fragile) : Json(nullptr);
    object["excess_m2"] = shape ? Json(excess_m2(*shape)) : Json(nullptr);
    object["excess"] = shape ? excess(*shape) : Json(nullptr);
}

} // namespace

Json drawing_object(const CheckReport& report, const nesting::Assessment& assessment) {
    if (!assessment.drawing)
        return nullptr;
    const Drawing& drawing = *assessment.drawing;
    Json container = Json::array();
    for (const auto region : drawing.container)
        container.push_back((*report.regions)[region].code);
    const auto relation = [&](const nesting::Relation of_weight) {
        return drawing.weight ? Json(nesting::id_of(of_weight)) : Json(nullptr);
    };
    const nesting::PartialWeight weight = drawing.weight.value_or(nesting::PartialWeight());
    Json object = {{"member_share", drawing.terms.shares.member.fraction()},
                   {"sliver_share", drawing.terms.shares.sliver.fraction()},
                   {"tolerance_m", drawing.terms.tolerance_m},
                   {"area_m2", drawing.area_m2},
                   {"elsewhere_m2", drawing.elsewhere_m2},
                   {"slivers", drawing.covered.slivers.size()},
                   {"greatest_sliver", sliver(report, drawing.covered.greatest_sliver)},
                   {"without_partial", relation(weight.without)},
                   {"with_whole", relation(weight.with_whole)},
                   {"container", std::move(container)}};
    add_shape(drawing.shape, object);
    return object;
}

} // namespace regio::report
