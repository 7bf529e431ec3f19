#pragma once

#include "generator/area_fit.hpp"
#include "generator/natural_lines.hpp"
#include "generator/power_cells.hpp"
#include "generator/world.hpp"
#include "kernel/polygon.hpp"
#include "layer/layer.hpp"

#include <vector>

namespace regio::schematic {

/// The numbers of all steps; why they are these is in README.md.
struct Terms {
    std::int32_t cell_m = 200;
    std::int32_t clearance_m = 60; ///< Between borders that do not meet.
    GrowthTerms growth;
    BendingTerms bending;
    FitTerms fit;
};

/// The lattice of the generator: whole metres of EPSG:31370.
inline constexpr kernel::Lattice kMetres{.units_per_metre = 1};

/// Made-up boundaries of the municipalities of 2019, in their order, as a layer of which each
/// feature has its code and name.
///
/// Laws: 1. a valid coverage: borders are shared point by point, nothing overlaps, and there is no
/// gap but those of the outline; 2. each municipality is one polygon; 3. the same world gives the
/// same points on every machine.
///
/// Throws InputError when what is known of the world allows no such boundaries.
[[nodiscard]] layer::Layer make_schematic(const World& world, const Terms& terms = {});

/// The boundaries of 2025: those of 2019 dissolved, all vertices kept.
[[nodiscard]] layer::Layer dissolve(const layer::Layer& boundaries, const World& world);

} // namespace regio::schematic
