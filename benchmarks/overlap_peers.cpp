// What it costs to measure the areas that features of two layers share, beside GEOS, Boost.Geometry
// and Boost.Polygon in the same run on the same made-up data: two tables in Markdown.

#include "coverage_generator.hpp"
#include "heap_watch.hpp"
#include "peer_timing.hpp"
#include "peers.hpp"
#include "topology/overlap.hpp"

#include <CLI/CLI.hpp>
#include <boost/version.hpp>
#include <fmt/format.h>
#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace regio;
using namespace regio::benchmarks;
using layer::Layer;
using topology::Chains;

/// Two layers that are made alike at every size.
struct DataSet {
    std::string_view name;
    MadeCoverage a;
    MadeCoverage b;
    std::uint32_t digitised_again = 0; ///< b is a, its points moved by up to so many units.
};

const MadeCoverage kParcels{.columns = 1200, .rows = 1200, .edges_a_side = 4, .seed = 11};
const MadeCoverage kQuarters{.columns = 141, .rows = 141, .edges_a_side = 32, .seed = 23};

const DataSet kCrooked{"a: crooked borders",
                       {.columns = 141, .rows = 141, .edges_a_side = 32, .seed = 11},
                       {.columns = 24, .rows = 24, .edges_a_side = 256, .seed = 23}};
const DataSet kTwice{
    "b: digitised twice", {.columns = 100, .rows = 100, .edges_a_side = 64, .seed = 5}, {}, 5000};
const DataSet kManyParcels{"c: parcels", kParcels, kQuarters};
const DataSet kMostParcels{"d: four times the parcels",
                           {.columns = 2400, .rows = 2400, .edges_a_side = 4, .seed = 11},
                           {.columns = 353, .rows = 353, .edges_a_side = 32, .seed = 23}};

struct Peer {
    std::string_view name;
    std::function<PeerAnswer(const Layer&, const Layer&, double limit_s)> overlap;
};

const Peer kGeos{"GEOS", overlap_by_geos};
const Peer kBoostGeometry{"Boost.Geometry", overlap_by_boost_geometry};
const Peer kBoostPolygon{"Boost.Polygon", [](const Layer& a, const Layer& b, double /*limit_s*/) {
                             return overlap_by_boost_polygon(a, b);
                         }};

/// A data set at a size, and who is timed on it besides us.
struct Contest {
    DataSet data;
    std::uint32_t smaller = 1; ///< So many times fewer columns and rows.
    std::vector<Peer> peers;
};

std::vector<Contest> contests() {
    return {{kCrooked, 1, {kGeos, kBoostGeometry, kBoostPolygon}},
            {kTwice, 1, {kGeos, kBoostGeometry, kBoostPolygon}},
            {kManyParcels, 1, {kGeos}},
            {kMostParcels, 1, {}},
            {kMostParcels, 4, {kGeos}}};
}

MadeCoverage smaller(MadeCoverage coverage, std::uint32_t times) {
    coverage.columns = std::max(1U, coverage.columns / times);
    coverage.rows = std::max(1U, coverage.rows / times);
    return coverage;
}

Layer layer_b(const DataSet& data, const Layer& a, std::uint32_t times) {
    if (data.digitised_again != 0)
        return digitised_again(a, data.digitised_again);
    MadeCoverage coverage = smaller(data.b, times);
    coverage.box = box_within(coverage.box);
    return make_coverage(coverage);
}

/// What we take for a pair of layers.
struct Ours {
    std::size_t edges = 0; ///< Of both, each border counted once.
    double raw_s = 0;      ///< From rings, on two threads.
    double one_s = 0;      ///< From chains, on one thread,
    double two_s = 0;      ///< and on two.
    double raw_bytes = 0;  ///< At the peak, with the rings and all else.
    double chain_bytes = 0;
    std::vector<SharedArea> areas;
};

double median_s(std::size_t repetitions, const std::function<void()>& work) {
    std::vector<double> seconds;
    while (seconds.size() < repetitions) {
        const Stopwatch watch;
        work();
        seconds.push_back(watch.seconds());
    }
    const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(repetitions / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    return *middle;
}

double peak_bytes(const std::function<void()>& work) {
    const HeapWatch watch;
    work();
    return static_cast<double>(watch.peak());
}

std::vector<SharedArea> in_square_metres(const std::vector<topology::OverlapPair>& pairs,
                                         double unit_m) {
    std::vector<SharedArea> areas;
    for (const topology::OverlapPair& pair : pairs)
        areas.push_back({static_cast<std::uint32_t>(pair.a), static_cast<std::uint32_t>(pair.b),
                         pair.area.twice_area() / 2 * unit_m * unit_m});
    return areas;
}

Ours measure(const Layer& a, const Layer& b) {
    constexpr std::size_t kBig = 5'000'000;
    const auto from_rings = [&] { (void)topology::overlap(Chains(a), Chains(b), {.threads = 2}); };
    Ours ours;
    ours.raw_bytes = peak_bytes(from_rings) +
                     static_cast<double>(a.points().size_bytes() + b.points().size_bytes());
    const Chains chains_a(a);
    const Chains chains_b(b);
    ours.edges = chains_a.edge_count() + chains_b.edge_count();
    const auto from_chains = [&](unsigned threads) {
        return [&, threads] { (void)topology::overlap(chains_a, chains_b, {.threads = threads}); };
    };
    ours.chain_bytes =
        peak_bytes(from_chains(2)) + static_cast<double>(chains_a.memory() + chains_b.memory());
    const std::size_t repetitions = ours.edges < kBig ? 5 : 3;
    ours.raw_s = median_s(repetitions, from_rings);
    ours.one_s = median_s(repetitions, from_chains(1));
    ours.two_s = median_s(repetitions, from_chains(2));
    ours.areas = in_square_metres(topology::overlap(chains_a, chains_b), a.lattice().unit_m());
    return ours;
}

/// How far two answers differ, pair by pair; a pair that one lacks has no area there.
struct Agreement {
    std::size_t ours = 0;   ///< Pairs of more than a square metre,
    std::size_t theirs = 0; ///< in each.
    double greatest_m2 = 0;
};

std::size_t count_large(const std::vector<SharedArea>& areas) {
    const auto is_large = [](const SharedArea& shared) { return shared.m2 > 1; };
    return static_cast<std::size_t>(std::ranges::count_if(areas, is_large));
}

/// Of areas and the same with the other sign: the greatest that does not cancel out.
double greatest_rest(std::vector<SharedArea> areas) {
    std::ranges::sort(areas);
    double greatest = 0;
    for (std::size_t i = 0; i < areas.size();) {
        const SharedArea first = areas[i];
        double rest = 0;
        for (; i < areas.size() && areas[i].a == first.a && areas[i].b == first.b; ++i)
            rest += areas[i].m2;
        greatest = std::max(greatest, std::abs(rest));
    }
    return greatest;
}

Agreement compare(std::vector<SharedArea> ours, const PeerAnswer& answer) {
    const FeatureRange& asked = answer.asked;
    std::erase_if(ours, [&](const SharedArea& shared) {
        const std::uint32_t feature = asked.side == Side::A ? shared.a : shared.b;
        return feature < asked.first || feature >= asked.end;
    });
    Agreement agreement{.ours = count_large(ours), .theirs = count_large(answer.areas)};
    for (const SharedArea& shared : answer.areas)
        ours.push_back({shared.a, shared.b, -shared.m2});
    agreement.greatest_m2 = greatest_rest(std::move(ours));
    return agreement;
}

std::string name_of(const Contest& contest) {
    if (contest.smaller == 1)
        return std::string(contest.data.name);
    return fmt::format("{}, 1/{} of it", contest.data.name, contest.smaller * contest.smaller);
}

std::string row_of(const Contest& contest, const Layer& a, const Layer& b, const Ours& ours) {
    const auto per_edge = [&](double value) { return value / static_cast<double>(ours.edges); };
    return fmt::format("| {} | {} × {} | {} | {} | {:.0f} | {:.0f} | {:.0f} | {:.0f} | {:.1f} | "
                       "{:.1f} |\n",
                       name_of(contest), a.features().size(), b.features().size(), ours.edges,
                       ours.areas.size(), 1e3 * ours.raw_s, 1e3 * ours.one_s, 1e3 * ours.two_s,
                       1e9 * per_edge(ours.two_s), per_edge(ours.chain_bytes),
                       per_edge(ours.raw_bytes));
}

std::string row_of(const Contest& contest, const Peer& peer, const PeerAnswer& answer,
                   const Ours& ours) {
    const Agreement agreement = compare(ours.areas, answer);
    const std::string sample =
        answer.part > 1 ? fmt::format(" (sample: {:.0f} %)", 100 / answer.part) : std::string();
    return fmt::format(
        "| {} | {}{} | {:.2f} | {:.1f} | {:.1f} | {:.1f} | {} / {} | {:.2g} |\n", name_of(contest),
        peer.name, sample, answer.seconds, answer.seconds / ours.two_s, answer.seconds / ours.one_s,
        answer.seconds / ours.raw_s, agreement.ours, agreement.theirs, agreement.greatest_m2);
}

struct Tables {
    std::string ours =
        "| data | features | edges of both | pairs | from rings ms | from chains, 1 thread ms | "
        "2 threads ms | ns an edge | bytes an edge, from chains | from rings |\n"
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    std::string peers = "| data | peer | s | × ours from chains, 2 threads | 1 thread | from rings "
                        "| pairs over 1 m², ours / theirs | greatest difference m² |\n"
                        "|---|---|---:|---:|---:|---:|---:|---:|\n";
};

void run(const Contest& contest, std::uint32_t times, double limit_s, Tables& tables) {
    fmt::print(stderr, "{}\n", name_of(contest));
    const std::uint32_t smaller_by = contest.smaller * times;
    const Layer a = make_coverage(smaller(contest.data.a, smaller_by));
    const Layer b = layer_b(contest.data, a, smaller_by);
    const Ours ours = measure(a, b);
    tables.ours += row_of(contest, a, b, ours);
    for (const Peer& peer : contest.peers) {
        fmt::print(stderr, "  {}\n", peer.name);
        tables.peers += row_of(contest, peer, peer.overlap(a, b, limit_s), ours);
    }
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Measures overlaps of made-up layers, ours and those of other libraries.");
    bool is_quick = false;
    double limit_s = 60;
    std::string only;
    app.add_flag("--quick", is_quick, "a sixteenth of the features");
    app.add_option("--limit", limit_s, "seconds after which a peer is timed on a part alone");
    app.add_option("--only", only, "data sets whose names begin so");
    CLI11_PARSE(app, argc, argv);
    Tables tables;
    for (const Contest& contest : contests())
        if (contest.data.name.starts_with(only))
            run(contest, is_quick ? 4 : 1, limit_s, tables);
    fmt::print("{}\n{}\nGEOS {}, Boost {}.{}; peers run on one thread.\n", tables.ours,
               tables.peers, GEOSversion(), BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000);
    return 0;
}
