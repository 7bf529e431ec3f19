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
using Pairs = std::multiset<std::pair<std::uint32_t, std::uint32_t>>;

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

/// The runs whose boxes meet, by their first edges; and all runs that were seen.
Pairs meeting(MonotoneRuns& runs, std::set<std::pair<std::uint32_t, std::uint32_t>>& seen) {
    Pairs pairs;
    REQUIRE(runs.for_each_meeting([&](const MonotoneRun& one, const MonotoneRun& other) {
        pairs.insert({one.first, other.first});
        seen.insert({one.first, one.end});
        seen.insert({other.first, other.end});
    }));
    return pairs;
}

} // namespace

TEST_CASE("runs turn back neither in x nor in y, are as long as that goes, and hold every edge") {
    std::mt19937 random(Catch::rngSeed());
    INFO("seed " << Catch::rngSeed());
    for (std::size_t count = 2; count < 60; ++count) {
        const auto points = wandering(count, random);
        MonotoneRuns runs;
        runs.add(points, 0, static_cast<std::uint32_t>(count - 1));
        // All boxes touch that of an edge around everything, so that every run is seen.
        std::vector<Point> all = points;
        all.insert(all.end(), {{-1000, -1000}, {1000, 1000}});
        runs.add(all, static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(count + 1));
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        static_cast<void>(meeting(runs, seen));
        std::uint32_t next = 0;
        for (const auto& [first, end] : seen) {
            if (first == count)
                continue;
            CHECK(first == next);
            next = end;
            std::vector<std::int32_t> x;
            std::vector<std::int32_t> y;
            for (std::uint32_t p = first; p <= end; ++p) {
                x.push_back(points[p].x);
                y.push_back(points[p].y);
            }
            CHECK((is_monotone(x) && is_monotone(y)));
            if (end + 1 == count)
                continue;
            x.push_back(points[end + 1].x);
            y.push_back(points[end + 1].y);
            CHECK((!is_monotone(x) || !is_monotone(y) || end - first == 8));
        }
        CHECK(next == count - 1);
    }
}

TEST_CASE("every two runs whose boxes meet are called with, once") {
    std::mt19937 random(Catch::rngSeed());
    INFO("seed " << Catch::rngSeed());
    for (std::size_t count = 2; count < 80; ++count) {
        auto points = wandering(count, random);
        // Of another place in the list, far away, and back: lines that do not follow each other.
        const auto more = wandering(count, random);
        points.insert(points.end(), more.begin(), more.end());
        MonotoneRuns runs;
        runs.add(points, 0, static_cast<std::uint32_t>(count - 1));
        runs.add(points, static_cast<std::uint32_t>(count),
                 static_cast<std::uint32_t>(2 * count - 1));
        std::vector<MonotoneRun> all;
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        const Pairs found = meeting(runs, seen);
        for (const auto& [first, end] : seen)
            all.push_back(
                {box_of(kernel::RingView(points).subspan(first, end - first + 1)), first, end});
        Pairs expected;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j)
                if (meets(all[i].box, all[j].box))
                    expected.insert({all[i].first, all[j].first});
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
