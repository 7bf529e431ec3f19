#include "kernel/box_index.hpp"
#include "kernel/point.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

namespace regio::kernel {

namespace {

using Places = std::vector<std::uint32_t>;

Places all_that_meet(const std::vector<Box>& boxes, const Box& box) {
    Places places;
    for (std::uint32_t i = 0; i < boxes.size(); ++i)
        if (meets(boxes[i], box))
            places.push_back(i);
    return places;
}

/// Boxes of which one in ten is empty, one in ten a point.
std::vector<Box> random_boxes(std::uint32_t seed, std::size_t count, std::int32_t farthest,
                              std::int32_t size) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::int32_t> place(-farthest, farthest);
    std::uniform_int_distribution<std::int32_t> length(0, size);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        Box box;
        const Point corner{place(random), place(random)};
        if (i % 10 != 0)
            box.include(corner);
        if (i % 10 > 1)
            box.include(Point{std::min(corner.x + length(random), farthest),
                              std::min(corner.y + length(random), farthest)});
        boxes.push_back(box);
    }
    return boxes;
}

void check_against_all(const std::vector<Box>& boxes, const std::vector<Box>& questions) {
    const BoxIndex index(boxes);
    for (const Box& box : questions)
        CHECK(index.find(box) == all_that_meet(boxes, box));
}

} // namespace

TEST_CASE("an index of no boxes finds nothing") {
    const BoxIndex index({});
    CHECK(index.find({{-kFarthest, -kFarthest}, {kFarthest, kFarthest}}).empty());
    CHECK(index.find(Box{}).empty());
}

TEST_CASE("empty boxes find nothing and are found by nothing") {
    const std::vector<Box> boxes = {Box{}, {{0, 0}, {1, 1}}, Box{}};
    const BoxIndex index(boxes);
    CHECK(index.find(Box{}).empty());
    CHECK(index.find({{-kFarthest, -kFarthest}, {kFarthest, kFarthest}}) == Places{1});
}

TEST_CASE("boxes that touch in a side or a corner are found, and equal ones all of them") {
    const std::vector<Box> boxes = {
        {{10, 0}, {20, 10}}, {{10, 10}, {11, 11}}, {{11, 0}, {12, 1}}, {{10, 0}, {20, 10}}};
    CHECK(BoxIndex(boxes).find({{0, 0}, {10, 10}}) == Places{0, 1, 3});
}

TEST_CASE("the index finds the boxes that meet a box, and no other") {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        INFO("seed " << seed);
        check_against_all(random_boxes(seed, 500, 1000, 60),
                          random_boxes(seed + 100, 200, 1100, 90));
        check_against_all(random_boxes(seed, 17, 5, 3), random_boxes(seed + 100, 100, 6, 2));
    }
}

TEST_CASE("the index finds boxes out to the corners of the lattice") {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        INFO("seed " << seed);
        check_against_all(random_boxes(seed, 400, kFarthest, 1 << 29),
                          random_boxes(seed + 100, 200, kFarthest, 1 << 29));
    }
    const Box corner{{kFarthest, kFarthest}, {kFarthest, kFarthest}};
    const Box all{{-kFarthest, -kFarthest}, {kFarthest, kFarthest}};
    check_against_all({corner, all, corner, Box{}, {{-kFarthest, 0}, {kFarthest, 0}}},
                      {corner, all, {{-kFarthest, kFarthest}, {-kFarthest, kFarthest}}});
}

TEST_CASE("a vector that is kept between questions holds the answer to the last") {
    const std::vector<Box> boxes = {{{0, 0}, {1, 1}}, {{5, 5}, {6, 6}}};
    const BoxIndex index(boxes);
    Places places = {7, 7, 7};
    index.find({{0, 0}, {9, 9}}, places);
    CHECK(places == Places{0, 1});
    index.find(Box{}, places);
    CHECK(places.empty());
}

} // namespace regio::kernel
