// What reading a layer costs, step by step, beside what GDAL takes to read the same file: the
// 35 228 communes of France where the real data lie beside the project.

#include "coverage/coverage_health.hpp"
#include "coverage/outline.hpp"
#include "heap_watch.hpp"
#include "io/layer_reader.hpp"
#include "layer/rounding.hpp"
#include "project/open_layers.hpp"
#include "topology/chains.hpp"
#include "topology/self_contacts.hpp"

#include <benchmark/benchmark.h>
#include <gdal.h>
#include <ogr_api.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace regio;

const std::string kCommunes = REGIO_TEST_DATA "/scale/fr_communes_2018.gpkg";

bool is_there(benchmark::State& state) {
    if (std::filesystem::exists(kCommunes))
        return true;
    state.SkipWithError("the real data are not there");
    return false;
}

io::LayerSource communes() {
    return {.source = {.file = kCommunes, .layer = {}}, .code = "code", .name = "name", .crs = {}};
}

const io::ReadLayer& read_communes() {
    static const io::ReadLayer read = [] {
        std::vector<Finding> findings;
        return io::read_layer(communes(), findings);
    }();
    return read;
}

layer::Layer rounded_communes() {
    const auto& polygons = read_communes().polygons;
    std::vector<Finding> findings;
    return round_to(polygons, *kernel::lattice_over(extent_of(polygons), 0.001), findings);
}

const layer::Layer& communes_layer() {
    static const layer::Layer layer = rounded_communes();
    return layer;
}

/// GDAL's own reading: every feature with its geometry, nothing done with it.
void read_by_gdal(benchmark::State& state) {
    if (!is_there(state))
        return;
    using Dataset = std::unique_ptr<void, decltype([](GDALDatasetH d) { GDALClose(d); })>;
    GDALAllRegister();
    for (auto _ : state) {
        const Dataset dataset(
            GDALOpenEx(kCommunes.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
        const OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
        while (const OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
            benchmark::DoNotOptimize(OGR_F_GetGeometryRef(feature));
            OGR_F_Destroy(feature);
        }
    }
}
BENCHMARK(read_by_gdal)->Unit(benchmark::kMillisecond);

/// Ours: the same with codes, names, coordinates checked and kept.
void read_layer(benchmark::State& state) {
    if (!is_there(state))
        return;
    std::vector<Finding> findings;
    for (auto _ : state)
        benchmark::DoNotOptimize(io::read_layer(communes(), findings).polygons.positions.size());
}
BENCHMARK(read_layer)->Unit(benchmark::kMillisecond);

void round_to_lattice(benchmark::State& state) {
    if (!is_there(state))
        return;
    read_communes();
    for (auto _ : state)
        benchmark::DoNotOptimize(rounded_communes().points().size());
}
BENCHMARK(round_to_lattice)->Unit(benchmark::kMillisecond);

/// From raw rings to chains. The peak counts the rings that go in, all that is needed on the way,
/// and the chains that come out.
void build_chains(benchmark::State& state) {
    if (!is_there(state))
        return;
    const layer::Layer& layer = communes_layer();
    std::size_t edges = 0;
    const benchmarks::HeapWatch watch;
    for (auto _ : state)
        edges = topology::Chains(layer).edge_count();
    const auto rings = static_cast<std::int64_t>(layer.points().size_bytes());
    const auto bytes = static_cast<double>(watch.peak() + rings);
    state.counters["edges"] = static_cast<double>(edges);
    state.counters["bytes_per_edge"] = bytes / static_cast<double>(edges);
}
BENCHMARK(build_chains)->Unit(benchmark::kMillisecond);

void find_self_contacts(benchmark::State& state) {
    if (!is_there(state))
        return;
    for (auto _ : state)
        benchmark::DoNotOptimize(topology::find_self_contacts(communes_layer()).size());
}
BENCHMARK(find_self_contacts)->Unit(benchmark::kMillisecond);

void coverage_health(benchmark::State& state) {
    if (!is_there(state))
        return;
    const topology::Chains chains(communes_layer());
    for (auto _ : state)
        benchmark::DoNotOptimize(
            coverage::coverage_health(communes_layer(), chains).one_sided_edges);
}
BENCHMARK(coverage_health)->Unit(benchmark::kMillisecond);

/// The outlines of the departments: the first two characters of the code.
void outline_departments(benchmark::State& state) {
    if (!is_there(state))
        return;
    const layer::Layer& layer = communes_layer();
    std::map<std::string, std::vector<layer::FeatureId>> departments;
    for (std::size_t i = 0; i < layer.features().size(); ++i)
        departments[layer[layer::FeatureId(i)].code.substr(0, 2)].push_back(layer::FeatureId(i));
    const topology::Chains chains(layer);
    for (auto _ : state) {
        const coverage::Outliner outliner(chains);
        for (const auto& [code, features] : departments)
            benchmark::DoNotOptimize(outliner.outline(features).size());
    }
}
BENCHMARK(outline_departments)->Unit(benchmark::kMillisecond);

} // namespace
