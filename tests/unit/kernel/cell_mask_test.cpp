#include "kernel/cell_mask.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <vector>

namespace regio::kernel {

namespace {

class RandomBoxes {
public:
    RandomBoxes(unsigned seed, const Box& within, std::int32_t largest)
        : random_(seed), x_(within.min.x, within.max.x), y_(within.min.y, within.max.y),
          size_(0, largest), within_(within) {}

    Box operator()() {
        const Point low{x_(random_), y_(random_)};
        const auto high = [&](std::int32_t from, std::int32_t most) {
            return static_cast<std::int32_t>(
                std::min<std::int64_t>(most, std::int64_t{from} + size_(random_)));
        };
        return {low, {high(low.x, within_.max.x), high(low.y, within_.max.y)}};
    }

private:
    std::mt19937 random_;
    std::uniform_int_distribution<std::int32_t> x_;
    std::uniform_int_distribution<std::int32_t> y_;
    std::uniform_int_distribution<std::int32_t> size_;
    Box within_;
};

} // namespace

TEST_CASE("a box that meets a marked one is never ruled out") {
    constexpr std::int32_t kFar = 1 << 30;
    for (const Box& all : {Box{{-kFar, -kFar}, {kFar, kFar}}, Box{{5, -7}, {600, 20}},
                           Box{{3, 3}, {3, 3}}, Box{{-kFar, 0}, {kFar, 0}}}) {
        RandomBoxes next(1, all, 1000);
        CellMask mask(all);
        std::vector<Box> marked;
        for (int i = 0; i < 20; ++i)
            mask.add(marked.emplace_back(next()));
        for (int i = 0; i < 2000; ++i) {
            const Box box = next();
            for (const Box& other : marked)
                if (meets(box, other))
                    CHECK(mask.may_meet(box));
        }
        for (const Box& other : marked)
            CHECK(mask.may_meet(other));
    }
}

TEST_CASE("most of what lies far from marked boxes is ruled out") {
    const Box all{{0, 0}, {1'000'000, 1'000'000}};
    CellMask mask(all);
    mask.add({{500'000, 0}, {500'000, 1'000'000}});
    RandomBoxes next(2, all, 1000);
    int passed = 0;
    for (int i = 0; i < 10'000; ++i)
        passed += mask.may_meet(next()) ? 1 : 0;
    CHECK(passed < 100);
}

TEST_CASE("a mask in which nothing is marked rules everything out") {
    const Box all{{0, 0}, {10, 10}};
    CHECK_FALSE(CellMask(all).may_meet(all));
}

} // namespace regio::kernel
