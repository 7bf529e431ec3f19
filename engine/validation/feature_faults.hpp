#pragma once

#include "layer/layer.hpp"
#include "validation/defect.hpp"

#include <cstdint>
#include <vector>

namespace regio::validation {

/// Features that have the polygons of one before them, point by point, whatever the order and the
/// start of rings (R444): one defect for each that repeats, with the first by code.
[[nodiscard]] std::vector<Defect> find_repeated_features(const layer::Layer& layer);

/// When a part of a feature is far away from the rest: from the greatest part one comes to it over
/// no other parts with leaps that are at most as long as the diagonal of the box of that part, and
/// at most `least_m`, whichever is more. Leaps are between boxes, so that a part is not further
/// than is said.
struct FarAway {
    /// More than a river mouth is wide. Exclaves of municipalities lie nearer, those of larger
    /// areas are measured by what these are wide themselves.
    double least_m = 10'000;
};

/// Parts that are far away from the rest of their feature (R447).
[[nodiscard]] std::vector<Defect> find_far_parts(const layer::Layer& layer,
                                                 const FarAway& far_away = {});

/// Which codes features have.
enum class CodeSystem : std::uint8_t {
    Nis,   ///< NIS codes of municipalities: five digits.
    Other, ///< Any texts.
};

/// NIS when nine of ten of the codes that there are have that form, and begin with the two digits
/// of an arrondissement, as codes of other countries do not.
[[nodiscard]] CodeSystem code_system_of(const layer::Layer& layer);

/// Features without a code (R412), with one that another feature has (R414), and with one that has
/// not the form of the system (R413). In a layer that has no code at all nothing is missing.
[[nodiscard]] std::vector<Defect> find_code_faults(const layer::Layer& layer, CodeSystem system);

} // namespace regio::validation
