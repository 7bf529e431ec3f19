#include "generator/border_net.hpp"
#include "generator/straighten.hpp"
#include "generator/trace.hpp"
#include "tests/support/border_faults.hpp"
#include "tests/support/cell_map.hpp"
#include "tests/support/geometry.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <set>
#include <string>

namespace regio::schematic {

namespace {

const kernel::Box kThousand{{0, 0}, {1000, 1000}};

/// A net of one open border through these points.
BorderNet net_of(std::string_view wkt, std::int32_t clearance_m = 10) {
    BorderNet net(kThousand, clearance_m);
    std::vector<VertexId> line;
    for (const kernel::Point point : test::ring_of(wkt))
        line.push_back(net.add_vertex(point));
    net.add_border(Owner{0}, Owner{1}, line);
    return net;
}

std::string text_of(const BorderNet& net, std::uint32_t border = 0) {
    return test::to_wkt(net.points(BorderId{border}));
}

constexpr const char* kFourOwners = "aaabbb\n"
                                    "aaabbb\n"
                                    "aacccb\n"
                                    "aacccb\n"
                                    "ddddbb\n"
                                    "dddd..\n";

} // namespace

TEST_CASE("a vertex moves where nothing is in the way") {
    BorderNet net = net_of("POLYGON((0 0, 100 0, 200 0))");
    CHECK(net.try_move(VertexId{1}, {100, 50}));
    CHECK(text_of(net) == "LINESTRING(0 0, 100 50, 200 0)");
}

TEST_CASE("a vertex does not move over another border, onto it, or too near to it") {
    BorderNet net = net_of("POLYGON((0 0, 100 0, 200 0))");
    const auto a = net.add_vertex({0, 100});
    const auto b = net.add_vertex({200, 100});
    net.add_border(Owner{1}, Owner{2}, {a, b});
    CHECK_FALSE(net.try_move(VertexId{1}, {100, 150}));
    CHECK_FALSE(net.try_move(VertexId{1}, {100, 100}));
    CHECK_FALSE(net.try_move(VertexId{1}, {100, 91}));
    CHECK(text_of(net) == "LINESTRING(0 0, 100 0, 200 0)");
    CHECK(net.try_move(VertexId{1}, {100, 90}));
}

TEST_CASE("a vertex does not pass over another that its lines would sweep past") {
    BorderNet net = net_of("POLYGON((0 0, 100 0, 200 0))");
    const auto a = net.add_vertex({90, 100});
    const auto b = net.add_vertex({110, 100});
    net.add_border(Owner{1}, Owner{2}, {a, b});
    CHECK_FALSE(net.try_move(VertexId{1}, {100, 300}));
}

TEST_CASE("a border makes no spike and does not run back over itself") {
    BorderNet net = net_of("POLYGON((0 0, 100 0, 200 0))");
    CHECK_FALSE(net.try_move(VertexId{2}, {20, 0}));
    CHECK_FALSE(net.try_move(VertexId{2}, {20, 9}));
    CHECK_FALSE(net.try_move(VertexId{1}, {0, 0}));
    CHECK(net.try_move(VertexId{2}, {20, 40}));
}

TEST_CASE("a vertex is put in and taken out again") {
    BorderNet net = net_of("POLYGON((0 0, 100 0, 200 0))");
    CHECK(net.try_insert(BorderId{0}, 1, {150, 20}));
    CHECK(text_of(net) == "LINESTRING(0 0, 100 0, 150 20, 200 0)");
    CHECK_FALSE(net.try_insert(BorderId{0}, 0, {0, 5}));
    CHECK(net.try_remove(BorderId{0}, 1));
    CHECK(text_of(net) == "LINESTRING(0 0, 150 20, 200 0)");
}

TEST_CASE("two borders between the same nodes are not straightened onto each other") {
    BorderNet net(kThousand, 10);
    const auto from = net.add_vertex({0, 0});
    const auto to = net.add_vertex({200, 0});
    const auto above = net.add_vertex({100, 50});
    net.add_border(Owner{0}, Owner{1}, {from, above, to});
    const auto under = net.add_vertex({100, 15});
    net.add_border(Owner{1}, Owner{2}, {from, under, to});
    CHECK(net.try_remove(BorderId{1}, 1));
    CHECK_FALSE(net.try_remove(BorderId{0}, 1));
}

TEST_CASE("a closed border keeps three vertices") {
    BorderNet net(kThousand, 10);
    const auto a = net.add_vertex({0, 0});
    const auto b = net.add_vertex({100, 0});
    const auto c = net.add_vertex({100, 100});
    const auto d = net.add_vertex({0, 100});
    net.add_border(Owner{0}, kOutside, {a, b, c, d, a});
    CHECK(net.try_remove(BorderId{0}, 2));
    CHECK_FALSE(net.try_remove(BorderId{0}, 2));
}

TEST_CASE("no sequence of changes makes borders cross, touch, or change sides") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        BorderNet net = trace_borders(test::grid_of(kFourOwners), 5);
        const auto owners_before = test::rings_by_owner(net);
        for (int change = 0; change < 400; ++change) {
            const auto coordinate = [&] { return static_cast<std::int32_t>(random() % 600); };
            const auto border = BorderId(static_cast<std::uint32_t>(
                random() % static_cast<std::uint32_t>(net.borders().size())));
            const auto place = random() % static_cast<std::uint32_t>(net[border].line.size() - 1);
            if (random() % 3 == 0)
                net.try_insert(border, place, {coordinate(), coordinate()});
            else
                net.try_move(net[border].line[place], {coordinate(), coordinate()});
        }
        CHECK(test::faults_of(net).empty());
        CHECK(test::rings_by_owner(net) == owners_before);
    }
}

TEST_CASE("borders are traced once each, between nodes") {
    const BorderNet net = trace_borders(test::grid_of("ab\n"
                                                      "ab\n"),
                                        5);
    REQUIRE(net.borders().size() == 3);
    std::set<std::string> lines;
    for (std::uint32_t i = 0; i < 3; ++i)
        lines.insert(text_of(net, i));
    CHECK(lines == std::set<std::string>{"LINESTRING(100 0, 100 200)",
                                         "LINESTRING(100 0, 200 0, 200 200, 100 200)",
                                         "LINESTRING(100 0, 0 0, 0 200, 100 200)"});
}

TEST_CASE("what borders nobody has one closed border") {
    const BorderNet net = trace_borders(test::grid_of("...\n"
                                                      ".a.\n"
                                                      "...\n"),
                                        5);
    REQUIRE(net.borders().size() == 1);
    CHECK(net.borders()[0].is_closed());
    CHECK(net.borders()[0].left == Owner{0});
    CHECK(net.borders()[0].right == kOutside);
}

TEST_CASE("straightening makes lines of steps") {
    BorderNet net = trace_borders(test::grid_of("abbbbbbb\n"
                                                "aabbbbbb\n"
                                                "aaabbbbb\n"
                                                "aaaabbbb\n"
                                                "aaaaabbb\n"
                                                "aaaaaabb\n"),
                                  5);
    straighten(net, 110);
    for (std::uint32_t i = 0; i < net.borders().size(); ++i)
        if (!net.borders()[i].is_outer()) {
            CHECK(net.borders()[i].line.size() == 2);
        }
    CHECK(test::faults_of(net).empty());
}

TEST_CASE("outer borders follow a ring as far as it is in reach") {
    BorderNet net = trace_borders(test::grid_of("......\n"
                                                ".aabb.\n"
                                                ".aabb.\n"
                                                "......\n"),
                                  5);
    const auto ring = test::ring_of("POLYGON((80 80, 520 110, 520 290, 90 310))");
    follow(net, ring, OuterBorders::Open, 50);
    std::set<kernel::Point> corners;
    for (std::uint32_t i = 0; i < net.borders().size(); ++i)
        for (const kernel::Point point : net.points(BorderId{i}))
            corners.insert(point);
    for (const kernel::Point point : ring)
        CHECK(corners.contains(point));
    CHECK(test::faults_of(net).empty());
}

} // namespace regio::schematic
