#include "report/overlap_csv.hpp"

#include "base/parallel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace regio::report {

namespace {

constexpr int kDecimals = 6;

void add_feature(const layer::Feature* feature, CsvRow& row) {
    row.add_text(feature == nullptr ? "" : feature->code);
    if (feature == nullptr)
        row.add_empty();
    else
        row.add_text(feature->code.empty() ? label_of(*feature) : feature->name);
}

void add_share(const std::optional<double>& share, CsvRow& row) {
    if (share)
        row.add_decimal(*share, kDecimals);
    else
        row.add_empty();
}

void add_fid(const layer::Feature* feature, CsvRow& row) {
    row.add_number(feature == nullptr || feature->fid < 0 ? "" : fmt::to_string(feature->fid));
}

std::string heading(const OverlapReport& report, CsvDialect dialect, CsvFids fids) {
    std::string fields = "a_code,a_name,b_code,b_name,area_m2,share_a,share_b";
    if (report.is_certified)
        fields += ",error_m2";
    if (fids == CsvFids::Told)
        fields += ",a_fid,b_fid";
    if (is_schematic(report))
        fields += fmt::format(",{}", layer::kBoundariesField);
    return csv_heading(fields, dialect);
}

std::string line_of(const OverlapReport& report, const OverlapRow& overlap, CsvDialect dialect,
                    CsvFids fids) {
    const layer::Feature* a = feature_a(report, overlap);
    const layer::Feature* b = feature_b(report, overlap);
    CsvRow row(dialect);
    add_feature(a, row);
    add_feature(b, row);
    row.add_decimal(overlap.area_m2, kDecimals);
    add_share(overlap.share_a, row);
    add_share(overlap.share_b, row);
    if (report.is_certified)
        row.add_number(overlap.error_m2 ? fmt::to_string(*overlap.error_m2) : "");
    if (fids == CsvFids::Told) {
        add_fid(a, row);
        add_fid(b, row);
    }
    if (is_schematic(report))
        row.add_text(layer::kSchematicBoundaries);
    return row.line();
}

/// Lines of so many rows are made together.
constexpr std::size_t kRowsABlock = 512;
constexpr std::size_t kBlocks = 64;

using Rows = std::span<const OverlapRow>;

Rows first_of(Rows rows, std::size_t count) {
    return rows.first(std::min(count, rows.size()));
}

/// The lines of a block of rows.
std::string lines_of(const OverlapReport& report, Rows rows, CsvDialect dialect, CsvFids fids) {
    std::string lines;
    for (const OverlapRow& row : rows)
        lines += line_of(report, row, dialect, fids);
    return lines;
}

} // namespace

void write_overlap_csv(const OverlapReport& report, CsvDialect dialect, CsvFids fids,
                       const Sink& sink) {
    sink(heading(report, dialect, fids));
    std::vector<std::string> blocks;
    for (Rows left = report.rows.shown; !left.empty();) {
        const Rows rows = first_of(left, kBlocks * kRowsABlock);
        left = left.subspan(rows.size());
        blocks.resize((rows.size() + kRowsABlock - 1) / kRowsABlock);
        for_each_in_parallel(blocks.size(), [&](std::size_t i) {
            blocks[i] = lines_of(report, first_of(rows.subspan(i * kRowsABlock), kRowsABlock),
                                 dialect, fids);
        });
        for (const std::string& block : blocks)
            sink(block);
    }
}

} // namespace regio::report
