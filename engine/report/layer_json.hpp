#pragma once

#include "layer/provenance.hpp"
#include "report/layer_info.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace regio::report {

/// How a layer was brought to the working CRS; null when it was there.
[[nodiscard]] nlohmann::ordered_json
transformation_object(const std::optional<TransformationInfo>& transformation);

/// What a layer says of its boundaries.
[[nodiscard]] nlohmann::ordered_json boundaries_object(layer::Provenance provenance);

} // namespace regio::report
