#include "topology/thread_limit.hpp"

#include <catch2/catch.hpp>
#include <tbb/global_control.h>

namespace regio::topology {

namespace {

std::size_t most_threads() {
    return tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
}

} // namespace

TEST_CASE("a limit of threads holds while it lives, and none is no limit") {
    const std::size_t all = most_threads();
    {
        const ThreadLimit one(1);
        CHECK(most_threads() == 1);
        const ThreadLimit none(0);
        CHECK(most_threads() == 1);
    }
    const ThreadLimit none(0);
    CHECK(most_threads() == all);
}

} // namespace regio::topology
