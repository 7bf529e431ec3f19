#pragma once

#include "base/source_ref.hpp"

#include <ogr_api.h>

#include <cstddef>
#include <string>
#include <vector>

namespace regio::io {

/// The names of the fields of a layer, in their order. `source` names the layer in messages. Throws
/// InputError for one that is not UTF-8.
[[nodiscard]] std::vector<std::string> field_names(OGRLayerH layer, const SourceRef& source);

/// The value of a field as text; empty where there is none. `source` names the layer in messages.
/// Throws InputError for one that is not UTF-8.
[[nodiscard]] std::string field_text(OGRFeatureH feature, std::size_t field,
                                     const SourceRef& source);

} // namespace regio::io
