#pragma once

#include "base/finding.hpp"
#include "kernel/polygon.hpp"
#include "layer/layer.hpp"

#include <optional>
#include <vector>

namespace regio::arrangement {

/// What the rings of a feature say, when they cross themselves or each other, run over each other
/// or lie where they should not: a ring encloses the points of odd winding, a part is what its
/// shell encloses and none of its holes does, and a feature is the union of its parts. An island in
/// a hole stays. Slits and spikes vanish. Where rings cross, the crossing is rounded to the lattice
/// (noding.hpp): a border moves by half a unit at most in x and in y.
///
/// Laws: 1. the area is valid by the rules of OGC, and its rings are as outlines() orders them; 2.
/// no order of rings and parts, no start vertex and no direction changes it; 3. a translation by a
/// lattice vector commutes with it; 4. it is the same area, bit for bit, when all crossings are
/// lattice points and no border that another one crosses or touches comes closer than a unit to a
/// point that it does not go through.
[[nodiscard]] kernel::MultiPolygon covered_area(const layer::Layer& layer,
                                                layer::FeatureId feature);

/// The features whose rings do not say by themselves what the feature covers: those with edges that
/// cross or run over each other, and those with misplaced rings; in order. Rings that touch in
/// points do what they may.
[[nodiscard]] std::vector<layer::FeatureId> find_faulty(const layer::Layer& layer);

/// The layer with each faulty feature made of its covered area, and a finding R427 for each (R401
/// too when nothing is left of it). Nothing when no feature is faulty: then there is nothing to
/// copy.
///
/// Laws: 1. features keep their order, number, codes and names, the layer its lattice and
/// provenance; 2. the rings of other features do not change by a bit; 3. no feature of the result
/// is faulty. A feature of which nothing is left keeps its place, without parts.
[[nodiscard]] std::optional<layer::Layer> repaired(const layer::Layer& layer,
                                                   std::vector<Finding>& findings);

/// The same of a layer that can be had: as it was when no feature is faulty.
[[nodiscard]] layer::Layer mended(layer::Layer layer, std::vector<Finding>& findings);

} // namespace regio::arrangement
