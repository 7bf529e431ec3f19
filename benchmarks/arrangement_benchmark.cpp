// What the arrangement of two layers costs, step by step: 19 881 faces of crooked borders and 576
// of more crooked ones, 1.6 million borders that cross in 9000 places.

#include "arrangement/arrangement.hpp"
#include "arrangement/contacts.hpp"
#include "arrangement/routes.hpp"
#include "overlay_steps.hpp"

#include <benchmark/benchmark.h>

#include <array>

namespace {

using namespace regio;
using namespace regio::arrangement;
using namespace regio::benchmarks;
using topology::Chains;

Lines make_lines() {
    Lines lines;
    lines.add(fine_chains(), 0);
    lines.add(coarse_chains(), static_cast<std::uint32_t>(fine_chains().feature_count()));
    return lines;
}

kernel::Box box_around(const Lines& lines) {
    const kernel::Box box = kernel::box_of(lines.points());
    return {{box.min.x - 1, box.min.y - 1}, {box.max.x + 1, box.max.y + 1}};
}

/// What the steps need of each other.
struct Steps {
    Lines lines = make_lines();
    topology::EdgeGrid grid{lines.edges(), box_around(lines), 2};
    Contacts contacts = find_contacts(lines, grid);
    Arcs arcs = node(lines);
    ArcGraph graph{arcs};
    ArcFaces faces{arcs, graph};
    Arrangement all{lines};
};

const Steps& steps() {
    static const Steps steps;
    return steps;
}

void take_lines(benchmark::State& state) {
    steps();
    time_step(state, [] { benchmark::DoNotOptimize(make_lines().all().size()); });
}

void build_grid(benchmark::State& state) {
    steps();
    time_step(state, [] {
        const topology::EdgeGrid grid(steps().lines.edges(), box_around(steps().lines), 2);
        benchmark::DoNotOptimize(&grid);
    });
}

void search_contacts(benchmark::State& state) {
    steps();
    time_step(state, [] {
        benchmark::DoNotOptimize(find_contacts(steps().lines, steps().grid).crossings.size());
    });
    state.counters["crossings"] = static_cast<double>(steps().contacts.crossings.size());
    state.counters["passages"] = static_cast<double>(steps().contacts.passages.size());
}

void choose_routes(benchmark::State& state) {
    steps();
    time_step(state, [] {
        benchmark::DoNotOptimize(
            find_routes(steps().lines, steps().grid, steps().contacts).stops.size());
    });
}

/// The grid, contacts and routes, and cutting.
void node_lines(benchmark::State& state) {
    steps();
    time_step(state, [] { benchmark::DoNotOptimize(node(steps().lines).size()); });
    state.counters["arcs"] = static_cast<double>(steps().arcs.size());
}

void join_arcs(benchmark::State& state) {
    steps();
    time_step(state, [] { benchmark::DoNotOptimize(ArcGraph(steps().arcs).node_count()); });
}

void trace_faces(benchmark::State& state) {
    steps();
    time_step(state,
              [] { benchmark::DoNotOptimize(ArcFaces(steps().arcs, steps().graph).size()); });
    state.counters["faces"] = static_cast<double>(steps().faces.size());
}

void label_faces(benchmark::State& state) {
    steps();
    time_step(state, [] { benchmark::DoNotOptimize(Labels(steps().arcs, steps().faces).size()); });
    state.counters["labels"] = static_cast<double>(steps().all.labels().size());
}

void draw_partition(benchmark::State& state) {
    steps();
    time_step(state, [] { benchmark::DoNotOptimize(steps().all.partition().size()); });
}

/// All of the steps above, from chains to polygons with the features that they lie in.
void intersect_layers(benchmark::State& state) {
    steps();
    time_step(state, [] {
        const std::array layers = {&fine_chains(), &coarse_chains()};
        benchmark::DoNotOptimize(arrange(layers).partition().size());
    });
}

void on_threads(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark->MeasureProcessCPUTime();
}

BENCHMARK(take_lines)->Apply(on_threads);
BENCHMARK(build_grid)->Apply(on_threads);
BENCHMARK(search_contacts)->Apply(on_threads);
BENCHMARK(choose_routes)->Apply(on_threads);
BENCHMARK(node_lines)->Apply(on_threads);
BENCHMARK(join_arcs)->Apply(on_threads);
BENCHMARK(trace_faces)->Apply(on_threads);
BENCHMARK(label_faces)->Apply(on_threads);
BENCHMARK(draw_partition)->Apply(on_threads);
BENCHMARK(intersect_layers)->Apply(on_threads);

} // namespace
