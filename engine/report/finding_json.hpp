#pragma once

#include "base/finding.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace regio::report {

/// An array with an object for each finding.
[[nodiscard]] nlohmann::ordered_json finding_objects(std::span<const Finding> findings,
                                                     Language language);

} // namespace regio::report
