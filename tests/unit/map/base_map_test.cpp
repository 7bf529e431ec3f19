#include "map/base_map.hpp"
#include "map/clip.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace regio::map {

namespace {

using layer::FeatureId;
using scene::PaperBox;
using scene::PaperLine;
using test::MapWorld;
using test::paper_line;
using test::PaperLines;

constexpr PaperBox kFrame{10, 10, 210, 193};
constexpr double kTolerance = 0.04;
constexpr double kScale = 100'000;

/// A view of the middle of the world, in which its edges are out of the frame.
View close_view() {
    return {{12'000, 9'000}, kScale, {10, 10, 130, 110}};
}

View wide_view() {
    return {{12'000, 9'000}, 2 * kScale, kFrame};
}

bool is_drawn_always(const BaseMap::Side& /*left*/, const BaseMap::Side& /*right*/) {
    return true;
}

/// All chains of a world as a view shows them, cut at its frame.
PaperLines seen_chains(const topology::Chains& chains, const View& view) {
    PaperLines lines;
    for (const auto& chain : chains.all()) {
        const auto pieces =
            clipped_line(view.paper(chains.lattice(), chains.points(chain)), view.frame());
        lines.insert(lines.end(), pieces.begin(), pieces.end());
    }
    return lines;
}

/// Lines of random edges of a grid: each edge once.
PaperLines random_edges(std::uint32_t seed) {
    PaperLines lines;
    std::uint32_t number = seed * 2654435761U;
    for (int x = 0; x < 6; ++x)
        for (int y = 0; y < 6; ++y)
            for (const bool is_level : {false, true}) {
                number = number * 1664525U + 1013904223U;
                const double bend = 0.25;
                PaperLine line{{double(x), double(y)},
                               {x + (is_level ? 0.5 : bend), y + (is_level ? bend : 0.5)},
                               {double(x + is_level), double(y + !is_level)}};
                if (number >> 30 == 0)
                    std::reverse(line.begin(), line.end());
                if (number >> 28 & 1U)
                    lines.push_back(std::move(line));
            }
    return lines;
}

} // namespace

TEST_CASE("lines that meet end to end become one, in whatever direction they run") {
    CHECK(joined({}).empty());
    CHECK(joined({paper_line("0 0, 1 0"), paper_line("2 0, 1 0"), paper_line("2 0, 3 0")}).size() ==
          1);
    CHECK(joined({paper_line("0 0, 1 0"), paper_line("5 0, 6 0")}).size() == 2);
}

TEST_CASE("pieces of a ring become one line that ends where it begins") {
    const auto ring =
        joined({paper_line("0 0, 1 0"), paper_line("1 1, 1 0"), paper_line("1 1, 0 0")});
    REQUIRE(ring.size() == 1);
    CHECK(ring.front().size() == 4);
    CHECK(ring.front().front() == ring.front().back());
    const auto closed = joined({paper_line("0 0, 1 0, 1 1, 0 0")});
    REQUIRE(closed.size() == 1);
    CHECK(closed.front().size() == 4);
}

TEST_CASE("lines end where three meet") {
    CHECK(joined({paper_line("0 0, 1 0"), paper_line("1 0, 2 0"), paper_line("1 0, 1 1")}).size() ==
          3);
}

TEST_CASE("joining random lines keeps every edge once and leaves no two ends that could meet") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const PaperLines lines = random_edges(seed);
        const PaperLines long_lines = joined(lines);
        CHECK(test::length_of(long_lines) == Approx(test::length_of(lines)));
        CHECK(long_lines.size() <= lines.size());
        std::map<std::pair<double, double>, int> ends;
        for (const PaperLine& line : long_lines) {
            if (line.front() == line.back())
                continue;
            ++ends[{line.front().x, line.front().y}];
            ++ends[{line.back().x, line.back().y}];
        }
        for (const auto& [place, count] : ends)
            CHECK(count != 2);
    }
}

TEST_CASE("the extent of features is in metres, and empty when there are none") {
    const MapWorld world({.wobble_m = 0});
    const std::vector<FeatureId> two{FeatureId{0}, FeatureId{4}};
    const auto extent = extent_of(world.layer(), two);
    CHECK(extent == kernel::Extent{.min_x = 0, .min_y = 0, .max_x = 12'000, .max_y = 12'000});
    CHECK(extent_of(world.layer(), {}).is_empty());
}

TEST_CASE("borders are drawn once each: without tolerance they are as long as the chains seen") {
    const MapWorld world;
    for (const View& view : {close_view(), wide_view()}) {
        const BaseMap base(world.chains(), view, 0);
        CHECK(test::length_of(base.borders(is_drawn_always)) ==
              Approx(test::length_of(seen_chains(world.chains(), view))));
    }
}

TEST_CASE("borders of two kinds are together all borders") {
    const MapWorld world;
    const BaseMap base(world.chains(), close_view(), kTolerance);
    const auto is_western = [](const BaseMap::Side& side) { return side && index(*side) < 6; };
    const auto between = base.borders(
        [&](const auto& left, const auto& right) { return is_western(left) != is_western(right); });
    const auto within = base.borders(
        [&](const auto& left, const auto& right) { return is_western(left) == is_western(right); });
    CHECK(test::length_of(between) > 0);
    CHECK(test::length_of(between) + test::length_of(within) ==
          Approx(test::length_of(base.borders(is_drawn_always))));
}

TEST_CASE("drawn borders lie in the frame, within the tolerance of a border") {
    const MapWorld world;
    const View view = close_view();
    const BaseMap base(world.chains(), view, kTolerance);
    const PaperLines real = seen_chains(world.chains(), view);
    for (const PaperLine& line : base.borders(is_drawn_always))
        for (const auto& point : line) {
            CHECK(contains(grown(view.frame(), 1e-9), point));
            double away = 1000;
            for (const PaperLine& chain : real)
                away = std::min(away, test::distance(point, chain));
            CHECK(away <= kTolerance + 1e-6);
        }
}

TEST_CASE("what is seen of municipalities adds up to what is seen of them together") {
    const MapWorld world;
    for (const View& view : {close_view(), wide_view()}) {
        const BaseMap base(world.chains(), view, kTolerance);
        std::vector<FeatureId> all;
        double sum = 0;
        for (std::uint32_t i = 0; i < world.layer().features().size(); ++i) {
            all.push_back(FeatureId{i});
            sum += test::geos_area(base.seen({&all.back(), 1}));
        }
        CHECK(sum == Approx(test::geos_area(base.seen(all))));
    }
}

TEST_CASE("a view that shows all of the world sees it whole") {
    const MapWorld world;
    const BaseMap base(world.chains(), wide_view(), kTolerance);
    const std::vector<FeatureId> two{FeatureId{2}, FeatureId{3}};
    CHECK(base.seen(two) == base.whole(two));
    CHECK(base.seen({}).empty());
}

TEST_CASE("areas and borders are drawn from the same points") {
    const MapWorld world;
    const BaseMap base(world.chains(), wide_view(), kTolerance);
    std::set<std::pair<double, double>> on_borders;
    for (const PaperLine& line : base.borders(is_drawn_always))
        for (const auto& point : line)
            on_borders.emplace(point.x, point.y);
    for (std::uint32_t i = 0; i < world.layer().features().size(); ++i) {
        const FeatureId feature{i};
        for (const PaperLine& ring : base.seen({&feature, 1}))
            for (const auto& point : ring)
                CHECK(on_borders.contains({point.x, point.y}));
    }
}

} // namespace regio::map
