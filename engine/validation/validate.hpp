#pragma once

#include "validation/feature_faults.hpp"
#include "validation/raw_faults.hpp"

#include <optional>
#include <span>
#include <vector>

namespace regio::validation {

struct ValidationTerms {
    /// Gaps and overlaps that are nowhere wider weigh as warnings, not as errors. None is left out.
    /// Nothing is taken for noise unless somebody says how wide noise is.
    double tolerance_m = 0;
    ShellDirection shells = ShellDirection::CounterClockwise;
    std::optional<CodeSystem> codes; ///< Nothing: as code_system_of() says.
    FarAway far_away;
};

/// Everything that is wrong with a layer, worst first: by weight, kind, width, area, length and
/// place. `findings` are those of reading and rounding it (is_of_feature() says which count).
///
/// The layer is looked at as it was read, as it lies on its lattice, and with its faulty features
/// mended (arrangement/repair.hpp), so that gaps and overlaps are those of what they cover.
///
/// Laws: 1. a larger tolerance takes no defect away, and changes weights alone; 2. moving the layer
/// by a lattice vector moves the places and changes nothing else; 3. no order of features changes
/// anything but their ids; 4. no number of threads changes anything.
[[nodiscard]] std::vector<Defect>
validate(const ReadLayer& layer, std::span<const Finding> findings, const ValidationTerms& terms);

} // namespace regio::validation
