// What measuring the areas that features of two layers share costs, step by step: 19 881 faces of
// crooked borders and 576 of more crooked ones, 1.6 million borders.

#include "overlay_steps.hpp"
#include "topology/overlap.hpp"
#include "topology/self_contacts.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace {

using namespace regio;
using namespace regio::topology;
using namespace regio::benchmarks;
using kernel::Box;
using layer::Layer;

/// What the steps of an overlay need of each other.
struct Steps {
    Box box = both_boxes();
    Walk fine{fine_chains(), box, Walk::Corner::Lowest};
    Walk coarse{coarse_chains(), box, Walk::Corner::Highest};
    EdgeGrid grid{coarse.edges(), box, OverlapTerms().cells_per_edge};
    Hubs hubs{fine, coarse, grid};
    std::vector<Crossing> crossings = find_crossings(fine, coarse, grid, hubs);
    std::vector<Crossing> seen = seen_from_other(crossings, coarse);

    static Box both_boxes() {
        Box box = kernel::box_of(fine_chains().points());
        box.include(kernel::box_of(coarse_chains().points()));
        return box;
    }
};

const Steps& steps() {
    static const Steps steps;
    return steps;
}

void make_chains(benchmark::State& state) {
    fine_layer();
    coarse_layer();
    time_step(state, [] {
        benchmark::DoNotOptimize(Chains(fine_layer()).edge_count());
        benchmark::DoNotOptimize(Chains(coarse_layer()).edge_count());
    });
}

/// Whether rings cross themselves, which overlaps rely on that they do not.
void find_self_contacts(benchmark::State& state) {
    const auto is_fault = [](const SelfContact& contact) {
        return contact.kind != SelfContactKind::Touch;
    };
    for (const Layer* layer : {&fine_layer(), &coarse_layer()})
        if (std::ranges::any_of(topology::find_self_contacts(*layer), is_fault))
            state.SkipWithError("the made-up layers are not fit for an overlay");
    time_step(state, [] {
        benchmark::DoNotOptimize(topology::find_self_contacts(fine_layer()).size());
        benchmark::DoNotOptimize(topology::find_self_contacts(coarse_layer()).size());
    });
}

void join_walks(benchmark::State& state) {
    steps();
    time_step(state, [] {
        const Box box = Steps::both_boxes();
        const Walk fine(fine_chains(), box, Walk::Corner::Lowest);
        const Walk coarse(coarse_chains(), box, Walk::Corner::Highest);
        benchmark::DoNotOptimize(fine.edges().count() + coarse.edges().count());
    });
}

void build_grid(benchmark::State& state) {
    steps();
    time_step(state, [] {
        const EdgeGrid grid(steps().coarse.edges(), steps().box, OverlapTerms().cells_per_edge);
        benchmark::DoNotOptimize(grid.is_plainly_empty(steps().box));
    });
}

void search_crossings(benchmark::State& state) {
    steps();
    time_step(state, [] {
        const Steps& known = steps();
        benchmark::DoNotOptimize(
            find_crossings(known.fine, known.coarse, known.grid, known.hubs).size());
    });
    state.counters["crossings"] = static_cast<double>(steps().crossings.size());
}

void sort_for_other(benchmark::State& state) {
    steps();
    time_step(state, [] {
        benchmark::DoNotOptimize(seen_from_other(steps().crossings, steps().coarse).size());
    });
}

void add_up_borders(benchmark::State& state) {
    using kernel::Shift;
    steps();
    time_step(state, [] {
        const Steps& known = steps();
        SumsOfThreads sums(known.fine.chains().feature_count());
        add_border_sums(known.fine, known.coarse, {known.crossings, known.hubs.steps()},
                        Shift::Forward, Fine::Walked, {}, sums);
        add_border_sums(known.coarse, known.fine, {known.seen, known.hubs.steps_of_other()},
                        Shift::Back, Fine::Other, {}, sums);
        benchmark::DoNotOptimize(sums.begin()->pairs().size());
    });
}

/// All of the steps above, from chains to pairs with their areas.
void overlap_chains(benchmark::State& state) {
    steps();
    time_step(state, [&] {
        const auto threads = static_cast<unsigned>(state.range(0));
        benchmark::DoNotOptimize(
            overlap(fine_chains(), coarse_chains(), {.threads = threads}).size());
    });
}

void on_threads(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
}

BENCHMARK(find_self_contacts)->Apply(on_threads);
BENCHMARK(make_chains)->Apply(on_threads);
BENCHMARK(join_walks)->Apply(on_threads);
BENCHMARK(build_grid)->Apply(on_threads);
BENCHMARK(search_crossings)->Apply(on_threads);
BENCHMARK(sort_for_other)->Apply(on_threads);
BENCHMARK(add_up_borders)->Apply(on_threads);
BENCHMARK(overlap_chains)->Apply(on_threads);

} // namespace
