#pragma once

#include "topology/chains.hpp"

#include <benchmark/benchmark.h>
#include <tbb/task_arena.h>

namespace regio::benchmarks {

/// The two layers whose overlay is measured step by step: 19 881 faces of crooked borders and 576
/// of more crooked ones, 1.6 million borders. Made when they are first asked for.
const layer::Layer& fine_layer();
const layer::Layer& coarse_layer();
const topology::Chains& fine_chains();
const topology::Chains& coarse_chains();

/// Runs a step as often as asked, on as many threads as the benchmark's argument says, and counts
/// what it costs for each border of both layers.
template <typename Step>
void time_step(benchmark::State& state, const Step& step) {
    const auto edges =
        static_cast<double>(fine_chains().edge_count() + coarse_chains().edge_count());
    tbb::task_arena arena(static_cast<int>(state.range(0)));
    for (auto _ : state)
        arena.execute(step);
    state.counters["per_edge"] = benchmark::Counter(
        edges, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

} // namespace regio::benchmarks
