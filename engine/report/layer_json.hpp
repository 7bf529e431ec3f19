#pragma once

#include "layer/feature.hpp"
#include "layer/provenance.hpp"
#include "report/layer_info.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace regio::report {

/// Name and code; the latter null where there is none.
[[nodiscard]] nlohmann::ordered_json crs_object(const CrsInfo& crs);

/// Code, name and fid; null what is not known.
[[nodiscard]] nlohmann::ordered_json feature_object(const layer::Feature& feature);

/// How a layer was brought to the working CRS; null when it was there.
[[nodiscard]] nlohmann::ordered_json
transformation_object(const std::optional<TransformationInfo>& transformation);

/// What a layer says of its boundaries.
[[nodiscard]] nlohmann::ordered_json boundaries_object(layer::Provenance provenance);

} // namespace regio::report
