// Operations between coordinate reference systems: which is taken, and what it does to positions.

#include "base/error.hpp"
#include "io/crs_operation.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace regio::io {

namespace {

using kernel::Extent;
using kernel::Position;

/// Flanders in Lambert 72, in degrees and in Lambert 2008.
constexpr Extent kFlanders72{21991.0, 153058.0, 258872.0, 244028.0};
constexpr Extent kFlandersDegrees{2.54, 50.68, 5.92, 51.51};
constexpr Extent kFlanders2008{521990.0, 653050.0, 758870.0, 744030.0};
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Crs crs(std::string_view definition) {
    return Crs::parse(definition, "a.shp");
}

CrsOperation operation(std::string_view from, std::string_view to, const Extent& extent) {
    return {crs(from), crs(to), extent, "a.shp"};
}

Position moved(const CrsOperation& operation, Position position) {
    operation.apply({&position, 1});
    return position;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The distance of two positions, in their unit.
double distance(Position a, Position b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

bool is_nan(Position position) {
    return std::isnan(position.x) && std::isnan(position.y);
}

} // namespace

TEST_CASE("the published example of Lambert 72 is met within 5 cm", "[crs]") {
    // IOGP guidance note 373-7-2, method 9803: 50°40'46.461" N, 5°48'26.533" E on BD72. It turns
    // the map by 29.2985" where EPSG:31370 has another meridian: 5 cm apart.
    const Position degrees{5.0 + 48.0 / 60.0 + 26.533 / 3600.0,
                           50.0 + 40.0 / 60.0 + 46.461 / 3600.0};
    const auto project = operation("EPSG:4313", "EPSG:31370", kFlandersDegrees);
    CHECK(distance(moved(project, degrees), {251763.20, 153034.13}) < 0.05);
    CHECK(project.accuracy_m() == 0.0);
}

TEST_CASE("a place in Ghent has the longitude and latitude that the formulas give", "[crs]") {
    // Worked out apart from PROJ: the inverse of EPSG method 9802 on the ellipsoid of 1924, then
    // EPSG:15928 (seven parameters), then the ellipsoid of 1980. 1e-9 degrees are 0.1 mm.
    const Position degrees =
        moved(operation("EPSG:31370", "EPSG:4258", kFlanders72), {104000.0, 194000.0});
    CHECK(std::abs(degrees.x - 3.71267949259) < 1e-9);
    CHECK(std::abs(degrees.y - 51.05433010918) < 1e-9);
    // The ellipsoid of WGS 84 differs by 0.1 mm.
    CHECK(distance(moved(operation("EPSG:31370", "EPSG:4326", kFlanders72), {104000.0, 194000.0}),
                   degrees) < 2e-9);
}

TEST_CASE("east comes first whatever the axes of the systems are", "[crs]") {
    const Position ghent{104000.0, 194000.0};
    const auto crs84 = moved(operation("EPSG:31370", "OGC:CRS84", kFlanders72), ghent);
    const auto epsg = moved(operation("EPSG:31370", "EPSG:4326", kFlanders72), ghent);
    CHECK(crs84 == epsg);
    CHECK(moved(operation("EPSG:31370", "EPSG:3035", kFlanders72), ghent).x > 3.8e6);
    CHECK(distance(moved(operation("EPSG:4326", "EPSG:31370", kFlandersDegrees), epsg), ghent) <
          1e-3);
}

TEST_CASE("Lambert 72 to Lambert 2008 takes the best without a grid and names the grid", "[crs]") {
    const auto there = operation("EPSG:31370", "EPSG:3812", kFlanders72);
    CHECK(there.name() ==
          "Inverse of Belgian Lambert 72 + BD72 to ETRS89 (2) + Belgian Lambert 2008");
    CHECK(there.accuracy_m() == 0.2);
    CHECK_FALSE(there.is_ballpark());
    CHECK(there.missing_grids() == std::vector<std::string>{"be_ign_bd72lb72_etrs89lb08.tif"});
    CHECK(there.better_accuracy_m() == 0.01);
    // cs2cs of PROJ 9.1.1.
    CHECK(distance(moved(there, {104000.0, 194000.0}), {603997.1958, 693994.7384}) < 1e-3);
}

TEST_CASE("Lambert 72 to Lambert 2008 and back stays within a millimetre", "[crs]") {
    const auto there = operation("EPSG:31370", "EPSG:3812", kFlanders72);
    const auto back = operation("EPSG:3812", "EPSG:31370", kFlanders2008);
    for (double x = kFlanders72.min_x; x < kFlanders72.max_x; x += 9973.0)
        for (double y = kFlanders72.min_y; y < kFlanders72.max_y; y += 9973.0)
            CHECK(distance(moved(back, moved(there, {x, y})), {x, y}) < 1e-3);
}

TEST_CASE("an extent in degrees and one in metres lead to the same operation", "[crs]") {
    const auto there = operation("EPSG:31370", "EPSG:4326", kFlanders72);
    const auto back = operation("EPSG:4326", "EPSG:31370", kFlandersDegrees);
    CHECK(there.name() == "Inverse of Belgian Lambert 72 + BD72 to WGS 84 (3)");
    CHECK(back.name() == "Inverse of BD72 to WGS 84 (3) + Belgian Lambert 72");
    CHECK(there.accuracy_m() == 1.0);
    CHECK(back.accuracy_m() == 1.0);
    CHECK(there.missing_grids().empty());
    CHECK_FALSE(there.better_accuracy_m());
}

TEST_CASE("a position has the same bits alone, again, and among others", "[crs]") {
    for (const auto* to : {"EPSG:3812", "EPSG:4326", "EPSG:3035", "EPSG:3857"}) {
        const auto there = operation("EPSG:31370", to, kFlanders72);
        std::vector<Position> batch;
        for (int i = 0; i < 1000; ++i)
            batch.push_back({22000.0 + 237.0 * i + 0.001 * i, 244000.0 - 91.0 * i});
        const auto given = batch;
        batch.insert(batch.begin() + 500, {kNone, 0.0});
        there.apply(batch);
        batch.erase(batch.begin() + 500);
        for (std::size_t i = 0; i < given.size(); ++i) {
            const auto alone = moved(there, given[i]);
            REQUIRE(std::bit_cast<std::uint64_t>(alone.x) ==
                    std::bit_cast<std::uint64_t>(batch[i].x));
            REQUIRE(std::bit_cast<std::uint64_t>(alone.y) ==
                    std::bit_cast<std::uint64_t>(batch[i].y));
        }
    }
}

TEST_CASE("a position that cannot be transformed becomes NaN and leaves the others alone",
          "[crs]") {
    const auto project = operation("EPSG:4326", "EPSG:31370", kFlandersDegrees);
    const Position ghent{3.7126794926, 51.0543301083};
    const double far = std::numeric_limits<double>::infinity();
    std::vector<Position> batch{ghent,       {3.7, 95.0},          {kNone, 51.0},
                                {far, 51.0}, {104000.0, 194000.0}, ghent};
    project.apply(batch);
    for (std::size_t i = 1; i < 5; ++i)
        CHECK(is_nan(batch[i]));
    CHECK(distance(batch[0], {104000.0, 194000.0}) < 1e-3);
    CHECK(batch[5] == batch[0]);
    project.apply({});
}

TEST_CASE("between equal systems nothing moves", "[crs]") {
    for (const auto* to : {"EPSG:4326", "OGC:CRS84", "EPSG:4979"}) {
        const auto nothing = operation("EPSG:4326", to, kFlandersDegrees);
        CHECK(nothing.name() == "none");
        CHECK(nothing.accuracy_m() == 0.0);
        CHECK(nothing.missing_grids().empty());
        CHECK(moved(nothing, {3.7, 51.1}) == Position{3.7, 51.1});
        CHECK(is_nan(moved(nothing, {kNone, 51.1})));
    }
}

TEST_CASE("on one datum an operation is exact", "[crs]") {
    for (const auto* to : {"EPSG:3857", "EPSG:32632"})
        CHECK(
            operation("EPSG:32631", to, {500000.0, 5600000.0, 600000.0, 5700000.0}).accuracy_m() ==
            0.0);
    CHECK(operation("EPSG:4326", "EPSG:3857", kFlandersDegrees).accuracy_m() == 0.0);
}

TEST_CASE("a datum that nothing is known of makes the operation a ballpark one", "[crs]") {
    const auto guess = operation("+proj=utm +zone=31 +ellps=intl", "EPSG:31370",
                                 {500000.0, 5600000.0, 600000.0, 5700000.0});
    CHECK(guess.is_ballpark());
    CHECK_FALSE(guess.accuracy_m());
    CHECK(holds(guess.name(), "Ballpark"));
}

TEST_CASE("a ballpark operation for want of a grid names the grid", "[crs]") {
    const auto guess = operation("EPSG:4267", "EPSG:4269", {-155.0, 60.0, -150.0, 65.0});
    CHECK(guess.is_ballpark());
    CHECK(guess.missing_grids() == std::vector<std::string>{"us_noaa_alaska.tif"});
    CHECK(guess.better_accuracy_m() == 0.5);
}

TEST_CASE("outside the area of use of every operation only a ballpark one is left", "[crs]") {
    const auto guess = operation("EPSG:31370", "EPSG:4326", {1e6, 1e6, 1.1e6, 1.1e6});
    CHECK(guess.is_ballpark());
    CHECK_FALSE(guess.accuracy_m());
}

TEST_CASE("parameters to WGS 84 of an unknown datum are used", "[crs]") {
    const auto bound = operation(
        "+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 "
        "+x_0=150000.013 +y_0=5400088.438 +ellps=intl "
        "+towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747",
        "EPSG:4326", kFlanders72);
    CHECK_FALSE(bound.is_ballpark());
    CHECK_FALSE(bound.accuracy_m());
    CHECK(distance(moved(bound, {104000.0, 194000.0}), {3.7126794926, 51.0543301083}) < 2e-9);
}

TEST_CASE("feet, grads and meridians of Paris come out right", "[crs]") {
    // EPSG:4807 counts grads from Paris, 2.33722917 degrees east of Greenwich.
    const auto paris = operation("EPSG:4807", "EPSG:4275", {-1.0, 54.0, 1.0, 55.0});
    CHECK(distance(moved(paris, {0.0, 54.0}), {2.33722917, 48.6}) < 1e-6);
    // A US survey foot is 1200/3937 m.
    const Position feet =
        moved(operation("EPSG:32118", "EPSG:2263", {290000.0, 50000.0, 310000.0, 70000.0}),
              {300000.0, 60000.0});
    CHECK(distance(feet, {300000.0 * 3937.0 / 1200.0, 60000.0 * 3937.0 / 1200.0}) < 1e-3);
}

TEST_CASE("an empty layer's extent leaves the choice to accuracy", "[crs]") {
    const auto there = operation("EPSG:31370", "EPSG:3812", {kNone, kNone, kNone, kNone});
    CHECK(there.name() ==
          "Inverse of Belgian Lambert 72 + BD72 to ETRS89 (2) + Belgian Lambert 2008");
    const double far = std::numeric_limits<double>::infinity();
    CHECK(operation("EPSG:31370", "EPSG:3812", {far, far, -far, -far}).name() == there.name());
}

TEST_CASE("an operation may be moved and outlive the systems it was made from", "[crs]") {
    auto first = operation("EPSG:31370", "EPSG:3812", kFlanders72);
    const auto second = std::move(first);
    CHECK(distance(moved(second, {104000.0, 194000.0}), {603997.1958, 693994.7384}) < 1e-3);
}

TEST_CASE("systems of two planets have no operation between them", "[crs]") {
    try {
        operation("IAU_2015:30100", "EPSG:31370", {-1.0, -1.0, 1.0, 1.0});
        FAIL("nothing was thrown");
    } catch (const InputError& error) {
        CHECK(holds(error.what(), "a.shp: "));
        CHECK(holds(error.what(), "BD72 / Belgian Lambert 72"));
        CHECK_FALSE(error.hint().empty());
    }
}

} // namespace regio::io
