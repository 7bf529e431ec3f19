#include "generator/power_cells.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>

namespace regio::schematic {

namespace {

constexpr std::int32_t kCell = 100;

CellGrid free_square(std::int32_t side) {
    CellGrid grid({0, 0}, kCell, side, side);
    for (std::size_t place = 0; place < grid.size(); ++place)
        grid.give(place, kFree);
    return grid;
}

std::map<Owner, std::int64_t> areas(const CellGrid& grid) {
    std::map<Owner, std::int64_t> areas;
    for (std::size_t place = 0; place < grid.size(); ++place)
        areas[grid.owner(place)] += std::int64_t{kCell} * kCell;
    return areas;
}

/// Sites at random in a square of 12 km, with areas from 1 up to 20 parts of its area.
std::vector<Site> random_sites(std::uint32_t seed, std::uint16_t count) {
    std::mt19937 random(seed);
    std::vector<Site> sites;
    std::int64_t sum = 0;
    for (std::uint16_t i = 0; i < count; ++i) {
        const auto coordinate = [&] { return static_cast<std::int32_t>(random() % 11'000 + 500); };
        const kernel::Point centre{coordinate(), coordinate()};
        sites.push_back({Owner{i}, centre, static_cast<std::int64_t>(random() % 20 + 1)});
        sum += sites.back().area_m2;
    }
    for (Site& site : sites)
        site.area_m2 = 144'000'000 * site.area_m2 / sum;
    return sites;
}

} // namespace

TEST_CASE("two equal sites share a square in halves") {
    CellGrid grid = free_square(20);
    const std::vector<Site> sites{{Owner{0}, {500, 1000}, 1'000'000},
                                  {Owner{1}, {1500, 1000}, 1'000'000}};
    grow_cells(grid, sites, {});
    CHECK(areas(grid) ==
          std::map<Owner, std::int64_t>{{Owner{0}, 2'000'000}, {Owner{1}, 2'000'000}});
    CHECK(grid.owner(Cell{0, 0}) == Owner{0});
    CHECK(grid.owner(Cell{19, 19}) == Owner{1});
}

TEST_CASE("weights change until every cell has its area, to three cells of the grid") {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        CellGrid grid = free_square(120);
        const auto sites = random_sites(seed, 12);
        grow_cells(grid, sites, {.drifting_rounds = 0, .settling_rounds = 300});
        const auto have = areas(grid);
        for (const Site& site : sites) {
            INFO("seed " << seed << ", site " << index(site.owner));
            REQUIRE(have.contains(site.owner));
            CHECK(std::abs(have.at(site.owner) - site.area_m2) <= 3 * kCell * kCell);
        }
    }
}

TEST_CASE("every cell goes to the site that is nearest by power") {
    CellGrid grid = free_square(60);
    const auto sites = grow_cells(grid, random_sites(7, 9), {});
    for (std::size_t place = 0; place < grid.size(); ++place)
        CHECK(grid.owner(place) == sites[nearest_site(sites, grid.middle(place))].site.owner);
}

TEST_CASE("a site moves no further than its share of the radius") {
    CellGrid grid = free_square(120);
    for (const auto& site : grow_cells(grid, random_sites(3, 12), {.drift_percent = 20})) {
        const double dx = site.moved.x - site.site.centre.x;
        const double dy = site.moved.y - site.site.centre.y;
        const double radius2 = static_cast<double>(site.site.area_m2) / 3.14159;
        CHECK(dx * dx + dy * dy <= 0.04 * radius2 * 1.001);
    }
}

TEST_CASE("what is outside stays outside") {
    CellGrid grid = free_square(10);
    grid.give(37, kOutside);
    const std::vector<Site> sites{{Owner{0}, {200, 200}, 500'000}, {Owner{1}, {800, 800}, 490'000}};
    grow_cells(grid, sites, {});
    CHECK(grid.owner(std::size_t{37}) == kOutside);
    CHECK(areas(grid)[kFree] == 0);
}

} // namespace regio::schematic
