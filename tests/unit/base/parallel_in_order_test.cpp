#include "base/parallel_in_order.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <vector>

namespace regio {

TEST_CASE("what is made in parallel is taken in order, each once") {
    for (const std::size_t count : {0u, 1u, 7u, 500u})
        for (const std::size_t most : {1u, 2u, 16u}) {
            std::vector<std::size_t> taken;
            make_in_parallel(
                count, most, [](std::size_t i) { return std::make_unique<std::size_t>(3 * i); },
                [&](std::size_t i, std::unique_ptr<std::size_t> value) {
                    REQUIRE(value);
                    CHECK(*value == 3 * i);
                    taken.push_back(i);
                });
            REQUIRE(taken.size() == count);
            for (std::size_t i = 0; i < count; ++i)
                CHECK(taken[i] == i);
        }
}

TEST_CASE("no more values are there at a time than may be") {
    std::atomic<int> alive = 0;
    std::atomic<int> highest = 0;
    make_in_parallel(
        200, 3,
        [&](std::size_t i) {
            const int now = ++alive;
            for (int seen = highest; now > seen && !highest.compare_exchange_weak(seen, now);) {
            }
            return i;
        },
        [&](std::size_t, std::size_t) { --alive; });
    CHECK(highest >= 1);
    CHECK(highest <= 3);
}

TEST_CASE("what is thrown while making or taking is thrown on") {
    const auto nothing = [](std::size_t, std::size_t) {};
    CHECK_THROWS_AS(make_in_parallel(
                        50, 4,
                        [](std::size_t i) {
                            if (i == 20)
                                throw std::runtime_error("made");
                            return i;
                        },
                        nothing),
                    std::runtime_error);
    CHECK_THROWS_AS(make_in_parallel(
                        50, 4, [](std::size_t i) { return i; },
                        [](std::size_t i, std::size_t) {
                            if (i == 20)
                                throw std::runtime_error("taken");
                        }),
                    std::runtime_error);
}

} // namespace regio
