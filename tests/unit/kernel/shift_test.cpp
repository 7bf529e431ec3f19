#include "kernel/shift.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace regio::kernel {

namespace {

Segment random_segment(std::mt19937& random, int size) {
    const auto coordinate = [&] {
        return static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(size));
    };
    Segment segment{{coordinate(), coordinate()}, {coordinate(), coordinate()}};
    if (segment.a == segment.b)
        ++segment.b.x;
    return segment;
}

Segment reversed(const Segment& segment) {
    return {segment.b, segment.a};
}

} // namespace

TEST_CASE("both edges see a crossing, and one goes right where the other goes left") {
    std::mt19937 random(1);
    for (int i = 0; i < 20000; ++i) {
        const Segment one = random_segment(random, 4);
        const Segment other = random_segment(random, 4);
        const auto seen = crossing(one, other, Shift::Forward);
        const auto seen_back = crossing(other, one, Shift::Back);
        REQUIRE(seen.is_crossing == seen_back.is_crossing);
        REQUIRE((!seen.is_crossing || seen.goes_right != seen_back.goes_right));
    }
}

TEST_CASE("an edge and its reverse cross the same edges") {
    std::mt19937 random(2);
    for (int i = 0; i < 20000; ++i) {
        const Segment one = random_segment(random, 4);
        const Segment other = random_segment(random, 4);
        const auto forth = crossing(one, other, Shift::Forward);
        const auto back = crossing(reversed(one), other, Shift::Forward);
        REQUIRE(forth.is_crossing == back.is_crossing);
        REQUIRE((!forth.is_crossing || forth.goes_right != back.goes_right));
        REQUIRE(forth.is_crossing == crossing(one, reversed(other), Shift::Forward).is_crossing);
    }
}

TEST_CASE("edges that have no point in common do not cross, and those that plainly cross do") {
    std::mt19937 random(3);
    for (int i = 0; i < 20000; ++i) {
        const Segment one = random_segment(random, 6);
        const Segment other = random_segment(random, 6);
        const Contact met = contact(one, other);
        const bool is_crossing = crossing(one, other, Shift::Forward).is_crossing;
        REQUIRE((met != Contact::None || !is_crossing));
        REQUIRE((met != Contact::Cross || is_crossing));
    }
}

TEST_CASE("a closed line crosses another as often to the right as to the left") {
    for (const std::uint32_t seed : test::seeds(2000)) {
        CAPTURE(seed);
        const Ring one = test::random_ring(seed, 5, 4);
        const Ring other = test::random_ring(seed + 5000, 6, 4);
        int balance = 0;
        for (std::size_t i = 0; i < one.size(); ++i)
            for (std::size_t j = 0; j < other.size(); ++j)
                if (const auto met = crossing(edge(one, i), edge(other, j), Shift::Forward);
                    met.is_crossing)
                    balance += met.goes_right ? 1 : -1;
        REQUIRE(balance == 0);
    }
}

TEST_CASE("of two equal squares the moved one crosses the other twice") {
    const Ring square{{0, 0}, {4, 0}, {4, 4}, {0, 4}};
    int crossings = 0;
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j)
            crossings += crossing(edge(square, i), edge(square, j), Shift::Forward).is_crossing;
    CHECK(crossings == 2);
}

} // namespace regio::kernel
