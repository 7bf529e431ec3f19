#pragma once

#include <tbb/parallel_pipeline.h>

#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace regio {

/// Makes a value for each number below `count`, on all cores, and takes each with its number, one
/// after the other in order. No more than `most` values are there at a time. What is thrown ends
/// the work and is thrown on. Precondition: most > 0.
template <typename Make, typename Take>
void make_in_parallel(std::size_t count, std::size_t most, const Make& make, const Take& take) {
    // Values leave in order, so those that are there have numbers that lie closer than `most`.
    std::vector<std::optional<std::invoke_result_t<const Make&, std::size_t>>> values(most);
    std::size_t next = 0;
    tbb::parallel_pipeline(
        most, tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                                  [&](tbb::flow_control& flow) {
                                                      if (next == count)
                                                          flow.stop();
                                                      return next == count ? count : next++;
                                                  }) &
                  tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel,
                                                             [&](std::size_t i) {
                                                                 values[i % most].emplace(make(i));
                                                                 return i;
                                                             }) &
                  tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order,
                                                      [&](std::size_t i) {
                                                          take(i, std::move(*values[i % most]));
                                                          values[i % most].reset();
                                                      }));
}

} // namespace regio
