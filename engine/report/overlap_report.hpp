#pragma once

#include "base/finding.hpp"
#include "base/language.hpp"
#include "coverage/overlap_table.hpp"
#include "report/layer_info.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regio::report {

/// What is to be shown: rows with at least this share of one of their two features, and this area.
struct OverlapLimits {
    double min_share = 0;
    double min_area_m2 = 0;
};

/// What a feature of a and one of b share, or the part of one that lies in no feature of the other
/// layer, which is the missing one.
struct OverlapRow {
    std::optional<layer::FeatureId> a;
    std::optional<layer::FeatureId> b;
    double area_m2 = 0;
    std::optional<double> share_a; ///< Of the feature of a; nothing where there is none.
    std::optional<double> share_b;
    std::uint32_t roundings = 0;    ///< On which the area rests; of crossings.
    std::optional<double> error_m2; ///< At most; nothing where borders had to be rounded anew.
};

/// Rows of one kind, counted, with their areas added up.
struct OverlapTally {
    std::size_t rows = 0;
    double area_m2 = 0;
};

struct OverlapTotals {
    OverlapTally pairs;
    OverlapTally a_alone;
    OverlapTally b_alone;

    [[nodiscard]] std::size_t rows() const { return pairs.rows + a_alone.rows + b_alone.rows; }
};

/// A pair with a smaller share than this of the smaller of its two features is a sliver.
inline constexpr double kSliverShare = 0.02;

/// Rows in order: by the code of a, then that of b, features of one code by their place in the
/// layer; what of a feature of a lies in none of b comes after its pairs, and what of b lies in
/// none of a at the end.
struct OverlapRows {
    std::vector<OverlapRow> shown;
    OverlapTotals totals;   ///< Of all rows, shown or not.
    OverlapTotals left_out; ///< Of those that are not shown.
    std::size_t slivers = 0;
};

[[nodiscard]] OverlapRows overlap_rows(const coverage::OverlapTable& table,
                                       const kernel::Lattice& lattice, const layer::Layer& a,
                                       const layer::Layer& b, const OverlapLimits& limits);

/// One of the two layers.
struct OverlapSideInfo {
    std::string file;
    std::string layer; ///< Empty: the only one of the file.
    CrsInfo crs;
    std::optional<TransformationInfo> transformation; ///< Nothing: it was in the working CRS.
    std::size_t features = 0;                         ///< Of the layer as it was read.
    std::string members;                    ///< The table whose groups are measured; empty: none.
    bool overlaps_itself = false;           ///< Two of the features that are measured overlap.
    const layer::Layer* measured = nullptr; ///< Must outlive the report.
};

struct OverlapReport {
    Language language = Language::Dutch;
    std::array<OverlapSideInfo, 2> sides;
    CrsInfo crs; ///< In which areas were measured.
    double unit_m = 0.001;
    OverlapLimits limits;
    bool is_certified = false; ///< The greatest error of every area is told.
    OverlapRows rows;
    std::vector<Finding> findings;
};

/// Whether the boundaries of either layer are schematic.
[[nodiscard]] bool is_schematic(const OverlapReport& report);

/// The features of a row; nothing where it has none.
[[nodiscard]] const layer::Feature* feature_a(const OverlapReport& report, const OverlapRow& row);
[[nodiscard]] const layer::Feature* feature_b(const OverlapReport& report, const OverlapRow& row);

} // namespace regio::report
