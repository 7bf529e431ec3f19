#include "validation/validate.hpp"

#include "arrangement/repair.hpp"
#include "base/append.hpp"
#include "topology/chains.hpp"
#include "validation/misfits.hpp"
#include "validation/shape_faults.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace regio::validation {

namespace {

using layer::Layer;

/// Gaps, overlaps and borders of what the features cover.
std::vector<Defect> misfits_of(const Layer& layer, double tolerance_m) {
    std::vector<Finding> repairs; // What was mended is said by its faults.
    const auto mended = arrangement::repaired(layer, repairs);
    const Layer& covered = mended ? *mended : layer;
    return find_misfits(covered, topology::Chains(covered), tolerance_m);
}

void sort_worst_first(const Layer& layer, std::vector<Defect>& defects) {
    const auto codes = [&](const Defect& defect) { return names_of(layer, defect.features); };
    std::sort(defects.begin(), defects.end(), [&](const Defect& one, const Defect& other) {
        const auto key = [](const Defect& d) {
            return std::tuple(-static_cast<int>(d.severity), d.finding.number,
                              -d.width_m.value_or(0), -d.area_m2.value_or(0),
                              -d.length_m.value_or(0), d.place);
        };
        const auto a = key(one);
        const auto b = key(other);
        return a != b ? a < b : codes(one) < codes(other);
    });
}

} // namespace

std::vector<Defect> validate(const ReadLayer& layer, std::span<const Finding> findings,
                             const ValidationTerms& terms) {
    const Layer& rounded = layer.rounded;
    std::vector<Defect> defects = find_geometry_faults(layer, findings);
    append(find_repeated_vertices(layer), defects);
    append(find_other_directions(layer, terms.shells), defects);
    append(find_shape_faults(rounded), defects);
    append(find_repeated_features(rounded), defects);
    append(find_far_parts(rounded, terms.far_away), defects);
    append(find_code_faults(rounded, terms.codes.value_or(code_system_of(rounded))), defects);
    append(misfits_of(rounded, terms.tolerance_m), defects);
    sort_worst_first(rounded, defects);
    return defects;
}

} // namespace regio::validation
