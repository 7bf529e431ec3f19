#pragma once

#include "report/layer_info.hpp"
#include "validation/defect.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regio::report {

/// What is wrong with one layer.
struct ValidationReport {
    Language language = Language::Dutch;
    std::string file;
    std::string layer; ///< Empty: the only one of the file.
    CrsInfo own_crs;
    std::optional<TransformationInfo> transformation; ///< Nothing: it was in the working CRS.
    CrsInfo crs;                                      ///< In which places and sizes are.
    double tolerance_m = 0;
    std::size_t most = 0; ///< Defects of one kind and weight that the text shows; 0: all.
    const layer::Layer* validated = nullptr;     ///< Must outlive the report.
    std::span<const validation::Defect> defects; ///< Worst first, accepted ones last; likewise.
    std::vector<Finding> findings;               ///< What else was found on reading.
};

/// Defects of one kind and weight, counted.
struct DefectTally {
    FindingNumber number{};
    Severity severity{};
    bool is_accepted = false;
    std::span<const validation::Defect> defects;
    std::optional<double> area_m2;  ///< Of all together.
    std::optional<double> length_m; ///< Likewise.
    std::optional<double> width_m;  ///< The greatest.
};

/// In the order of the defects, which are neighbours by kind and weight.
[[nodiscard]] std::vector<DefectTally> tallies(const ValidationReport& report);

/// How many defects weigh so, accepted ones left out.
[[nodiscard]] std::size_t count_of(const ValidationReport& report, Severity severity);

/// How many are accepted.
[[nodiscard]] std::size_t count_of_accepted(const ValidationReport& report);

} // namespace regio::report
