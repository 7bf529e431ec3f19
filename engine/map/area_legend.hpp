#pragma once

#include "map/area_map.hpp"
#include "map/legend.hpp"
#include "map/theme.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace regio::map {

/// The class of symbols that zones of a kind are drawn in, and its symbol.
[[nodiscard]] const char* symbol_class_of(Zone::Kind kind);
[[nodiscard]] const AreaSymbol& symbol_of(Zone::Kind kind, const Theme& theme);

/// Which parts of the excess of a drawing are drawn wider than they are.
enum class Widening : std::uint8_t { None, Some, All };

/// An entry for each class of symbols that is on the map, the area's own first.
[[nodiscard]] std::vector<LegendEntry> area_legend(const AreaMap& map,
                                                   const std::set<std::string>& drawn,
                                                   Widening widening, const Theme& theme);

} // namespace regio::map
