#include "map/clip.hpp"
#include "tests/support/paper.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

namespace regio::map {

namespace {

using scene::PaperBox;
using scene::PaperLine;
using test::paper_line;

constexpr PaperBox kBox{10, 20, 50, 60};

PaperLine ring_around(const PaperBox& box) {
    return {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

/// Whether all points lie in a box, but for the last bits of what is computed.
bool lie_in(const PaperLine& line, const PaperBox& box) {
    constexpr double kRounding = 1e-12;
    for (const auto& point : line)
        if (!contains(grown(box, kRounding), point))
            return false;
    return true;
}

double area_of(const PaperLine& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& a = ring[i];
        const auto& b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

} // namespace

TEST_CASE("a line inside a box stays as it is") {
    const PaperLine line = paper_line("12 22, 40 30, 48 58, 12 40");
    CHECK(clipped_line(line, kBox) == test::PaperLines{line});
}

TEST_CASE("a line outside a box is gone, also where its edges span a corner") {
    CHECK(clipped_line(paper_line("0 0, 60 10, 70 70"), kBox).empty());
    CHECK(clipped_line(paper_line("0 30, 15 0"), kBox).empty());
    CHECK(clipped_line({}, kBox).empty());
    CHECK(clipped_line(paper_line("30 30"), kBox).empty());
}

TEST_CASE("a line that goes out and comes back gives two pieces, in its order") {
    const auto pieces = clipped_line(paper_line("20 30, 20 10, 40 10, 40 30"), kBox);
    CHECK(pieces == test::PaperLines{paper_line("20 30, 20 20"), paper_line("40 20, 40 30")});
}

TEST_CASE("a line through a box is cut on both sides") {
    CHECK(clipped_line(paper_line("0 30, 70 30"), kBox) ==
          test::PaperLines{paper_line("10 30, 50 30")});
}

TEST_CASE("a line that touches a box in a point leaves nothing, one along its edge stays") {
    CHECK(clipped_line(paper_line("0 30, 10 30"), kBox).empty());
    CHECK(clipped_line(paper_line("0 30, 20 10"), kBox).empty()); // the corner at 10 20
    CHECK(clipped_line(paper_line("0 20, 70 20"), kBox) ==
          test::PaperLines{paper_line("10 20, 50 20")});
}

TEST_CASE("a line that touches an edge of the box from inside is one piece") {
    const PaperLine line = paper_line("20 30, 30 20, 40 30");
    CHECK(clipped_line(line, kBox) == test::PaperLines{line});
}

TEST_CASE("a point that a line repeats does not cut it") {
    CHECK(test::length_of(clipped_line(paper_line("20 30, 30 30, 30 30, 40 30"), kBox)) ==
          Approx(20));
}

TEST_CASE("pieces of random lines lie in the box and are as long as GEOS says") {
    for (const auto seed : test::seeds(200)) {
        INFO("seed " << seed);
        const PaperLine line = test::random_line(seed, {0, 0, 70, 80}, 12);
        const auto pieces = clipped_line(line, kBox);
        for (const PaperLine& piece : pieces) {
            CHECK(lie_in(piece, kBox));
            CHECK(test::length_of(piece) > 0);
        }
        CHECK(test::length_of(pieces) ==
              Approx(test::geos_length_in({line}, {ring_around(kBox)})).margin(1e-9));
    }
}

TEST_CASE("the clipped ring of a random area lies in the box and has the area that GEOS says") {
    for (const auto seed : test::seeds(200)) {
        INFO("seed " << seed);
        const PaperLine ring =
            test::random_star(seed, {double(seed % 60), double(seed % 70)}, 40, 5 + int(seed % 30));
        const PaperLine clipped = clipped_ring(ring, kBox);
        CHECK(lie_in(clipped, kBox));
        CHECK(area_of(clipped) ==
              Approx(test::geos_shared_area({ring}, {ring_around(kBox)})).margin(1e-9));
    }
}

TEST_CASE("a ring inside a box stays, one around it becomes the box, one outside is gone") {
    const PaperLine inside = paper_line("12 22, 40 30, 30 58");
    CHECK(clipped_ring(inside, kBox) == inside);
    CHECK(area_of(clipped_ring(ring_around(grown(kBox, 5)), kBox)) == Approx(40 * 40));
    CHECK(clipped_ring(ring_around({60, 20, 80, 60}), kBox).empty());
    CHECK(clipped_ring({}, kBox).empty());
}

TEST_CASE("a ring that touches a box from outside has no area in it") {
    CHECK(area_of(clipped_ring(ring_around({50, 20, 80, 60}), kBox)) == 0);
    CHECK(area_of(clipped_ring(ring_around({50, 60, 80, 90}), kBox)) == 0);
    CHECK(area_of(clipped_ring(paper_line("0 10, 20 10, 10 20"), kBox)) == 0);
}

TEST_CASE("a ring that lies on the edges of the box from inside stays") {
    CHECK(clipped_ring(ring_around(kBox), kBox) == ring_around(kBox));
}

} // namespace regio::map
