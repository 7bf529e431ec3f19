#pragma once

#include "base/finding.hpp"
#include "base/language.hpp"
#include "report/coverage_info.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regio::report {

/// Something with a stable id for programs and words for people.
struct Term {
    std::string_view id;
    std::string_view dutch;
    std::string_view english;
};

struct FieldInfo {
    std::string name;
    std::string type; ///< As GDAL calls it.
    std::size_t filled = 0;
    std::vector<std::string> samples;
    std::vector<Term> meanings; ///< As what the program would read it.
};

struct CrsInfo {
    std::string name;
    std::string code; ///< Empty when there is none.
    bool is_geographic = false;
    bool is_declared = false; ///< By the user: the layer carries none.
};

/// How a layer was brought to the working CRS.
struct TransformationInfo {
    std::string operation;
    std::optional<double> accuracy_m;
    std::vector<std::string> missing_grids;
    std::optional<double> better_accuracy_m; ///< With those grids.
};

/// What the layer can serve for, with the arguments that say so: a flag, its value, and so on.
struct UseInfo {
    Term use;
    std::vector<std::string> arguments;
};

/// What is known of one layer or table. Absent: a table has no geometry, and of points and lines
/// there is no more than their CRS.
struct LayerInfo {
    std::string file;
    std::string layer;
    std::string format;
    std::size_t rows = 0;
    std::string geometry_types; ///< Empty for a table.
    std::vector<FieldInfo> fields;
    std::optional<CrsInfo> crs;
    std::optional<CrsInfo> working_crs;
    std::optional<TransformationInfo> transformation; ///< Absent too in the working CRS.
    std::optional<PolygonsInfo> polygons;
    std::optional<CoverageInfo> coverage;
    std::vector<UseInfo> uses;
    std::vector<Finding> findings;
};

struct InfoReport {
    Language language = Language::Dutch;
    std::vector<LayerInfo> layers;
};

} // namespace regio::report
