#include "nesting/drawing_findings.hpp"

#include <fmt/format.h>

namespace regio::nesting {

namespace {

using registry::MunicipalityIndex;
using registry::MunicipalityTable;

void note(FindingNumber number, std::vector<FindingValue> values, Assessment& assessment) {
    const auto& partnership = assessment.partnership;
    assessment.partnership.findings.push_back({.number = number,
                                               .values = std::move(values),
                                               .source = partnership.partnership.source,
                                               .list = partnership.list,
                                               .partnership = partnership.partnership.id});
}

std::string metres(double length) {
    return fmt::format("{:.1f}", length);
}

std::string names_of(std::span<const MunicipalityIndex> municipalities,
                     const MunicipalityTable& table) {
    std::vector<std::string> names;
    for (const MunicipalityIndex municipality : municipalities)
        names.push_back(name_and_code(table[municipality]));
    return names.empty() ? "–" : fmt::format("{}", fmt::join(names, ", "));
}

std::string region_names(const Drawing& drawing, const registry::RegionPartition& regions) {
    std::vector<std::string> names;
    for (const auto region : drawing.container)
        names.push_back(regions[region].name);
    return fmt::format("{}", fmt::join(names, " + "));
}

/// What the shape verdict says, in itself and against the set verdict.
void report_shape(const ShapeVerdict& shape, const registry::RegionPartition& regions,
                  Assessment& assessment) {
    const Drawing& drawing = *assessment.drawing;
    const std::vector<FindingValue> values = {
        {"depth", metres(shape.depth.middle_m())},
        {"tolerance", fmt::format("{}", drawing.terms.tolerance_m)},
        {"regions", region_names(drawing, regions)}};
    if (shape.relation == ShapeRelation::AtTolerance) {
        note(FindingNumber::DrawingAtTolerance, values, assessment);
        return;
    }
    if (shape.is_fragile)
        note(FindingNumber::DrawingFragile, values, assessment);
    const bool is_outside = shape.relation == ShapeRelation::Outside;
    const bool crosses = assessment.verdict.relation == Relation::Crosses;
    if (is_outside && !crosses)
        note(FindingNumber::DrawingReachesOut, values, assessment);
    if (!is_outside && crosses)
        note(FindingNumber::DrawingHardlyReachesOut, values, assessment);
}

} // namespace

std::string shares_text(std::span<const CoveredShare> shares, const MunicipalityTable& table) {
    std::vector<std::string> names;
    for (const CoveredShare& share : shares)
        names.push_back(fmt::format("{} {:.1f} %", name_and_code(table[share.municipality]),
                                    100 * share.share()));
    return names.empty() ? "–" : fmt::format("{}", fmt::join(names, ", "));
}

void report_drawing(const registry::RegionPartition& regions, const MunicipalityTable& table,
                    Assessment& assessment) {
    const Drawing& drawing = *assessment.drawing;
    if (drawing.weight && drawing.weight->decides())
        note(FindingNumber::PartialMembersDecide,
             {{"names", shares_text(drawing.covered.partial, table)}}, assessment);
    if (drawing.shape)
        report_shape(*drawing.shape, regions, assessment);
}

void report_list_against_drawing(const Assessment& listed, const MunicipalityTable& table,
                                 Assessment& drawn) {
    if (!listed.partnership.is_resolved || !drawn.partnership.is_resolved)
        return;
    const ListAgainstDrawing difference = compare(listed.partnership, drawn.drawing->covered);
    if (!difference.agree())
        note(FindingNumber::ListAgainstDrawing,
             {{"list", listed.partnership.list},
              {"listed", fmt::to_string(difference.listed)},
              {"drawn", fmt::to_string(difference.drawn)},
              {"only_listed", names_of(difference.only_listed, table)},
              {"only_drawn", names_of(difference.only_drawn, table)},
              {"listed_in_part", shares_text(difference.listed_in_part, table)},
              {"drawn_in_part", shares_text(difference.drawn_in_part, table)}},
             drawn);
    if (listed.verdict.relation != drawn.verdict.relation)
        note(FindingNumber::VerdictsContradict, {{"list", listed.partnership.list}}, drawn);
}

} // namespace regio::nesting
