#pragma once

#include "io/layer_source.hpp"
#include "io/territory_reader.hpp"

#include <optional>

namespace regio::project {

/// The layer with the polygons of a table of municipalities: the one beside it, else the table
/// itself; nothing when that has none.
[[nodiscard]] std::optional<io::LayerSource>
boundary_source(const io::MunicipalitiesSource& source);

} // namespace regio::project
