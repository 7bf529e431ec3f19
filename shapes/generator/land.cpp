#include "generator/land.hpp"

#include "base/contract.hpp"
#include "generator/distance.hpp"
#include "generator/patches.hpp"
#include "kernel/box.hpp"
#include "kernel/ring.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace regio::schematic {

namespace {

constexpr double kRadii = 3;         ///< See claim_enclave().
constexpr std::int32_t kMargin = 15; ///< Cells around the outline.

CellGrid grid_over(const World& world, std::int32_t cell_m) {
    kernel::Box box = kernel::box_of(world.mainland.shell);
    box.include(kernel::box_of(world.voeren));
    const kernel::Point origin{(box.min.x / cell_m - kMargin) * cell_m,
                               (box.min.y / cell_m - kMargin) * cell_m};
    return {origin, cell_m, (box.max.x - origin.x) / cell_m + kMargin,
            (box.max.y - origin.y) / cell_m + kMargin};
}

bool is_inside(kernel::Point point, kernel::RingView ring) {
    return kernel::locate(point, ring) == kernel::Location::Inside;
}

bool is_on_mainland(kernel::Point point, const kernel::Polygon& mainland) {
    return is_inside(point, mainland.shell) &&
           std::ranges::none_of(mainland.holes, [&](const kernel::Ring& hole) {
               return kernel::locate(point, hole) != kernel::Location::Outside;
           });
}

Owner find(const World& world, const char* code) {
    const auto found = std::ranges::find(world.municipalities, code, &Municipality::code);
    return found == world.municipalities.end()
               ? kOutside
               : Owner(static_cast<std::uint16_t>(found - world.municipalities.begin()));
}

void drop_islands(CellGrid& grid) {
    const auto patches = find_patches(grid, kFree);
    for (std::size_t i = 1; i < patches.size(); ++i)
        for (const std::size_t place : patches[i])
            grid.give(place, kOutside);
}

/// Whether the cell and all around it are outside.
bool is_apart(const CellGrid& grid, Cell cell) {
    for (std::int32_t row = -1; row <= 1; ++row)
        for (std::int32_t column = -1; column <= 1; ++column)
            if (grid.owner(Cell{cell.column + column, cell.row + row}) != kOutside)
                return false;
    return true;
}

} // namespace

void claim_enclave(CellGrid& grid, Owner owner, const Municipality& municipality) {
    const double radius_m =
        std::sqrt(static_cast<double>(municipality.intended_m2) / std::numbers::pi);
    const kernel::Point seed{municipality.centre.x,
                             municipality.centre.y - static_cast<std::int32_t>(kRadii * radius_m)};
    std::vector<std::pair<std::int64_t, std::size_t>> candidates;
    for (std::size_t place = 0; place < grid.size(); ++place)
        if (is_apart(grid, grid.cell(place)))
            candidates.emplace_back(squared_distance(grid.middle(place), seed), place);
    const auto cell_m2 = std::int64_t{grid.cell_m()} * grid.cell_m();
    const auto count = static_cast<std::size_t>(municipality.intended_m2 / cell_m2);
    REGIO_EXPECTS(count <= candidates.size());
    std::ranges::sort(candidates);
    for (std::size_t i = 0; i < count; ++i)
        grid.give(candidates[i].second, owner);
}

CellGrid lay_out(const World& world, std::int32_t cell_m) {
    CellGrid grid = grid_over(world, cell_m);
    const Owner voeren = find(world, kVoeren);
    for (std::size_t place = 0; place < grid.size(); ++place) {
        const kernel::Point middle = grid.middle(place);
        if (is_on_mainland(middle, world.mainland))
            grid.give(place, kFree);
        else if (is_inside(middle, world.voeren))
            grid.give(place, voeren);
    }
    drop_islands(grid);
    if (const Owner baarle = find(world, kBaarleHertog); baarle != kOutside)
        claim_enclave(grid, baarle, world.municipalities[index(baarle)]);
    return grid;
}

} // namespace regio::schematic
