#include "generator/area_fit.hpp"
#include "generator/distance.hpp"
#include "generator/natural_lines.hpp"
#include "generator/trace.hpp"
#include "tests/support/border_faults.hpp"
#include "tests/support/cell_map.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace regio::schematic {

namespace {

constexpr const char* kMap = "........\n"
                             ".aaabbb.\n"
                             ".aaabbb.\n"
                             ".aacccb.\n"
                             ".aacccb.\n"
                             ".ddddbb.\n"
                             ".ddddbb.\n"
                             "........\n";

constexpr BendingTerms kBending{.longest_m = 40, .bend_percent = 18, .most_m = 100};

BorderNet net_of(const char* map) {
    return trace_borders(test::grid_of(map), 5);
}

} // namespace

TEST_CASE("distances between points and segments are exact at their bounds") {
    const kernel::Segment segment{{0, 0}, {30, 40}};
    CHECK(is_apart({30, 45}, segment, 5));
    CHECK_FALSE(is_apart({30, 44}, segment, 5));
    CHECK(is_apart({-3, -4}, segment, 5));
    CHECK(is_apart({11, 23}, segment, 5));       // 5 m to the left of (15, 20)
    CHECK_FALSE(is_apart({12, 22}, segment, 5)); // 3.6 m
    CHECK(are_apart(segment, {{40, 40}, {80, 40}}, 10));
    CHECK_FALSE(are_apart(segment, {{39, 40}, {80, 40}}, 10));
    CHECK(nearest_on(segment, {11, 23}) == kernel::Point{15, 20});
    CHECK(nearest_on(segment, {-9, 1}) == kernel::Point{0, 0});
}

TEST_CASE("noise is the same for a point each time, and even over points") {
    CHECK(noise({150'000, 200'000}) == noise({150'000, 200'000}));
    CHECK(noise({150'000, 200'000}) != noise({200'000, 150'000}));
    std::int64_t sum = 0;
    for (std::int32_t i = 0; i < 10'000; ++i) {
        const auto value = noise({i % 100, i / 100});
        CHECK((value >= -1000 && value <= 1000));
        sum += value;
    }
    CHECK(std::abs(sum) < 10'000 * 20);
}

TEST_CASE("bent borders have no long segment, and never cross or touch") {
    BorderNet net = net_of(kMap);
    const auto rings = test::rings_by_owner(net);
    bend(net, {}, kBending);
    CHECK(net.vertex_count() > 50);
    CHECK(test::faults_of(net).empty());
    CHECK(test::rings_by_owner(net) == rings);
    for (std::uint32_t i = 0; i < net.borders().size(); ++i) {
        const auto points = net.points(BorderId{i});
        for (std::size_t place = 0; place + 1 < points.size(); ++place)
            CHECK(squared_distance(points[place], points[place + 1]) <= 60 * 60);
    }
}

TEST_CASE("the coast stays nearly straight") {
    BorderNet net = net_of(kMap);
    const std::vector<kernel::Point> coast{{100, 100}, {700, 100}};
    auto terms = kBending;
    terms.coast_reach_m = 20;
    bend(net, coast, terms);
    std::size_t on_coast = 0;
    for (std::uint32_t i = 0; i < net.borders().size(); ++i)
        if (net.borders()[i].is_outer())
            for (const kernel::Point point : net.points(BorderId{i}))
                if (point.y < 125 && point.x > 150 && point.x < 650) {
                    CHECK(std::abs(point.y - 100) <= 3);
                    ++on_coast;
                }
    CHECK(on_coast > 10);
}

TEST_CASE("fitted areas are those asked for, and borders still never cross") {
    BorderNet net = net_of(kMap);
    bend(net, {}, kBending);
    const std::vector<std::int64_t> wanted{94'000, 104'000, 66'000, 96'000};
    FitTerms terms{.rounds = 200, .enough = 0.002, .most_shift_m = 10};
    CHECK(fit_areas(net, wanted, terms) <= 0.01);
    const auto twice = twice_areas(net, wanted.size());
    double have = 0;
    for (const auto area : twice)
        have += static_cast<double>(area) / 2;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        CHECK(static_cast<double>(twice[i]) / 2 ==
              Approx(static_cast<double>(wanted[i]) * have / 360'000).epsilon(0.01));
    CHECK(test::faults_of(net).empty());
}

TEST_CASE("who borders nobody is fitted by its own border") {
    BorderNet net = net_of("............\n"
                           ".aaa........\n"
                           ".aaa....bb..\n"
                           ".aaa....bb..\n"
                           "............\n"
                           "............\n");
    fit_areas(net, std::vector<std::int64_t>{80'000, 50'000},
              {.rounds = 100, .enough = 0.001, .most_shift_m = 5});
    const auto twice = twice_areas(net, 2);
    CHECK(twice[0] == Approx(160'000).epsilon(0.02));
    CHECK(twice[1] == Approx(100'000).epsilon(0.02));
}

} // namespace regio::schematic
