#pragma once

#include "generator/cell_grid.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace regio::schematic {

/// A point from which a cell grows, and how much it is to have.
struct Site {
    Owner owner{};
    kernel::Point centre;
    std::int64_t area_m2 = 0;
};

/// How cells are grown; why the numbers are these is in README.md.
struct GrowthTerms {
    int drifting_rounds = 60;  ///< In which centres move and weights change.
    int settling_rounds = 120; ///< In which weights alone change.
    int drift_percent = 15;    ///< How far a site may move, of the radius of a circle of its area.
};

/// A site with where it has moved and how much it weighs.
struct WeightedSite {
    Site site;
    kernel::Point moved;
    std::int64_t weight_m2 = 0; ///< The square of a radius.
};

/// Which site takes a point of a power diagram (Aurenhammer, Power Diagrams, 1987): the one with
/// the least |p - s|² - w, of equals the first.
[[nodiscard]] std::size_t nearest_site(std::span<const WeightedSite> sites, kernel::Point point);

/// Shares the free cells out among the sites so that each owner gets its area: a power diagram
/// whose weights are changed round by round until the cells have the areas asked for (Aurenhammer,
/// Hoffmann and Aronov, Minkowski-Type Theorems and Least-Squares Clustering, 1998: such weights
/// exist for any areas that add up; Balzer and Heck, Capacity-Constrained Voronoi Diagrams in
/// Finite Spaces, 2008). Areas are scaled to what there is to share out.
///
/// The centres that are known are those of areas, so in the first rounds each site moves to where
/// its cell's centre comes to lie on the one that is known, but not further than the terms allow.
///
/// Whole numbers, and one square root that every machine rounds alike: the same answer everywhere.
/// Returns the sites as they ended.
std::vector<WeightedSite> grow_cells(CellGrid& grid, std::span<const Site> sites,
                                     const GrowthTerms& terms);

} // namespace regio::schematic
