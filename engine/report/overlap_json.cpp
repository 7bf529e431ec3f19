#include "report/overlap_json.hpp"

#include "report/finding_json.hpp"
#include "report/json_values.hpp"
#include "report/layer_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string_view>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;

Json side_object(const OverlapSideInfo& side) {
    const auto provenance = side.measured->provenance();
    return {
        {"file", side.file},
        {"layer", text_or_null(side.layer)},
        {"crs", crs_object(side.crs)},
        {"transformation", transformation_object(side.transformation)},
        {"features", side.features},
        {"members", text_or_null(side.members)},
        {"groups", side.members.empty() ? Json(nullptr) : Json(side.measured->features().size())},
        {"overlaps_itself", side.overlaps_itself},
        {"boundaries", boundaries_object(provenance)}};
}

/// What both kinds of rows end with.
void add_certificate(const OverlapReport& report, const OverlapRow& row, Json& object) {
    object["roundings"] = report.is_certified ? Json(row.roundings) : Json(nullptr);
    object["error_m2"] = report.is_certified ? or_null(row.error_m2) : Json(nullptr);
}

Json pair_object(const OverlapReport& report, const OverlapRow& row) {
    Json object = {{"a", feature_object(*feature_a(report, row))},
                   {"b", feature_object(*feature_b(report, row))},
                   {"area_m2", row.area_m2},
                   {"share_a", or_null(row.share_a)},
                   {"share_b", or_null(row.share_b)}};
    add_certificate(report, row, object);
    return object;
}

Json alone_object(const OverlapReport& report, const OverlapRow& row) {
    Json object = feature_object(row.a ? *feature_a(report, row) : *feature_b(report, row));
    object["area_m2"] = row.area_m2;
    object["share"] = or_null(row.a ? row.share_a : row.share_b);
    add_certificate(report, row, object);
    return object;
}

/// An array of the rows of one kind.
template <typename IsMeant, typename Object>
void write_array(const OverlapReport& report, std::string_view key, const IsMeant& is_meant,
                 const Object& object, const Sink& sink) {
    sink(fmt::format("\"{}\": [", key));
    std::string_view separator = "\n";
    for (const OverlapRow& row : report.rows.shown) {
        if (!is_meant(row))
            continue;
        sink(separator);
        sink(to_bytes(object(report, row)));
        separator = ",\n";
    }
    sink("\n],\n");
}

Json tally_object(const OverlapTally& tally) {
    return {{"count", tally.rows}, {"area_m2", tally.area_m2}};
}

Json totals_object(const OverlapTotals& totals) {
    return {{"pairs", tally_object(totals.pairs)},
            {"a_alone", tally_object(totals.a_alone)},
            {"b_alone", tally_object(totals.b_alone)}};
}

Json slivers_object(const OverlapReport& report) {
    return {{"below_share_of_smaller", kSliverShare}, {"count", report.rows.slivers}};
}

Json limits_object(const OverlapLimits& limits) {
    return {{"min_share", limits.min_share}, {"min_area_m2", limits.min_area_m2}};
}

} // namespace

void write_overlap_json(const OverlapReport& report, const Sink& sink) {
    const auto write = [&](std::string_view key, const Json& value, std::string_view end) {
        sink(fmt::format("\"{}\": {}{}", key, to_bytes(value), end));
    };
    sink("{\n");
    write("schema", "regio.overlap/1", ",\n");
    write("crs", crs_object(report.crs), ",\n");
    write("lattice_unit_m", report.unit_m, ",\n");
    write("a", side_object(report.sides[0]), ",\n");
    write("b", side_object(report.sides[1]), ",\n");
    write("limits", limits_object(report.limits), ",\n");
    write_array(
        report, "pairs", [](const OverlapRow& row) { return row.a && row.b; }, pair_object, sink);
    write_array(
        report, "a_alone", [](const OverlapRow& row) { return !row.b; }, alone_object, sink);
    write_array(
        report, "b_alone", [](const OverlapRow& row) { return !row.a; }, alone_object, sink);
    write("totals", totals_object(report.rows.totals), ",\n");
    write("left_out", totals_object(report.rows.left_out), ",\n");
    write("slivers", slivers_object(report), ",\n");
    write("findings", finding_objects(report.findings, report.language), "\n}\n");
}

} // namespace regio::report
