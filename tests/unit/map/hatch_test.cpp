#include "map/hatch.hpp"
#include "tests/support/paper.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace regio::map {

namespace {

using scene::PaperLine;
using scene::PaperPoint;
using test::paper_line;
using test::PaperLines;

const PaperLine kSquare = paper_line("0 0, 10 0, 10 10, 0 10");

/// The same pieces in the same order, within a millionth of a millimetre.
bool are_alike(const PaperLines& one, const PaperLines& other) {
    constexpr double kRounding = 1e-6;
    const auto near = [](const PaperPoint& a, const PaperPoint& b) {
        return std::hypot(a.x - b.x, a.y - b.y) < kRounding;
    };
    return one.size() == other.size() &&
           std::equal(one.begin(), one.end(), other.begin(), [&](const auto& a, const auto& b) {
               return near(a.front(), b.front()) && near(a.back(), b.back());
           });
}

/// A border of random bends from the upper to the lower edge of a square of 100 mm.
PaperLine random_border(std::uint32_t seed) {
    PaperLine border = test::random_line(seed, {30, 0, 70, 100}, 14);
    std::sort(border.begin(), border.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    border.insert(border.begin(), {50, 0});
    border.push_back({50, 100});
    return border;
}

} // namespace

TEST_CASE("level lines in a square are as far apart as asked and reach from edge to edge") {
    const auto pieces =
        hatch({kSquare}, {.angle_degrees = 0, .spacing_mm = 2.5, .through = {0, 1}});
    CHECK(are_alike(pieces, {paper_line("0 1, 10 1"), paper_line("0 3.5, 10 3.5"),
                             paper_line("0 6, 10 6"), paper_line("0 8.5, 10 8.5")}));
}

TEST_CASE("an area without extent has no hatch") {
    CHECK(hatch({}, {}).empty());
    CHECK(hatch({PaperLine{}}, {}).empty());
    CHECK(hatch({paper_line("5 5")}, {}).empty());
    CHECK(hatch({paper_line("0 0, 10 0")}, {}).empty());
}

TEST_CASE("lines rise to the right at an angle of 45 degrees, as the sheet is read") {
    for (const PaperLine& piece : hatch({kSquare}, {.angle_degrees = 45, .spacing_mm = 1})) {
        const double dx = piece.back().x - piece.front().x;
        const double dy = piece.back().y - piece.front().y;
        CHECK(dx > 0);
        CHECK(dy == Approx(-dx));
    }
}

TEST_CASE("a hole has no hatch") {
    const PaperLine hole = paper_line("4 2, 6 2, 6 8, 4 8");
    const HatchPattern pattern{.angle_degrees = 0, .spacing_mm = 5, .through = {0, 5}};
    CHECK(are_alike(hatch({kSquare, hole}, pattern),
                    {paper_line("0 0, 10 0"), paper_line("0 5, 4 5"), paper_line("6 5, 10 5")}));
}

TEST_CASE("pieces lie in the area") {
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const PaperLines rings{test::random_star(seed, {50, 50}, 40, 24),
                               test::random_star(seed + 1000, {50, 50}, 10, 9)};
        const auto pieces =
            hatch(rings, {.angle_degrees = double(seed * 7 % 180), .spacing_mm = 3});
        CHECK(test::geos_length_in(pieces, rings) == Approx(test::length_of(pieces)).epsilon(1e-9));
    }
}

// The length of the section through an area changes by the length of its edges at most, so that
// sections a spacing apart miss its area by a spacing times the perimeter at most.
TEST_CASE("the length of all lines times their spacing is the area as far as the perimeter lets") {
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const PaperLines rings{test::random_star(seed, {50, 50}, 40, 24),
                               test::random_star(seed + 1000, {50, 50}, 10, 9)};
        constexpr double kSpacing = 0.1;
        const auto pieces =
            hatch(rings,
                  {.angle_degrees = double(seed * 7 % 180), .spacing_mm = kSpacing, .through = {}});
        CHECK(std::abs(test::length_of(pieces) * kSpacing - test::geos_area(rings)) <=
              kSpacing * test::perimeter_of(rings));
    }
}

TEST_CASE("neighbouring areas get pieces of the same lines that meet without a gap") {
    for (const auto seed : test::seeds(40)) {
        INFO("seed " << seed);
        const PaperLine border = random_border(seed);
        PaperLine left{border.rbegin(), border.rend()};
        left.insert(left.end(), {{0, 0}, {0, 100}});
        PaperLine right = border;
        right.insert(right.end(), {{100, 100}, {100, 0}});
        const HatchPattern pattern{
            .angle_degrees = double(seed * 11 % 180), .spacing_mm = 1.7, .through = {3, -500}};
        const auto pieces_left = hatch({left}, pattern);
        const auto pieces_right = hatch({right}, pattern);
        const auto whole = hatch({paper_line("0 0, 100 0, 100 100, 0 100")}, pattern);
        CHECK(test::length_of(pieces_left) + test::length_of(pieces_right) ==
              Approx(test::length_of(whole)).epsilon(1e-12));
        std::vector<PaperPoint> ends;
        for (const PaperLine& piece : pieces_right)
            ends.insert(ends.end(), {piece.front(), piece.back()});
        for (const PaperLine& piece : pieces_left)
            for (const PaperPoint& end : {piece.front(), piece.back()})
                if (end.x > 29 && end.y > 1e-6 && end.y < 100 - 1e-6)
                    CHECK(std::count(ends.begin(), ends.end(), end) >= 1);
    }
}

TEST_CASE("an anchor that is shifted by whole spacings, or along a line, changes nothing") {
    const PaperLines rings{test::random_star(5, {50, 50}, 40, 24)};
    constexpr double kAngle = 30;
    constexpr double kRadians = kAngle * std::numbers::pi / 180;
    const PaperPoint along{std::cos(kRadians), -std::sin(kRadians)};
    const HatchPattern pattern{.angle_degrees = kAngle, .spacing_mm = 2, .through = {7, 11}};
    const auto pieces = hatch(rings, pattern);
    REQUIRE(pieces.size() > 20);
    for (const double spacings : {-400.0, -1.0, 1.0, 3.0}) {
        HatchPattern shifted = pattern;
        shifted.through = {7 + 2 * spacings * -along.y + 13 * along.x,
                           11 + 2 * spacings * along.x + 13 * along.y};
        CHECK(are_alike(hatch(rings, shifted), pieces));
    }
}

TEST_CASE("a ring gets the same hatch from any of its points and in both directions") {
    PaperLine ring = test::random_star(9, {50, 50}, 40, 24);
    const auto pieces = hatch({ring}, {});
    std::rotate(ring.begin(), ring.begin() + 7, ring.end());
    CHECK(hatch({ring}, {}) == pieces);
    std::reverse(ring.begin(), ring.end());
    CHECK(hatch({ring}, {}) == pieces);
}

} // namespace regio::map
