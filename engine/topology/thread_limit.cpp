#include "topology/thread_limit.hpp"

#include <tbb/global_control.h>

namespace regio::topology {

struct ThreadLimit::Control {
    explicit Control(unsigned threads)
        : control(tbb::global_control::max_allowed_parallelism, threads) {}

    tbb::global_control control;
};

ThreadLimit::ThreadLimit(unsigned threads)
    : control_(threads == 0 ? nullptr : std::make_unique<Control>(threads)) {}

ThreadLimit::~ThreadLimit() = default;

} // namespace regio::topology
