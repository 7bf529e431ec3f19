#include "topology/monotone_runs.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Point;

/// A line that wanders about in small steps, none of them without length.
std::vector<Point> wandering(std::size_t count, std::mt19937& random) {
    std::uniform_int_distribution<std::int32_t> step(-3, 3);
    std::vector<Point> points{{0, 0}};
    while (points.size() < count) {
        const Point next{points.back().x + step(random), points.back().y + step(random)};
        if (next != points.back())
            points.push_back(next);
    }
    return points;
}

bool is_monotone(std::vector<std::int32_t> values) {
    return std::is_sorted(values.begin(), values.end()) ||
           std::is_sorted(values.rbegin(), values.rend());
}

/// The end of the longest run of edges from `first` on, by the definition, of eight at most.
std::uint32_t end_of_run(const std::vector<Point>& points, std::uint32_t first, std::uint32_t end) {
    std::vector<std::int32_t> x{points[first].x};
    std::vector<std::int32_t> y{points[first].y};
    std::uint32_t e = first;
    for (; e < end && e < first + 8; ++e) {
        x.push_back(points[e + 1].x);
        y.push_back(points[e + 1].y);
        if (!is_monotone(x) || !is_monotone(y))
            break;
    }
    return e;
}

std::vector<MonotoneRun> runs_of(const std::vector<Point>& points, std::uint32_t first,
                                 std::uint32_t end) {
    std::vector<MonotoneRun> runs;
    while (first < end) {
        const std::uint32_t next = end_of_run(points, first, end);
        runs.push_back(
            {box_of(kernel::RingView(points).subspan(first, next - first + 1)), first, next});
        first = next;
    }
    return runs;
}

using Run = std::pair<std::uint32_t, std::uint32_t>;

Run ends_of(const MonotoneRun& run) {
    return {run.first, run.end};
}

} // namespace

TEST_CASE("every two runs whose boxes meet are called with, once, each as long as it can be") {
    std::mt19937 random(Catch::rngSeed());
    INFO("seed " << Catch::rngSeed());
    for (std::uint32_t count = 2; count < 80; ++count) {
        auto points = wandering(count, random);
        const auto more = wandering(count, random);
        points.insert(points.end(), more.begin(), more.end());
        MonotoneRuns runs;
        runs.add(points, 0, count - 1);
        runs.add(points, count, 2 * count - 1); // The line between the two is no edge.
        std::multiset<std::pair<Run, Run>> found;
        REQUIRE(runs.for_each_meeting([&](const MonotoneRun& one, const MonotoneRun& other) {
            found.insert({ends_of(one), ends_of(other)});
        }));
        auto all = runs_of(points, 0, count - 1);
        const auto others = runs_of(points, count, 2 * count - 1);
        all.insert(all.end(), others.begin(), others.end());
        std::multiset<std::pair<Run, Run>> expected;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j)
                if (meets(all[i].box, all[j].box))
                    expected.insert({ends_of(all[i]), ends_of(all[j])});
        CHECK(found == expected);
    }
}

TEST_CASE("runs that lie across all others are not compared to the end") {
    std::vector<Point> zigzag;
    for (std::int32_t i = 0; i < 1000; ++i)
        zigzag.push_back({i % 2 == 0 ? 0 : 100000, i % 3 == 0 ? 100000 : i});
    MonotoneRuns runs;
    runs.add(zigzag, 0, 999);
    std::size_t calls = 0;
    CHECK_FALSE(runs.for_each_meeting([&](const auto&, const auto&) { ++calls; }));
    CHECK(calls < std::size_t{1000} * 100);
}

TEST_CASE("no edges make no runs, and one has nothing to meet") {
    MonotoneRuns runs;
    CHECK(runs.for_each_meeting([](const auto&, const auto&) { FAIL("no two runs"); }));
    runs.add(std::vector<Point>{{0, 0}, {1, 1}}, 0, 1);
    CHECK(runs.for_each_meeting([](const auto&, const auto&) { FAIL("no two runs"); }));
    runs.clear();
    CHECK(runs.for_each_meeting([](const auto&, const auto&) { FAIL("no two runs"); }));
}

} // namespace regio::topology
