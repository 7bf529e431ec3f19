#pragma once

#include "base/finding.hpp"
#include "kernel/position.hpp"
#include "layer/layer.hpp"
#include "validation/defect.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regio::validation {

/// As far as the place of a defect may move when a layer is edited elsewhere: places are told in
/// millimetres, and the widest place of a gap or overlap stays where it is.
inline constexpr double kAcceptanceRadius_m = 1;

/// Defects of one kind near a place that somebody knows and has accepted.
struct Acceptance {
    FindingNumber number{};
    std::optional<kernel::Position> place; ///< Nothing: those without a place.
    double radius_m = kAcceptanceRadius_m;
    /// Of the features, as feature_texts() has them; only for those without a place. Where there
    /// are no codes the fids tell features apart that have none either.
    std::string codes;
    std::string fids;
    std::string why;
    SourceRef source;
};

/// Marks the defects that are accepted, by the first acceptance of their number that has them
/// within its radius, and puts them behind the others; each acceptance may have several. Nothing
/// else changes: an accepted defect keeps its severity. Gives a finding R449 for each acceptance
/// that has none.
[[nodiscard]] std::vector<Finding> accept(const layer::Layer& layer,
                                          std::span<const Acceptance> accepted,
                                          std::vector<Defect>& defects);

} // namespace regio::validation
