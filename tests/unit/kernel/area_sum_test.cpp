#include "kernel/area_sum.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>

#include <random>

namespace regio::kernel {

namespace {

namespace mp = boost::multiprecision;

/// What a sum stands for, exactly.
mp::cpp_rational exact(AreaSum sum) {
    const Wide scaled = sum.scaled();
    const UnsignedWide magnitude = static_cast<UnsignedWide>(scaled < 0 ? -scaled : scaled);
    mp::cpp_int value = static_cast<std::uint64_t>(magnitude >> 64);
    value = (value << 64) + static_cast<std::uint64_t>(magnitude);
    return mp::cpp_rational(scaled < 0 ? mp::cpp_int(-value) : value,
                            mp::cpp_int(1) << AreaSum::kFractionalBits);
}

/// Two edges that cross, anywhere in the square of `size` units around the origin.
struct Crossed {
    Segment edge;
    Segment other;
    EdgeCrossing crossing;
};

Crossed random_crossing(std::mt19937& random, std::int32_t size) {
    std::uniform_int_distribution<std::int32_t> coordinate(-size, size);
    const auto point = [&] { return Point{coordinate(random), coordinate(random)}; };
    while (true) {
        const Crossed crossed{{point(), point()}, {point(), point()}, {}};
        if (crossed.edge.a == crossed.edge.b || crossed.other.a == crossed.other.b)
            continue;
        const auto met = crossing(crossed.edge, crossed.other, Shift::Forward);
        if (met.is_crossing)
            return {crossed.edge, crossed.other, met};
    }
}

constexpr std::int32_t kSizes[] = {3, 1000, 1 << 20, kFarthest};

} // namespace

TEST_CASE("the part of an edge up to a crossing is off by half a unit of the sum at most") {
    std::mt19937 random(1);
    for (const std::int32_t size : kSizes)
        for (int i = 0; i < 500; ++i) {
            const auto [edge, other, met] = random_crossing(random, size);
            const std::int64_t whole = cross(edge.a, edge.b);
            const auto part = part_of_cross(whole, met);
            const mp::cpp_rational truth =
                mp::cpp_rational(whole) * mp::cpp_rational(met.before) /
                (mp::cpp_rational(met.before) - mp::cpp_rational(met.after));
            const mp::cpp_rational off = exact(part.sum) - truth;
            CAPTURE(size, i);
            REQUIRE(mp::abs(off) <= mp::cpp_rational(1, mp::cpp_int(1) << 63));
            REQUIRE(part.is_exact == (off == 0));
        }
}

TEST_CASE("the parts of an edge and of its reverse add up to the whole, bit for bit") {
    std::mt19937 random(2);
    for (const std::int32_t size : kSizes)
        for (int i = 0; i < 500; ++i) {
            const auto [edge, other, met] = random_crossing(random, size);
            const Segment back{edge.b, edge.a};
            const auto forth = part_of_cross(cross(edge.a, edge.b), met);
            const auto rest =
                part_of_cross(cross(back.a, back.b), crossing(back, other, Shift::Forward));
            REQUIRE(forth.sum - rest.sum == AreaSum(cross(edge.a, edge.b)));
        }
}

TEST_CASE("a crossing in a lattice point is exact") {
    const Segment edge{{0, 1}, {3, 7}};
    const Segment other{{0, 4}, {3, 1}};
    const auto part = part_of_cross(cross(edge.a, edge.b), crossing(edge, other, Shift::Forward));
    CHECK(part.is_exact);
    CHECK(part.sum == AreaSum(cross(edge.a, {1, 3})));
}

TEST_CASE("a part half-way between two sums goes to the even one") {
    // Of a whole of 2⁶³ parts, one is half of the least sum, and three are one and a half.
    constexpr std::int64_t kHalf = std::int64_t{1} << 62;
    const EdgeCrossing first{.is_crossing = true, .before = kHalf, .after = -kHalf};
    CHECK(part_of_cross(1, first).sum == AreaSum::from_bits(UnsignedWide{1} << 61));
    const EdgeCrossing one{.is_crossing = true, .before = 1, .after = -kHalf - (kHalf - 1)};
    CHECK(part_of_cross(1, one).sum == AreaSum());
    CHECK(part_of_cross(3, one).sum == AreaSum::from_bits(2));
    CHECK_FALSE(part_of_cross(3, one).is_exact);
}

TEST_CASE("sums may wrap on the way") {
    AreaSum sum;
    const AreaSum large(Wide{1} << 64);
    for (int i = 0; i < 5; ++i)
        sum += large;
    for (int i = 0; i < 4; ++i)
        sum -= large;
    CHECK(sum == large);
    CHECK((AreaSum(Wide{3}) - AreaSum(Wide{5})).twice_area() == -2.0);
}

} // namespace regio::kernel
