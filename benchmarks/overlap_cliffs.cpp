// Layers that are laid out badly for an overlay, each beside an ordinary pair of about as many
// edges: nanoseconds of one processor for each edge, crossing and pair; a table in Markdown.

#include "coverage_generator.hpp"
#include "topology/overlap.hpp"

#include <fmt/format.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>
#include <numbers>
#include <string_view>
#include <vector>

namespace {

using namespace regio;
using namespace regio::benchmarks;
using namespace regio::topology;
using kernel::Box;
using kernel::Point;
using layer::Layer;

constexpr double kRadius = 5e8;
constexpr Box kSquare{{-500'000'000, -500'000'000}, {500'000'000, 500'000'000}};

struct Pair {
    Layer a;
    Layer b;
};

Layer empty_layer() {
    return Layer({}, kernel::Lattice{});
}

void add_polygon(Layer& layer, kernel::RingView ring) {
    layer.add_feature({});
    layer.add_part();
    layer.add_ring(ring);
}

Point rounded(double x, double y) {
    return {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
}

/// A coverage with about so many edges, four to a side of its faces.
Layer ordinary(std::size_t edges, std::uint64_t seed, const Box& box = kSquare) {
    constexpr double kEdgesAFace = 8;
    const double across = std::round(std::sqrt(static_cast<double>(edges) / kEdgesAFace));
    const auto count = static_cast<std::uint32_t>(std::max(1.0, across));
    return make_coverage(
        {.columns = count, .rows = count, .edges_a_side = 4, .box = box, .seed = seed});
}

Layer ordinary_inside(std::size_t edges) {
    return ordinary(edges, 2, box_within(kSquare));
}

/// Rectangles side by side, ten thousand times as long as wide, turned by an angle and moved by a
/// share of their width.
Layer thin_rectangles(std::size_t count, double angle, double moved) {
    constexpr double kFilled = 0.5;
    const double width = kRadius / static_cast<double>(count);
    const auto turned = [&](double x, double y) {
        return rounded(x * std::cos(angle) - y * std::sin(angle),
                       x * std::sin(angle) + y * std::cos(angle));
    };
    Layer layer = empty_layer();
    for (std::size_t i = 0; i < count; ++i) {
        const double low = -kRadius / 2 + width * (static_cast<double>(i) + moved);
        const double high = low + width * kFilled;
        const double left = (moved - 1) * kRadius / 2;
        add_polygon(layer, std::vector{turned(left, low), turned(left + kRadius, low),
                                       turned(left + kRadius, high), turned(left, high)});
    }
    return layer;
}

/// One polygon around the origin, a wave of so many crests.
Layer wave(std::size_t points, double crests) {
    std::vector<Point> ring;
    for (std::size_t i = 0; i < points; ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(points);
        const double radius = kRadius / 2 * (1 + 0.2 * std::sin(crests * angle));
        ring.push_back(rounded(radius * std::cos(angle), radius * std::sin(angle)));
    }
    Layer layer = empty_layer();
    add_polygon(layer, ring);
    return layer;
}

/// Triangles around the origin, each with the next one's side.
Layer star(std::size_t triangles) {
    const auto tip = [&](std::size_t i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i % triangles) /
                             static_cast<double>(triangles);
        return rounded(kRadius * std::cos(angle), kRadius * std::sin(angle));
    };
    Layer layer = empty_layer();
    for (std::size_t i = 0; i < triangles; ++i)
        add_polygon(layer, std::vector{Point{0, 0}, tip(i), tip(i + 1)});
    return layer;
}

/// A coverage a thousandth as wide as it could be, and two squares in far corners.
Layer crowded(std::size_t edges, std::uint64_t seed, const Box& box) {
    Layer layer = ordinary(edges, seed, box);
    for (const std::int32_t corner : {-1'000'000'000, 1'000'000'000})
        add_polygon(layer, std::vector<Point>{{corner, corner},
                                              {corner + 1000, corner},
                                              {corner + 1000, corner + 1000},
                                              {corner, corner + 1000}});
    return layer;
}

/// Triangles that stand on one line, level or diagonal, moved along it.
Layer on_a_line(std::size_t triangles, bool is_diagonal, std::int32_t moved) {
    constexpr std::int32_t kLong = 20'000;
    Layer layer = empty_layer();
    auto x = static_cast<std::int32_t>(-kRadius) + moved;
    for (std::size_t i = 0; i < triangles; ++i, x += kLong) {
        const auto at = [&](std::int32_t along) {
            return Point{x + along, is_diagonal ? x + along : 0};
        };
        const Point middle = at(kLong / 2);
        add_polygon(layer,
                    std::vector{at(0), at(kLong), Point{middle.x, middle.y + kLong - moved}});
    }
    return layer;
}

Layer one_square_again_and_again(std::size_t times) {
    Layer layer = empty_layer();
    for (std::size_t i = 0; i < times; ++i)
        add_polygon(layer, std::vector<Point>{
                               {0, 0}, {1'000'000, 0}, {1'000'000, 1'000'000}, {0, 1'000'000}});
    return layer;
}

/// Edges, crossings and pairs of an overlay: what its time is measured by.
struct Work {
    std::size_t edges = 0;
    std::size_t crossings = 0;
    std::size_t pairs = 0;
    double seconds = 0;

    [[nodiscard]] double ns_each() const {
        return 1e9 * seconds / static_cast<double>(edges + crossings + pairs);
    }
};

std::size_t count_crossings(const Chains& a, const Chains& b) {
    Box box = kernel::box_of(a.points());
    box.include(kernel::box_of(b.points()));
    const Walk walk(a, box, Walk::Corner::Lowest);
    const Walk other(b, box, Walk::Corner::Highest);
    const EdgeGrid grid(other.edges(), box, OverlapTerms().cells_per_edge);
    return find_crossings(walk, other, grid, Hubs(walk, other, grid)).size();
}

/// Of this process, whatever else the machine does.
double processor_s() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Work work_of(const Chains& a, const Chains& b) {
    constexpr int kRepetitions = 3;
    constexpr double kLong = 1; // Seconds, after which once is enough.
    Work work{.edges = a.edge_count() + b.edge_count(), .crossings = count_crossings(a, b)};
    work.seconds = std::numeric_limits<double>::infinity();
    for (int i = 0; i < kRepetitions && (i == 0 || work.seconds < kLong); ++i) {
        const double begin = processor_s();
        work.pairs = overlap(a, b, {.threads = 1}).size();
        work.seconds = std::min(work.seconds, processor_s() - begin);
    }
    return work;
}

void print_row(std::string_view name, const Pair& pair) {
    const Chains a(pair.a);
    const Chains b(pair.b);
    const Work work = work_of(a, b);
    const Work even =
        work_of(Chains(ordinary(a.edge_count(), 1)), Chains(ordinary_inside(b.edge_count())));
    fmt::print("| {} | {} | {} | {} | {:.1f} | {:.1f} | {:.1f} | {:.2f} |\n", name, work.edges,
               work.crossings, work.pairs, 1e3 * work.seconds, work.ns_each(), even.ns_each(),
               work.ns_each() / even.ns_each());
    std::fflush(stdout);
}

void print_thin() {
    constexpr std::size_t kCount = 25'000;
    constexpr std::size_t kFew = 500;
    constexpr std::size_t kOrdinary = 20'000;
    constexpr double kDiagonal = std::numbers::pi / 4;
    constexpr double kUpright = std::numbers::pi / 2;
    const auto thin = [](double angle, double moved) {
        return thin_rectangles(kCount, angle, moved);
    };
    print_row("thin rectangles, level", {thin(0, 0), thin(0, 0.2)});
    print_row("thin rectangles, diagonal", {thin(kDiagonal, 0), thin(kDiagonal, 0.2)});
    print_row("thin rectangles, slanting", {thin(0.3, 0), thin(0.3, 0.2)});
    print_row("500 thin rectangles, level, across as many upright",
              {thin_rectangles(kFew, 0, 0), thin_rectangles(kFew, kUpright, 0)});
    print_row("thin rectangles, level, on an ordinary layer", {thin(0, 0), ordinary(kOrdinary, 1)});
    print_row("thin rectangles, diagonal, on an ordinary layer",
              {thin(kDiagonal, 0), ordinary(kOrdinary, 1)});
}

void print_crowds() {
    constexpr std::size_t kEdges = 200'000;
    constexpr std::size_t kFew = 2'000;
    constexpr Box kSmall{{300'000, 300'000}, {1'300'000, 1'300'000}};
    print_row("all but two features in one cell",
              {crowded(kEdges, 1, kSmall), crowded(kEdges, 2, box_within(kSmall))});
    print_row("100 000 edges at one vertex, on an ordinary layer",
              {star(100'000), ordinary(kFew, 1)});
    print_row("one square 1 000 times over, on an ordinary layer",
              {one_square_again_and_again(1'000), ordinary(kEdges, 1)});
}

void print_degenerate() {
    constexpr std::size_t kTriangles = 50'000;
    constexpr std::size_t kEdges = 200'000;
    for (const bool is_diagonal : {false, true})
        print_row(
            is_diagonal ? "all on one diagonal line" : "all on one level line",
            {on_a_line(kTriangles, is_diagonal, 0), on_a_line(kTriangles, is_diagonal, 7000)});
    print_row("a layer and itself", {ordinary(kEdges, 1), ordinary(kEdges, 1)});
    print_row("features in random order",
              {shuffled(ordinary(kEdges, 1), 7), shuffled(ordinary_inside(kEdges), 8)});
}

} // namespace

int main() {
    constexpr std::size_t kMillion = 1'000'000;
    fmt::print("| data | edges | crossings | pairs | ms | ns each | ordinary: ns each | ratio |\n"
               "|---|---:|---:|---:|---:|---:|---:|---:|\n");
    print_thin();
    print_row("a polygon of a million points and another",
              {wave(kMillion, 40), wave(kMillion, 37)});
    print_row("a polygon of a million points on an ordinary layer",
              {wave(kMillion, 40), ordinary(200'000, 1)});
    print_crowds();
    print_degenerate();
    return 0;
}
