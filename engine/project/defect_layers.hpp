#pragma once

#include "base/language.hpp"
#include "io/output_layer.hpp"
#include "project/open_layers.hpp"
#include "validation/defect.hpp"

#include <span>
#include <vector>

namespace regio::project {

/// Defects as layers that can be written: "places" with a point for each that has a place, "areas"
/// with the polygons of gaps, overlaps, rings and parts, and "lines". A defect without a place, as
/// a geometry that is missing, stands in "areas" without polygons. All three are there, even empty,
/// and drawn by weight.
///
/// Fields: `defect`, its number in the order given, from 1, the same in all layers; `number` and
/// `kind`, as in "R417" and "overlap"; `severity`; `codes`, `names` and `fids` of the features
/// concerned, joined by " | "; `area_m2`, `length_m`, `width_m`; `message`; `accepted`, "true" or
/// "false". A schematic layer says so in `boundaries`.
[[nodiscard]] std::vector<io::OutputLayer>
defect_layers(const OpenedLayers& opened, std::span<const validation::Defect> defects,
              Language language);

} // namespace regio::project
