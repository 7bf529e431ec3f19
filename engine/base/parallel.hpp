#pragma once

#include <tbb/parallel_for.h>

#include <cstddef>
#include <exception>
#include <vector>

namespace regio {

/// Does work for each number below `count`, on all cores. All of it is done even when some fails;
/// of what is thrown that of the least number is thrown on, whoever is first.
template <typename Work>
void for_each_in_parallel(std::size_t count, const Work& work) {
    std::vector<std::exception_ptr> failures(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        try {
            work(i);
        } catch (...) {
            failures[i] = std::current_exception();
        }
    });
    for (const std::exception_ptr& failure : failures)
        if (failure)
            std::rethrow_exception(failure);
}

} // namespace regio
