#include "io/crs_operation.hpp"
#include "project/surroundings.hpp"
#include "tests/support/paper.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace regio::project {

namespace {

using kernel::Extent;
using kernel::Position;
using map::Zone;

constexpr std::array kSystems = {"EPSG:31370", "EPSG:3812"};

io::Crs crs(const std::string& code) {
    return io::Crs::parse(code, "test");
}

/// Longitudes and latitudes in another system.
std::vector<Position> placed(std::vector<Position> degrees, const std::string& code) {
    const Extent belgium{.min_x = 1.5, .min_y = 49.4, .max_x = 7, .max_y = 52};
    io::CrsOperation(crs("EPSG:4326"), crs(code), belgium, "test").apply(degrees);
    return degrees;
}

/// Flanders, roughly.
Extent flanders(const std::string& code) {
    Extent extent;
    for (const Position corner :
         placed({{2.55, 50.7}, {5.9, 50.7}, {5.9, 51.5}, {2.55, 51.5}}, code))
        extent.include(corner);
    return extent;
}

std::vector<Zone> zones_in(const std::string& code, Language language = Language::Dutch) {
    return surroundings(crs(code), flanders(code), language);
}

scene::PaperLine as_ring(const std::vector<Position>& positions) {
    scene::PaperLine ring;
    for (const Position& position : positions)
        ring.push_back({position.x, position.y});
    return ring;
}

bool is_in(const Position& place, const std::vector<Position>& ring) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Position& a = ring[i];
        const Position& b = ring[(i + 1) % ring.size()];
        if ((a.y > place.y) != (b.y > place.y) &&
            place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

bool is_in(const Position& place, const Zone& zone) {
    return std::count_if(zone.rings.begin(), zone.rings.end(),
                         [&](const auto& ring) { return is_in(place, ring); }) %
               2 ==
           1;
}

/// The zone that is painted last over a place.
const Zone* zone_at(const Position& place, const std::vector<Zone>& zones) {
    for (std::size_t i = zones.size(); i-- > 0;)
        if (is_in(place, zones[i]))
            return &zones[i];
    return nullptr;
}

} // namespace

TEST_CASE("every ring of the surroundings is valid by GEOS, in both Belgian systems") {
    for (const std::string code : kSystems) {
        const auto zones = zones_in(code);
        REQUIRE(zones.size() > 4);
        for (const Zone& zone : zones) {
            INFO(code << ' ' << zone.name);
            CHECK_FALSE(zone.name.empty());
            CHECK_FALSE(zone.rings.empty());
            for (const auto& ring : zone.rings) {
                REQUIRE(ring.size() >= 3);
                CHECK(test::geos_is_valid(as_ring(ring)));
            }
        }
    }
}

TEST_CASE("known places around Flanders lie in their zones, in both Belgian systems") {
    struct Known {
        const char* name;
        Position degrees;
        Zone::Kind kind;
    };
    const std::array places = {Known{"at sea", {2.7, 51.35}, Zone::Kind::Sea},
                               Known{"Lille", {3.06, 50.63}, Zone::Kind::Abroad},
                               Known{"Breda", {4.78, 51.59}, Zone::Kind::Abroad},
                               Known{"Maastricht", {5.72, 50.85}, Zone::Kind::Abroad},
                               Known{"Namur", {4.87, 50.46}, Zone::Kind::Wallonia},
                               Known{"Tournai", {3.39, 50.6}, Zone::Kind::Wallonia},
                               Known{"Brussels", {4.35, 50.85}, Zone::Kind::Brussels}};
    for (const std::string code : kSystems) {
        const auto zones = zones_in(code);
        for (const Known& known : places) {
            INFO(code << ' ' << known.name);
            const Zone* zone = zone_at(placed({known.degrees}, code).front(), zones);
            REQUIRE(zone != nullptr);
            CHECK(zone->kind == known.kind);
        }
    }
}

TEST_CASE("the surroundings leave no place around Flanders blank") {
    const auto zones = zones_in("EPSG:31370");
    std::vector<Position> grid;
    for (double x = 2.2; x < 6.3; x += 0.05)
        for (double y = 50.5; y < 51.7; y += 0.03)
            grid.push_back({x, y});
    const auto places = placed(grid, "EPSG:31370");
    for (std::size_t i = 0; i < places.size(); ++i)
        if (zone_at(places[i], zones) == nullptr)
            FAIL_CHECK("blank at " << grid[i].x << ' ' << grid[i].y);
}

TEST_CASE("zones are named in the language of the sheet") {
    const auto dutch = zones_in("EPSG:31370");
    const auto english = zones_in("EPSG:31370", Language::English);
    REQUIRE(dutch.size() == english.size());
    const auto has = [](const std::vector<Zone>& zones, const std::string& name) {
        return std::any_of(zones.begin(), zones.end(),
                           [&](const Zone& zone) { return zone.name == name; });
    };
    CHECK(has(dutch, "Noordzee"));
    CHECK(has(english, "North Sea"));
    CHECK_FALSE(has(english, "Noordzee"));
}

TEST_CASE("outside Belgium there are no surroundings") {
    CHECK(surroundings(crs("EPSG:2154"),
                       {.min_x = 600'000, .min_y = 6'800'000, .max_x = 700'000, .max_y = 6'900'000},
                       Language::Dutch)
              .empty());
    CHECK(surroundings(crs("EPSG:31370"),
                       {.min_x = -500'000, .min_y = 0, .max_x = -400'000, .max_y = 100'000},
                       Language::Dutch)
              .empty());
}

} // namespace regio::project
