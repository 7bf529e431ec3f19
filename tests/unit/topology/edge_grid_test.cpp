#include "topology/edge_grid.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <set>
#include <string>

namespace regio::topology {

namespace {

using kernel::Box;
using kernel::Point;
using kernel::Segment;
using Line = std::vector<Point>;

/// A line whose edges lie in some way that a uniform grid is bad at.
struct Crowd {
    std::string name;
    Line line;
};

Point turned(double x, double y, double angle) {
    return {static_cast<std::int32_t>(std::lround(x * std::cos(angle) - y * std::sin(angle))),
            static_cast<std::int32_t>(std::lround(x * std::sin(angle) + y * std::cos(angle)))};
}

Line comb(double angle, double tooth, double gap) {
    Line line;
    for (int i = 0; i < 300; ++i) {
        line.push_back(turned(0, gap * i, angle));
        line.push_back(turned(tooth, gap * i + gap / 3, angle));
    }
    return line;
}

Line star(Point centre, double radius) {
    Line line;
    for (int i = 0; i < 200; ++i) {
        line.push_back(centre);
        const Point tip = turned(radius * (1 + i % 3), 0, i * 0.0314);
        line.push_back({centre.x + tip.x, centre.y + tip.y});
    }
    return line;
}

Line random_line(std::uint32_t seed, std::int32_t size, int count) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::int32_t> coordinate(-size, size);
    Line line;
    for (int i = 0; i < count; ++i)
        line.push_back({coordinate(random), coordinate(random)});
    return line;
}

Line cluster() {
    Line line = random_line(5, 300, 500);
    line.push_back({kernel::kFarthest, kernel::kFarthest});
    line.push_back({-kernel::kFarthest, -kernel::kFarthest});
    return line;
}

std::vector<Crowd> crowds() {
    return {{"random", random_line(1, 1000, 300)},
            {"random and far", random_line(2, kernel::kFarthest, 200)},
            {"few points", random_line(3, 3, 300)},
            {"level comb", comb(0, 1e6, 100)},
            {"upright comb", comb(1.5707963267948966, 1e6, 100)},
            {"slanted comb", comb(0.7, 1e8, 50)},
            {"narrow comb", comb(0.3, 5e4, 3)},
            {"star", star({17, -4}, 1e5)},
            {"star far out", star({900000000, 900000000}, 1e7)},
            {"cluster", cluster()},
            {"one line", Line(400, Point{7, 7})}};
}

std::vector<Segment> queries(const Line& line) {
    std::mt19937 random(9);
    const Box box = kernel::box_of(line);
    const auto within = [&](std::int32_t low, std::int32_t high) {
        return static_cast<std::int32_t>(low + static_cast<std::int64_t>(random()) %
                                                   (std::int64_t{high} - low + 1));
    };
    const auto point = [&] {
        return random() % 2 == 0
                   ? line[random() % line.size()]
                   : Point{within(box.min.x, box.max.x), within(box.min.y, box.max.y)};
    };
    std::vector<Segment> queries;
    for (int i = 0; i < 60; ++i)
        queries.push_back({point(), point()});
    for (std::size_t i = 0; i + 1 < line.size(); i += 7)
        queries.push_back({line[i], line[i + 1]});
    return queries;
}

/// Whether they only meet in a hub in which both end.
bool join(const Segment& one, const Segment& other, const std::vector<Point>& hubs) {
    for (const Point end : {one.a, one.b})
        if ((end == other.a || end == other.b) && std::binary_search(hubs.begin(), hubs.end(), end))
            return true;
    return false;
}

} // namespace

TEST_CASE("a grid finds every edge that meets a segment, however the edges lie") {
    for (const auto& [name, line] : crowds()) {
        const Edges edges{.line = line, .more = {}};
        for (const double cells_per_edge : {0.001, 0.1, 2.0, 30.0}) {
            const EdgeGrid grid(edges, kernel::box_of(line), cells_per_edge);
            const auto hubs = grid.hubs();
            for (const Segment& query : queries(line)) {
                std::set<std::uint32_t> found;
                grid.for_each_near(query, [&](std::uint32_t edge) { found.insert(edge); });
                CAPTURE(name, cells_per_edge, query.a.x, query.a.y, query.b.x, query.b.y);
                for (std::uint32_t edge = 0; edge < edges.count(); ++edge)
                    if (const Segment s = edges[edge];
                        s.a != s.b && contact(query, s) != kernel::Contact::None &&
                        !join(query, s, hubs) && !found.contains(edge))
                        FAIL("edge " << edge << " is not found");
            }
        }
    }
}

TEST_CASE("thin edges side by side are not looked at all together") {
    for (const double angle : {0.0, 0.7, 1.5707963267948966}) {
        const Line line = comb(angle, 1e8, 1000);
        const EdgeGrid grid({.line = line, .more = {}}, kernel::box_of(line), 2);
        std::size_t looked_at = 0;
        for (std::size_t i = 0; i + 1 < line.size(); i += 2)
            grid.for_each_near({line[i], line[i + 1]}, [&](std::uint32_t) { ++looked_at; });
        CAPTURE(angle);
        CHECK(looked_at < 40 * line.size());
    }
}

TEST_CASE("a box is plainly empty only where no edge passes") {
    Line line;
    for (std::int32_t i = 0; i < 400; ++i)
        line.push_back({1000 * i, 1000 * i + 500 * (i % 2)});
    const Edges edges{.line = line, .more = {}};
    const EdgeGrid grid(edges, kernel::box_of(line), 8);
    std::size_t empty = 0;
    for (const Segment& query : queries(line)) {
        const Box box{query.a, {query.a.x + 1000, query.a.y + 1000}};
        if (box.max.x > kernel::box_of(line).max.x || box.max.y > kernel::box_of(line).max.y ||
            !grid.is_plainly_empty(box))
            continue;
        ++empty;
        for (std::uint32_t edge = 0; edge < edges.count(); ++edge)
            CHECK(contact({box.min, box.max}, edges[edge]) == kernel::Contact::None);
    }
    CHECK(empty > 5);
}

TEST_CASE("a grid finds every edge that passes a lattice point by half a unit at most") {
    // In half units: the square of a unit around a point, cut by a segment or a diagonal of it.
    const auto passes = [](const Segment& s, Point p) {
        const auto twice = [&](Point q) { return Point{2 * (q.x - p.x), 2 * (q.y - p.y)}; };
        const Segment segment{twice(s.a), twice(s.b)};
        return contact(segment, {{-1, -1}, {1, 1}}) != kernel::Contact::None ||
               contact(segment, {{-1, 1}, {1, -1}}) != kernel::Contact::None;
    };
    std::size_t passing = 0;
    for (const auto& [name, line] : crowds()) {
        if (name == "random and far" || name == "cluster" || name == "star far out")
            continue; // Twice their coordinates would not fit.
        const Edges edges{.line = line, .more = {}};
        Box box = kernel::box_of(line);
        box.include(Point{box.min.x - 1, box.min.y - 1});
        for (const double cells_per_edge : {0.001, 2.0, 30.0}) {
            const EdgeGrid grid(edges, box, cells_per_edge);
            for (std::size_t i = 0; i < line.size(); i += 5) {
                const Point pixel = {line[i].x + static_cast<std::int32_t>(i % 3) - 1, line[i].y};
                if (!contains(box, {pixel.x - 1, pixel.y}) || pixel.x > kernel::box_of(line).max.x)
                    continue;
                std::set<std::uint32_t> found;
                grid.for_each_passing(pixel, [&](std::uint32_t edge) { found.insert(edge); });
                CAPTURE(name, cells_per_edge, pixel.x, pixel.y);
                for (std::uint32_t edge = 0; edge < edges.count(); ++edge)
                    if (const Segment s = edges[edge]; s.a != s.b && passes(s, pixel)) {
                        ++passing;
                        if (found.count(edge) == 0)
                            FAIL_CHECK("edge " << edge << " is not found");
                    }
            }
        }
    }
    CHECK(passing > 10'000);
}

TEST_CASE("an edge where the line is broken is a point") {
    const Line line = {{0, 0}, {5, 0}, {9, 9}};
    const std::vector<std::uint64_t> breaks = {0b010};
    const Edges edges{.line = line, .more = {}, .breaks = breaks};
    CHECK(edges[0] == Segment{{0, 0}, {5, 0}});
    CHECK(edges[1] == Segment{{5, 0}, {5, 0}});
}

TEST_CASE("a point in which many edges end is a hub") {
    const Line line = star({17, -4}, 1e5);
    const EdgeGrid grid({.line = line, .more = {}}, kernel::box_of(line), 2);
    CHECK(grid.hubs() == Line{{17, -4}});
}

} // namespace regio::topology
