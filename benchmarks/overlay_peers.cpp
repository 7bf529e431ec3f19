// What it costs to cut layers along each other and to dissolve them, beside GEOS in the same run on
// the same made-up data: a table in Markdown. Everything is in memory, polygons in and polygons
// out.

#include "coverage/dissolve.hpp"
#include "coverage/partition.hpp"
#include "geos_polygons.hpp"
#include "overlay_data.hpp"
#include "peer_timing.hpp"
#include "peers.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace regio;
using namespace regio::benchmarks;
using coverage::FeatureList;
using layer::FeatureId;
using layer::Layer;
using topology::Chains;

double seconds_of(const std::function<void()>& work) {
    const Stopwatch watch;
    work();
    return watch.seconds();
}

/// The middle of three.
double median_s(int threads, const std::function<void()>& work) {
    tbb::task_arena arena(threads);
    std::array<double, 3> seconds{};
    for (double& time : seconds)
        time = seconds_of([&] { arena.execute(work); });
    std::sort(seconds.begin(), seconds.end());
    return seconds[1];
}

/// A row of the table, in which areas say whether both did the same.
void print_row(const std::string& name, std::size_t answers, const std::function<double()>& ours,
               double geos_s, double part, double geos_m2) {
    double m2 = 0;
    const double one = median_s(1, [&] { m2 = ours(); });
    const double two = median_s(2, [&] { m2 = ours(); });
    fmt::print("| {} | {} | {:.3f} | {:.3f} | {:.2f}{} | {:.1f} | {:.1f} | {:.2g} |\n", name,
               answers, one, two, geos_s,
               part > 1 ? fmt::format(" (sample: {:.0f} %)", 100 / part) : std::string(),
               geos_s / one, geos_s / two, part > 1 ? std::nan("") : std::abs(m2 - geos_m2));
}

double square_metres(const Layer& layer, const kernel::MultiPolygon& area) {
    return layer.lattice().square_metres(moments(area).twice_area);
}

void compare_intersect(const OverlayData& data, double limit_s) {
    std::size_t pieces = 0;
    const auto ours = [&] {
        const Chains fine(data.fine);
        const Chains coarse(data.coarse);
        const std::array layers = {&fine, &coarse};
        double m2 = 0;
        const auto all = partition(layers, coverage::PartitionKind::Intersection);
        for (const auto& piece : all)
            m2 += square_metres(data.fine, piece.polygons);
        pieces = all.size();
        return m2;
    };
    ours();
    const PeerAnswer geos = overlap_by_geos(data.fine, data.coarse, limit_s);
    double m2 = 0;
    for (const SharedArea& shared : geos.areas)
        m2 += shared.m2;
    print_row("intersect", pieces, ours, geos.seconds, geos.part, m2);
}

/// What is dissolved.
struct Groups {
    std::string name;
    Layer layer;
    std::vector<FeatureList> members;
};

void add_to_groups(const std::vector<std::uint32_t>& block_of, std::size_t first, Groups& groups) {
    for (std::size_t i = 0; i < block_of.size(); ++i)
        groups.members[block_of[i]].push_back(FeatureId(first + i));
}

void add_features(const Layer& from, Layer& to) {
    for (std::size_t i = 0; i < from.features().size(); ++i) {
        to.add_feature(from.features()[i]);
        add_parts(from, FeatureId(i), to);
    }
}

Groups groups_of_coverage(const OverlayData& data) {
    Groups groups{.name = "dissolve a coverage",
                  .layer = data.fine,
                  .members = std::vector<FeatureList>(data.blocks)};
    add_to_groups(data.block_of_fine, 0, groups);
    return groups;
}

Groups groups_that_overlap(const OverlayData& data) {
    Groups groups{.name = "dissolve features that overlap",
                  .layer = data.fine,
                  .members = std::vector<FeatureList>(data.blocks)};
    add_features(data.coarse, groups.layer);
    add_to_groups(data.block_of_fine, 0, groups);
    add_to_groups(data.block_of_coarse, data.fine.features().size(), groups);
    return groups;
}

/// GEOS: the unary union of each group.
struct GeosUnions {
    double seconds = 0;
    double m2 = 0;
};

GeosUnions dissolve_by_geos(const Groups& groups) {
    const GeosContext context(GEOS_init_r());
    const auto polygons = geos_polygons(context.get(), groups.layer);
    GeosUnions unions;
    for (const FeatureList& members : groups.members) {
        std::vector<GEOSGeometry*> parts;
        for (const FeatureId member : members)
            parts.push_back(GEOSGeom_clone_r(context.get(), polygons[index(member)].get()));
        const GeosGeometry all(GEOSGeom_createCollection_r(context.get(), GEOS_GEOMETRYCOLLECTION,
                                                           parts.data(),
                                                           static_cast<unsigned>(parts.size())),
                               DestroyGeos{context.get()});
        const Stopwatch watch;
        const GeosGeometry united(GEOSUnaryUnion_r(context.get(), all.get()),
                                  DestroyGeos{context.get()});
        unions.seconds += watch.seconds();
        double m2 = 0;
        if (!united || GEOSArea_r(context.get(), united.get(), &m2) != 1)
            throw std::runtime_error("GEOS does not unite polygons");
        unions.m2 += m2;
    }
    return unions;
}

void compare_dissolve(const Groups& groups) {
    const auto ours = [&] {
        double m2 = 0;
        for (const auto& dissolved : coverage::dissolve(groups.layer, groups.members))
            m2 += square_metres(groups.layer, dissolved.area);
        return m2;
    };
    const GeosUnions geos = dissolve_by_geos(groups);
    print_row(groups.name, groups.members.size(), ours, geos.seconds, 1, geos.m2);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Cuts and dissolves made-up layers, by ours and by GEOS.");
    double size = 1;
    double limit_s = 60;
    app.add_option("--size", size, "1: 1.6 million borders; so many times as many columns, rows");
    app.add_option("--limit", limit_s, "seconds after which GEOS intersects a part alone");
    CLI11_PARSE(app, argc, argv);
    const OverlayData data = make_overlay_data(size);
    const std::size_t edges = Chains(data.fine).edge_count() + Chains(data.coarse).edge_count();
    fmt::print("{} × {} features, {} borders; GEOS {} on one thread, from its own polygons; ours "
               "from rings\n\n",
               data.fine.features().size(), data.coarse.features().size(), edges, GEOSversion());
    fmt::print("| | pieces | ours, 1 thread s | 2 threads s | GEOS s | × 1 thread | × 2 threads | "
               "difference m² |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
    compare_intersect(data, limit_s);
    compare_dissolve(groups_of_coverage(data));
    compare_dissolve(groups_that_overlap(data));
    return 0;
}
