#include "report/check_csv.hpp"

#include "report/boundary_mark.hpp"
#include "report/drawing_text.hpp"
#include "report/words.hpp"

#include <fmt/format.h>

#include <cmath>
#include <span>
#include <vector>

namespace regio::report {

namespace {

using nesting::Assessment;
using registry::MunicipalityIndex;

void add_inhabitants(const registry::Figures& figures, CsvRow& row) {
    row.add_number(figures.inhabitants ? fmt::to_string(*figures.inhabitants) : "");
}

void add_area(const registry::Figures& figures, CsvRow& row) {
    row.add_number(figures.area ? square_kilometres(*figures.area, 2, '.') : "");
}

void add_figures(const registry::Figures& figures, CsvRow& row) {
    add_inhabitants(figures, row);
    add_area(figures, row);
}

void add_share(std::size_t part, std::size_t whole, CsvRow& row) {
    row.add_decimal(static_cast<double>(part) / static_cast<double>(whole), 4);
}

std::string names_of(const CheckReport& report, std::span<const MunicipalityIndex> indices) {
    std::vector<std::string> names;
    for (const auto index : indices)
        names.push_back(name_and_code((*report.municipalities)[index]));
    return fmt::format("{}", fmt::join(names, "; "));
}

void add_identity(const Assessment& assessment, CsvRow& row) {
    const auto& partnership = assessment.partnership.partnership;
    row.add_text(partnership.id);
    row.add_text(partnership.name);
    row.add_text(partnership.kind);
    row.add_text(partnership.status);
    row.add_text(nesting::id_of(assessment.verdict.relation));
}

/// That of a drawing is its own.
void add_own_area(const Assessment& assessment, CsvRow& row) {
    registry::Figures figures = assessment.verdict.figures;
    if (assessment.drawing) {
        constexpr double kSquareMillimetres = 1e6;
        const double area_m2 = assessment.drawing->area_m2;
        figures.area.reset();
        if (area_m2 > 0)
            figures.area = registry::Area{.mm2 = std::llround(area_m2 * kSquareMillimetres)};
    }
    add_area(figures, row);
}

/// Columns that are there only when an area is drawn.
constexpr std::string_view kDrawingFields =
    ",members_area_km2,in_part,shape,depth_m,holds_from_m,holds_to_m,fragile";

std::string in_part(const CheckReport& report, const Assessment& assessment, CsvDialect dialect) {
    std::vector<std::string> names;
    for (const auto& partial : assessment.partnership.partial_members)
        if (partial.drawn_share)
            names.push_back(
                fmt::format("{} {}", name_and_code((*report.municipalities)[partial.municipality]),
                            csv_number(fmt::format("{:.4f}", *partial.drawn_share), dialect)));
    return fmt::format("{}", fmt::join(names, "; "));
}

void add_drawing(const CheckReport& report, const Assessment& assessment, CsvDialect dialect,
                 CsvRow& row) {
    if (!has_drawings(report))
        return;
    add_area(assessment.verdict.figures, row);
    row.add_text(in_part(report, assessment, dialect));
    if (!assessment.drawing || !assessment.drawing->shape) {
        constexpr int kOthers = 5;
        for (int i = 0; i < kOthers; ++i)
            row.add_empty();
        return;
    }
    const nesting::ShapeVerdict& shape = *assessment.drawing->shape;
    row.add_text(id_of(shape.relation));
    row.add_decimal(shape.depth.middle_m(), 3);
    // Into the interval: what is said must hold.
    row.add_decimal(std::ceil(shape.holds_from_m * 1000) / 1000, 3);
    if (std::isfinite(shape.holds_to_m))
        row.add_decimal(std::floor(shape.holds_to_m * 1000) / 1000, 3);
    else
        row.add_empty();
    row.add_text(shape.is_fragile ? "true" : "false");
}

/// The last column, which is there only when boundaries are schematic.
void add_mark(const CheckReport& report, CsvRow& row) {
    if (is_schematic(report))
        row.add_text(layer::kSchematicBoundaries);
}

std::string partnership_row(const CheckReport& report, const Assessment& assessment,
                            CsvDialect dialect) {
    const auto& verdict = assessment.verdict;
    const std::size_t members = assessment.partnership.members.size();
    CsvRow row(dialect);
    add_identity(assessment, row);
    row.add_empty(); // obligation
    row.add_empty(); // deadline
    row.add_text(verdict.main_region ? (*report.regions)[*verdict.main_region].name : "");
    row.add_count(members);
    row.add_count(members - verdict.outsiders.size());
    if (verdict.main_region)
        row.add_count(size_of((*report.regions)[*verdict.main_region]));
    else
        row.add_empty();
    row.add_text(names_of(report, verdict.outsiders));
    row.add_text(verdict.near_miss ? names_of(report, verdict.near_miss->leave) : "");
    row.add_text(verdict.near_miss ? names_of(report, verdict.near_miss->join) : "");
    add_inhabitants(verdict.figures, row);
    add_own_area(assessment, row);
    add_drawing(report, assessment, dialect, row);
    add_mark(report, row);
    return row.line();
}

std::string region_row(const CheckReport& report, const Assessment& assessment,
                       const nesting::RegionShare& share, CsvDialect dialect) {
    CsvRow row(dialect);
    add_identity(assessment, row);
    const auto& region = (*report.regions)[share.region];
    row.add_text(region.code);
    row.add_text(region.name);
    row.add_count(share.members);
    row.add_count(share.of);
    add_share(share.members, assessment.partnership.members.size(), row);
    add_share(share.members, share.of, row);
    add_figures(share.figures, row);
    add_mark(report, row);
    return row.line();
}

std::string heading(const CheckReport& report, std::string_view fields, CsvDialect dialect) {
    std::string line(fields);
    if (is_schematic(report))
        line += fmt::format(",{}", layer::kBoundariesField);
    return csv_heading(line, dialect);
}

} // namespace

void write_check_csv(const CheckReport& report, CsvDialect dialect, CsvRows rows,
                     const Sink& sink) {
    if (rows == CsvRows::PerPartnership) {
        std::string fields = "id,name,kind,status,verdict,obligation,deadline,main_region,members,"
                             "in_region,of_region,outsiders,leave,join,inhabitants,area_km2";
        if (has_drawings(report))
            fields += kDrawingFields;
        sink(heading(report, fields, dialect));
        for (const auto* assessment : report.assessments)
            sink(partnership_row(report, *assessment, dialect));
        return;
    }
    sink(heading(report,
                 "id,name,kind,status,verdict,region_code,region_name,members,of_region,"
                 "share_of_partnership,share_of_region,inhabitants,area_km2",
                 dialect));
    for (const auto* assessment : report.assessments)
        for (const auto& share : assessment->verdict.regions)
            sink(region_row(report, *assessment, share, dialect));
}

} // namespace regio::report
