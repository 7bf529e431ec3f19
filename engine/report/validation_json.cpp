#include "report/validation_json.hpp"

#include "report/finding_json.hpp"
#include "report/json_values.hpp"
#include "report/layer_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;
using validation::Defect;

Json count_or_null(std::int32_t number) {
    return number < 0 ? Json(nullptr) : Json(number);
}

Json source_object(const ValidationReport& report) {
    return {{"file", report.file},
            {"layer", text_or_null(report.layer)},
            {"crs", crs_object(report.own_crs)},
            {"transformation", transformation_object(report.transformation)},
            {"features", report.validated->features().size()},
            {"boundaries", boundaries_object(report.validated->provenance())}};
}

Json kind_object(const DefectTally& tally) {
    return {{"number", label(tally.number)},       {"kind", kind_of(tally.number).name},
            {"severity", id_of(tally.severity)},   {"accepted", tally.is_accepted},
            {"count", tally.defects.size()},       {"area_m2", or_null(tally.area_m2)},
            {"length_m", or_null(tally.length_m)}, {"greatest_width_m", or_null(tally.width_m)}};
}

Json summary_object(const ValidationReport& report) {
    Json kinds = Json::array();
    for (const DefectTally& tally : tallies(report))
        kinds.push_back(kind_object(tally));
    return {{"errors", count_of(report, Severity::Error)},
            {"warnings", count_of(report, Severity::Warning)},
            {"info", count_of(report, Severity::Info)},
            {"accepted", count_of_accepted(report)},
            {"kinds", kinds}};
}

Json place_object(const ValidationReport& report, const Defect& defect) {
    if (!defect.place)
        return nullptr;
    const auto place = report.validated->lattice().position(*defect.place);
    return Json::array({place.x, place.y});
}

Json defect_object(const ValidationReport& report, const Defect& defect) {
    Json features = Json::array();
    for (const auto feature : defect.features)
        features.push_back(feature_object((*report.validated)[feature]));
    return {{"number", label(defect.finding.number)},
            {"kind", kind_of(defect.finding.number).name},
            {"severity", id_of(defect.severity)},
            {"accepted", defect.is_accepted},
            {"why", text_or_null(defect.why)},
            {"place", place_object(report, defect)},
            {"features", features},
            {"part", count_or_null(defect.finding.source.part)},
            {"ring", count_or_null(defect.finding.source.ring)},
            {"area_m2", or_null(defect.area_m2)},
            {"length_m", or_null(defect.length_m)},
            {"width_m", or_null(defect.width_m)},
            {"message", message(defect.finding, report.language)}};
}

void write_defects(const ValidationReport& report, const Sink& sink) {
    sink("\"defects\": [");
    std::string_view separator = "\n";
    for (const Defect& defect : report.defects) {
        sink(separator);
        sink(to_bytes(defect_object(report, defect)));
        separator = ",\n";
    }
    sink("\n],\n");
}

} // namespace

void write_validation_json(const ValidationReport& report, const Sink& sink) {
    const auto write = [&](std::string_view key, const Json& value, std::string_view end) {
        sink(fmt::format("\"{}\": {}{}", key, to_bytes(value), end));
    };
    sink("{\n");
    write("schema", "regio.validate/1", ",\n");
    write("source", source_object(report), ",\n");
    write("crs", crs_object(report.crs), ",\n");
    write("lattice_unit_m", report.validated->lattice().unit_m(), ",\n");
    write("tolerance_m", report.tolerance_m, ",\n");
    write("summary", summary_object(report), ",\n");
    write_defects(report, sink);
    write("findings", finding_objects(report.findings, report.language), "\n}\n");
}

} // namespace regio::report
