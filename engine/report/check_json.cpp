#include "report/check_json.hpp"

#include "report/boundary_mark.hpp"
#include "report/drawing_json.hpp"
#include "report/explanation.hpp"
#include "report/finding_json.hpp"
#include "report/json_values.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace regio::report {

namespace {

using Json = nlohmann::ordered_json;
using nesting::Assessment;
using nesting::Relation;
using registry::MunicipalityIndex;

Json boundaries(const CheckReport& report) {
    if (report.boundaries == nullptr)
        return nullptr;
    const bool schematic = is_schematic(report);
    return {{"source", report.boundaries->layer().source().file},
            {"schematic", schematic},
            {"label", schematic ? Json(layer::kSchematicBoundaries) : Json(nullptr)}};
}

Json area_m2(const registry::Figures& figures) {
    return figures.area ? Json(registry::square_metres(*figures.area)) : Json(nullptr);
}

Json area_source(const registry::Figures& figures) {
    if (!figures.area || !figures.area_source)
        return nullptr;
    switch (*figures.area_source) {
    case registry::AreaSource::Table:
        return "table";
    case registry::AreaSource::Polygons:
        return "polygons";
    case registry::AreaSource::Mixed:
        break;
    }
    return "mixed";
}

Json region_code(const CheckReport& report, std::optional<registry::RegionIndex> region) {
    return region ? Json((*report.regions)[*region].code) : Json(nullptr);
}

Json municipality(const CheckReport& report, MunicipalityIndex index) {
    const auto& municipality = (*report.municipalities)[index];
    return {{"nis", municipality.code},
            {"name", municipality.name},
            {"region", region_code(report, report.regions->region_of(index))}};
}

Json municipalities(const CheckReport& report, const std::vector<MunicipalityIndex>& indices) {
    Json array = Json::array();
    for (const auto index : indices)
        array.push_back(municipality(report, index));
    return array;
}

Json parts(const std::vector<registry::MergedPart>& merged) {
    Json array = Json::array();
    for (const auto& part : merged)
        array.push_back({{"nis", part.code}, {"name", part.name}});
    return array;
}

Json partial_members(const CheckReport& report, const registry::ResolvedPartnership& partnership) {
    Json array = Json::array();
    for (const auto& partial : partnership.partial_members) {
        Json object = municipality(report, partial.municipality);
        object["former"] = parts(partial.parts);
        object["missing"] = parts(partial.missing);
        object["share"] = or_null(partial.drawn_share);
        object["counted"] = partial.figures_of_parts ? "parts" : "whole";
        array.push_back(std::move(object));
    }
    return array;
}

Json pieces(const CheckReport& report, const Assessment& assessment) {
    if (!assessment.area)
        return nullptr;
    Json array = Json::array();
    for (const auto& piece : assessment.area->pieces) {
        Json codes = Json::array();
        for (const auto municipality : piece.municipalities)
            codes.push_back((*report.municipalities)[municipality].code);
        array.push_back({{"municipalities", std::move(codes)},
                         {"area_m2", registry::square_metres(piece.area)}});
    }
    return array;
}

Json region_share(const CheckReport& report, const Assessment& assessment,
                  const nesting::RegionShare& share) {
    const auto& region = (*report.regions)[share.region];
    const auto members = static_cast<double>(share.members);
    return {{"code", region.code},
            {"name", region.name},
            {"members", share.members},
            {"of", share.of},
            {"inhabitants", or_null(share.figures.inhabitants)},
            {"area_m2", area_m2(share.figures)},
            {"share_of_partnership",
             members / static_cast<double>(assessment.partnership.members.size())},
            {"share_of_region", members / static_cast<double>(share.of)}};
}

Json near_miss(const CheckReport& report, const std::optional<nesting::NearMiss>& change) {
    if (!change)
        return nullptr;
    Json regions = Json::array();
    for (const auto region : change->regions)
        regions.push_back(region_code(report, region));
    return {{"relation", nesting::id_of(change->relation)},
            {"regions", std::move(regions)},
            {"leave", municipalities(report, change->leave)},
            {"join", municipalities(report, change->join)}};
}

Json unmatched(const registry::ResolvedPartnership& partnership) {
    Json array = Json::array();
    for (const auto& member : partnership.unmatched)
        array.push_back({{"nis", text_or_null(member.code)},
                         {"name", text_or_null(member.name)},
                         {"reason", label(member.reason)},
                         {"nearest", member.nearest}});
    return array;
}

Json partnership_object(const CheckReport& report, const Assessment& assessment) {
    const auto& resolved = assessment.partnership;
    const auto& verdict = assessment.verdict;
    Json regions = Json::array();
    for (const auto& share : verdict.regions)
        regions.push_back(region_share(report, assessment, share));
    return {{"id", resolved.partnership.id},
            {"list", resolved.list},
            {"name", resolved.partnership.name},
            {"kind", text_or_null(resolved.partnership.kind)},
            {"status", text_or_null(resolved.partnership.status)},
            {"sector", text_or_null(resolved.partnership.sector)},
            {"founded", text_or_null(resolved.partnership.founded)},
            {"verdict", nesting::id_of(verdict.relation)},
            {"obligation", nullptr},
            {"members", resolved.members.size()},
            {"partial_members", partial_members(report, resolved)},
            {"other_members", resolved.other_members},
            {"inhabitants", or_null(verdict.figures.inhabitants)},
            {"area_m2", area_m2(verdict.figures)},
            {"area_source", area_source(verdict.figures)},
            {"in_one_piece",
             assessment.area ? Json(assessment.area->is_in_one_piece()) : Json(nullptr)},
            {"pieces", pieces(report, assessment)},
            {"regions", std::move(regions)},
            {"main_region", region_code(report, verdict.main_region)},
            {"outsiders", municipalities(report, verdict.outsiders)},
            {"near_miss", near_miss(report, verdict.near_miss)},
            {"drawing", drawing_object(report, assessment)},
            {"unmatched", unmatched(resolved)},
            {"findings", finding_objects(resolved.findings, report.language)}};
}

Json summary_object(const Summary& summary) {
    Json object = {{"total", summary.total}};
    for (const auto relation : {Relation::Within, Relation::Coincides, Relation::Supraregional,
                                Relation::Crosses, Relation::Unresolved})
        object[std::string(nesting::id_of(relation))] = summary.of(relation);
    return object;
}

Json list_objects(const CheckReport& report) {
    Json array = Json::array();
    for (const auto& [list, summary] : summarise_lists(report)) {
        Json object = {{"list", list}};
        object.update(summary_object(summary));
        array.push_back(std::move(object));
    }
    return array;
}

/// What every answer begins with: by what form, of which day, on what polygons.
void write_head(const CheckReport& report, const std::string& schema, const Sink& sink) {
    sink("{\n\"schema\": \"" + schema + "\",\n\"as_of\": \"" + to_iso(report.as_of) + "\",\n");
    sink("\"boundaries\": " + to_bytes(boundaries(report)) + ",\n");
}

/// The array of partnerships, one object after the other and none kept.
template <typename Object>
void write_array(const CheckReport& report, const Sink& sink, const Object& object) {
    const char* separator = "\n";
    for (const auto* assessment : report.assessments) {
        sink(separator);
        sink(to_bytes(object(*assessment)));
        separator = ",\n";
    }
}

} // namespace

void write_check_json(const CheckReport& report, const Sink& sink) {
    write_head(report, "regio.check/1", sink);
    sink("\"title\": " + to_bytes(text_or_null(report.title)) + ",\n");
    sink("\"summary\": " + to_bytes(summary_object(summarise(report.assessments))) + ",\n");
    sink("\"lists\": " + to_bytes(list_objects(report)) + ",\n\"partnerships\": [");
    write_array(report, sink, [&](const Assessment& assessment) {
        return partnership_object(report, assessment);
    });
    sink("\n],\n\"findings\": " + to_bytes(finding_objects(report.findings, report.language)) +
         "\n}\n");
}

void write_explain_json(const CheckReport& report, const Sink& sink) {
    write_head(report, "regio.explain/1", sink);
    sink("\"partnerships\": [");
    write_array(report, sink, [&](const Assessment& assessment) {
        Json object = partnership_object(report, assessment);
        object["explanation"] = explanation(report, assessment);
        object["municipalities"] = municipalities(report, assessment.partnership.members);
        return object;
    });
    sink("\n]\n}\n");
}

} // namespace regio::report
