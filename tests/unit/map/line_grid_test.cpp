// Segments, boxes, and the grid that finds the ones in the others.

#include "map/line_grid.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace regio::map {

using scene::PaperBox;

namespace {

constexpr PaperBox kExtent{0, 0, 50, 30};

class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    double roll(double most) { return most * static_cast<double>(engine_() % 1000) / 1000; }

private:
    std::mt19937 engine_;
};

std::vector<Segment> random_segments(Dice& dice) {
    std::vector<Segment> segments(40);
    for (Segment& s : segments)
        s = {{dice.roll(60) - 5, dice.roll(40) - 5}, {dice.roll(60) - 5, dice.roll(40) - 5}};
    return segments;
}

} // namespace

TEST_CASE("what a box holds of a segment is measured") {
    constexpr PaperBox box{0, 0, 10, 10};
    CHECK(length_inside({{-5, 5}, {15, 5}}, box) == Approx(10));
    CHECK(length_inside({{2, 5}, {5, 9}}, box) == Approx(5));
    CHECK(length_inside({{11, 0}, {11, 9}}, box) == 0);
    CHECK(length_inside({{-3, 8}, {3, 14}}, box) == 0);
}

TEST_CASE("a segment that touches a box meets it") {
    constexpr PaperBox box{0, 0, 10, 10};
    CHECK(meet({{10, 10}, {12, 12}}, box));
    CHECK(meet({{10, -4}, {10, 14}}, box));
    CHECK(meet(Segment{{3, 3}, {3, 3}}, box));
    CHECK_FALSE(meet({{10.1, -4}, {10.1, 14}}, box));
    CHECK(length_inside({{10, 10}, {12, 12}}, box) > 0);
}

TEST_CASE("segments meet when they cross, touch or lie on one another") {
    const Segment across{{0, 5}, {10, 5}};
    CHECK(meet(across, Segment{{5, 0}, {5, 9}}));
    CHECK(meet(across, Segment{{5, 5}, {5, 9}}));
    CHECK(meet(across, Segment{{4, 5}, {20, 5}}));
    CHECK_FALSE(meet(across, Segment{{11, 5}, {20, 5}}));
    CHECK_FALSE(meet(across, Segment{{5, 5.1}, {5, 9}}));
}

TEST_CASE("a grid holds as much line as its segments do one by one") {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        const auto segments = random_segments(dice);
        const LineGrid grid(segments, kExtent, 1 + dice.roll(9));
        for (int i = 0; i < 50; ++i) {
            const double left = dice.roll(45);
            const double top = dice.roll(25);
            const PaperBox box{left, top, left + dice.roll(5), top + dice.roll(5)};
            double length = 0;
            bool is_met = false;
            for (const Segment& segment : segments) {
                length += length_inside(segment, box);
                is_met = is_met || meet(segment, box);
            }
            CHECK(grid.length_inside(box) == Approx(length).margin(1e-9));
            CHECK(grid.meets(box) == is_met);
        }
    }
}

TEST_CASE("nothing is found beyond the extent of a grid, nor in an empty one") {
    const std::vector<Segment> beyond{{{60, 0}, {70, 9}}};
    CHECK_FALSE(LineGrid(beyond, kExtent).meets({55, 0, 80, 20}));
    CHECK_FALSE(LineGrid({}, kExtent).meets(kExtent));
    CHECK_FALSE(LineGrid({}, {}).meets(kExtent));
}

} // namespace regio::map
