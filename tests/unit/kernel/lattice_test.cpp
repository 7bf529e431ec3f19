#include "kernel/box.hpp"
#include "kernel/lattice.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

namespace regio::kernel {

namespace {

Extent extent(double min_x, double min_y, double max_x, double max_y) {
    return {.min_x = min_x, .min_y = min_y, .max_x = max_x, .max_y = max_y};
}

/// The lattice of 1 mm whose origin is so many units from zero, both ways.
Lattice millimetres(std::int64_t origin) {
    return {.units_per_metre = 1000, .origin_x = origin, .origin_y = -origin};
}

/// How many of the points around the origin do not come back from their positions.
int strays(const Lattice& lattice) {
    int count = 0;
    for (std::int32_t i = -2000; i <= 2000; ++i) {
        const Point point{i, -i};
        count += lattice.nearest(lattice.position(point)) == point ? 0 : 1;
    }
    return count;
}

} // namespace

TEST_CASE("an extent of one point has a lattice with its origin there") {
    const auto lattice = lattice_over(extent(72.5, -3, 72.5, -3), 0.001);
    REQUIRE(lattice);
    CHECK(*lattice == Lattice{.units_per_metre = 1000, .origin_x = 72500, .origin_y = -3000});
    CHECK(lattice->nearest({72.5, -3}) == Point{0, 0});
}

TEST_CASE("an extent of 2^31 - 1 units fits and one of 2^31 does not") {
    const double most = 0x1p31 - 1;
    for (const double from : {0.0, -1.0, -0x1p30, 7e6, -9e9}) {
        INFO("from " << from);
        const auto wide = extent(from, 0, from + most, 0);
        const auto lattice = lattice_over(wide, 1);
        REQUIRE(lattice);
        CHECK(lattice->nearest({from, 0}).x == -kFarthest);
        CHECK(lattice->nearest({from + most, 0}).x == kFarthest - 1);
        CHECK(lattice->position(lattice->nearest({from + most, 0})).x == from + most);
        CHECK_FALSE(lattice_over(extent(from, 0, from + most + 1, 0), 1));
        CHECK_FALSE(lattice_over(extent(0, from, 0, from + most + 1), 1));
    }
}

TEST_CASE("an extent that is too far from zero for its unit has no lattice") {
    const double far = 0x1p51 / 1000;
    CHECK_FALSE(lattice_over(extent(2 * far, 0, 2 * far, 0), 0.001));
    CHECK_FALSE(lattice_over(extent(0, -2 * far, 0, 0), 0.001));
    CHECK_FALSE(lattice_over(extent(0, 0, 1e300, 0), 0.001));
}

TEST_CASE("every whole millimetre goes to the lattice and back unchanged") {
    const Lattice lattice = millimetres(0);
    for (std::int32_t n = -400'000; n <= 400'000; ++n) {
        const Position position{n / 1000.0, -n / 1000.0};
        if (lattice.nearest(position) == Point{n, -n} && lattice.position(Point{n, -n}) == position)
            continue;
        FAIL(n);
    }
}

TEST_CASE("a place between lattice points lies where its units say") {
    const Lattice lattice = millimetres(5'000);
    CHECK(lattice.position(Position{2, -3}) == lattice.position(Point{2, -3}));
    CHECK(lattice.position(Position{500.5, -250.25}) == Position{5.5005, -5.25025});
}

TEST_CASE("lattice points come back unchanged at every distance that has a lattice") {
    for (int power = 20; power <= 52; ++power) {
        const double metres = std::ldexp(1, power) / 1000 * 0.9999;
        const auto lattice = lattice_over(extent(metres, metres, metres + 9, metres + 9), 0.001);
        INFO("power " << power);
        REQUIRE(lattice.has_value() == (power <= 51));
        if (!lattice)
            continue;
        CHECK(strays(*lattice) == 0);
    }
}

TEST_CASE("lattice points come back unchanged on units that no double holds") {
    for (const double unit : {0.001, 0.003, 0.07, 1e-7, 0.3048, 12.7})
        for (const double far : {0.0, 1e5, -6e6}) {
            const auto lattice = lattice_over(extent(far, far, far + 1, far + 1), unit);
            REQUIRE(lattice);
            INFO(unit << " at " << far);
            CHECK(strays(*lattice) == 0);
        }
}

TEST_CASE("rounding moves a coordinate by half a unit at most") {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> metres(-500'000, 500'000);
    const Lattice lattice = millimetres(0);
    for (int i = 0; i < 20'000; ++i) {
        const double x = metres(random);
        const double moved = lattice.position(lattice.nearest({x, 0})).x - x;
        // The positions themselves are doubles of 2⁻³³ m there.
        if (std::abs(moved) > 0.0005 + 0x1p-33)
            FAIL(x);
    }
}

TEST_CASE("a tie is rounded to the even unit") {
    const Lattice lattice{.units_per_metre = 1};
    for (const auto& [x, rounded] :
         {std::pair{0.5, 0}, {1.5, 2}, {2.5, 2}, {-0.5, 0}, {-1.5, -2}, {-2.5, -2}}) {
        INFO(x);
        CHECK(lattice.nearest({x, 0}).x == rounded);
    }
}

TEST_CASE("lattices of one unit have the same points whatever their origins") {
    const Lattice one = millimetres(123'456'789);
    const Lattice other = millimetres(123'456'000);
    for (std::int32_t i = 0; i < 1000; ++i)
        CHECK(one.position(Point{i, i}) == other.position(Point{i + 789, i - 789}));
}

TEST_CASE("positions go to the nearest lattice point, half-way ones to an even number of units") {
    INFO("seed " << Catch::rngSeed());
    std::mt19937_64 random(Catch::rngSeed());
    const Lattice units{.units_per_metre = 1};
    for (const double whole : {-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 1e9})
        for (const double part : {0.25, 0.5, 0.75, std::nextafter(0.5, 0), std::nextafter(0.5, 1)})
            CHECK(units.nearest({whole + part, -whole - part}) ==
                  Point{static_cast<std::int32_t>(std::nearbyint(whole + part)),
                        static_cast<std::int32_t>(std::nearbyint(-whole - part))});
    for (const std::int64_t origin :
         {std::int64_t{0}, std::int64_t{-700'000'000'000}, std::int64_t{1} << 50}) {
        const Lattice lattice{.units_per_metre = 1000, .origin_x = origin, .origin_y = -origin};
        std::uniform_real_distribution<double> near(-1e6, 1e6);
        for (int i = 0; i < 10'000; ++i) {
            const Position position{static_cast<double>(origin) / 1000 + near(random),
                                    static_cast<double>(-origin) / 1000 + near(random)};
            const Point point = lattice.nearest(position);
            CHECK(static_cast<double>(origin + point.x) == std::nearbyint(position.x * 1000));
            CHECK(static_cast<double>(-origin + point.y) == std::nearbyint(position.y * 1000));
        }
    }
}

TEST_CASE("areas are scaled by the square of the unit") {
    CHECK(Lattice{.units_per_metre = 1000}.square_metres(Wide{2'000'000}) == 1);
    CHECK(Lattice{.units_per_metre = 0.5}.square_metres(3.0) == 6);
    CHECK(Lattice{}.unit_m() == 0.001);
}

TEST_CASE("an empty box meets nothing and holds nothing") {
    const Box all{{-kFarthest, -kFarthest}, {kFarthest, kFarthest}};
    CHECK(Box{}.is_empty());
    CHECK_FALSE(meets(Box{}, all));
    CHECK_FALSE(meets(all, Box{}));
    CHECK_FALSE(contains(Box{}, {0, 0}));
    CHECK(box_of({}) == Box{});
    Box box;
    box.include(Box{});
    CHECK(box.is_empty());
    box.include(all);
    CHECK(box == all);
}

TEST_CASE("boxes meet when they share a corner and do not when they miss by a unit") {
    const Box box{{0, 0}, {10, 10}};
    CHECK(meets(box, {{10, 10}, {12, 12}}));
    CHECK_FALSE(meets(box, {{11, 0}, {12, 10}}));
    CHECK_FALSE(meets(box, {{0, -5}, {10, -1}}));
    CHECK(contains(box, {10, 0}));
    CHECK_FALSE(contains(box, {10, -1}));
}

} // namespace regio::kernel
