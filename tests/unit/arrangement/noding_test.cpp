#include "arrangement/hot_pixel.hpp"
#include "arrangement/noding.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/random_lines.hpp"
#include "topology/thread_limit.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Segment;
using test::lines_of;
using test::random_lines;
using test::TaggedLine;

std::vector<Segment> edges_of(const Arcs& arcs) {
    std::vector<Segment> edges;
    for (std::size_t arc = 0; arc < arcs.size(); ++arc)
        for (std::size_t i = 0; i + 1 < arcs.points(arc).size(); ++i)
            edges.push_back({arcs.points(arc)[i], arcs.points(arc)[i + 1]});
    return edges;
}

/// Edges from their lesser end to their greater with their tags, to compare.
using EdgeTags = std::map<std::pair<Point, Point>, std::vector<Tag>>;
EdgeTags edge_tags(const Arcs& arcs) {
    EdgeTags result;
    for (std::size_t arc = 0; arc < arcs.size(); ++arc)
        for (std::size_t i = 0; i + 1 < arcs.points(arc).size(); ++i)
            result[std::minmax({arcs.points(arc)[i], arcs.points(arc)[i + 1]})] = {
                arcs.tags(arc).begin(), arcs.tags(arc).end()};
    return result;
}

bool share_ends_at_most(const Segment& one, const Segment& other) {
    const auto contact = kernel::contact(one, other);
    const bool is_joined =
        one.a == other.a || one.a == other.b || one.b == other.a || one.b == other.b;
    return contact == kernel::Contact::None || (contact == kernel::Contact::Touch && is_joined);
}

bool is_noded(const std::vector<Segment>& edges) {
    for (std::size_t i = 0; i < edges.size(); ++i)
        for (std::size_t j = i + 1; j < edges.size(); ++j)
            if (!share_ends_at_most(edges[i], edges[j]))
                return false;
    return true;
}

} // namespace

TEST_CASE("two edges that cross become four that end in the rounded crossing") {
    CHECK(edge_tags(node(lines_of({{{{0, 0}, {5, 5}}, Tag{0}}, {{{0, 5}, {5, 0}}, Tag{1}}}))) ==
          EdgeTags{{{{0, 0}, {3, 3}}, {Tag{0}}},
                   {{{3, 3}, {5, 5}}, {Tag{0}}},
                   {{{0, 5}, {3, 3}}, {Tag{1}}},
                   {{{3, 3}, {5, 0}}, {Tag{1}}}});
}

TEST_CASE("an edge that passes closely by a point stays as it is") {
    const auto arcs = node(lines_of({{{{0, 0}, {9, 1}}, Tag{0}}, {{{4, 0}, {4, -5}}, Tag{1}}}));
    CHECK(edge_tags(arcs) == EdgeTags{{{{0, 0}, {9, 1}}, {Tag{0}}}, {{{4, -5}, {4, 0}}, {Tag{1}}}});
}

TEST_CASE("an edge that is led through a crossing goes through the points that it passes, too") {
    const auto arcs = node(lines_of(
        {{{{0, 0}, {9, 1}}, Tag{0}}, {{{4, 0}, {4, -5}}, Tag{1}}, {{{7, 3}, {7, -3}}, Tag{2}}}));
    CHECK(edge_tags(arcs) == EdgeTags{{{{0, 0}, {4, 0}}, {Tag{0}}},
                                      {{{4, 0}, {7, 1}}, {Tag{0}}},
                                      {{{7, 1}, {9, 1}}, {Tag{0}}},
                                      {{{4, -5}, {4, 0}}, {Tag{1}}},
                                      {{{7, -3}, {7, 1}}, {Tag{2}}},
                                      {{{7, 1}, {7, 3}}, {Tag{2}}}});
}

TEST_CASE("edges that run over each other are one, and to and fro is nothing") {
    const auto arcs =
        node(lines_of({{{{0, 0}, {6, 0}, {4, 0}}, Tag{0}}, {{{4, 0}, {2, 0}}, Tag{1}}}));
    CHECK(edge_tags(arcs) ==
          EdgeTags{{{{0, 0}, {2, 0}}, {Tag{0}}}, {{{2, 0}, {4, 0}}, {Tag{0}, Tag{1}}}});
    CHECK(node(lines_of({{{{0, 0}, {3, 1}, {5, 5}, {3, 1}, {0, 0}}, Tag{0}}})).size() == 0);
}

TEST_CASE("a line with one tag on both sides is none, and no lines are no arcs") {
    CHECK(node(lines_of({{{{0, 0}, {6, 0}}, Tag{3}, Tag{3}}})).size() == 0);
    CHECK(node(Lines()).size() == 0);
}

TEST_CASE("edges of arcs have ends in common at most, and arcs are met in their ends only") {
    for (const auto seed : test::seeds(240)) {
        INFO("seed " << seed);
        const Arcs arcs = node(lines_of(random_lines(seed)));
        CHECK(is_noded(edges_of(arcs)));
        std::map<Point, int> ends;
        for (const Segment& edge : edges_of(arcs)) {
            ++ends[edge.a];
            ++ends[edge.b];
        }
        std::size_t met = 0;
        for (std::size_t arc = 0; arc < arcs.size(); ++arc)
            for (std::size_t i = 1; i + 1 < arcs.points(arc).size(); ++i)
                met += ends[arcs.points(arc)[i]] == 2 ? 0U : 1U;
        CHECK(met == 0);
    }
}

TEST_CASE("around every point each tag has an even number of edges") {
    for (const auto seed : test::seeds(240)) {
        INFO("seed " << seed);
        std::map<std::pair<Point, Tag>, int> degree;
        for (const auto& [edge, tags] : edge_tags(node(lines_of(random_lines(seed)))))
            for (const Tag tag : tags) {
                ++degree[{edge.first, tag}];
                ++degree[{edge.second, tag}];
            }
        CHECK(std::all_of(degree.begin(), degree.end(),
                          [](const auto& entry) { return entry.second % 2 == 0; }));
    }
}

TEST_CASE("no order and no direction of lines and no number of threads changes the edges") {
    for (const auto seed : test::seeds(120)) {
        INFO("seed " << seed);
        auto lines = random_lines(seed);
        const EdgeTags expected = edge_tags(node(lines_of(lines)));
        {
            const topology::ThreadLimit one(1);
            CHECK(edge_tags(node(lines_of(lines))) == expected);
        }
        std::rotate(lines.begin(), lines.begin() + 1, lines.end());
        for (TaggedLine& line : lines)
            std::reverse(line.points.begin(), line.points.end());
        CHECK(edge_tags(node(lines_of(lines))) == expected);
    }
}

TEST_CASE("arcs move with the lines") {
    const auto moved = [](Point p) { return Point{p.x - 1001, p.y - 17}; };
    for (const auto seed : test::seeds(120)) {
        INFO("seed " << seed);
        auto lines = random_lines(seed);
        EdgeTags expected;
        for (const auto& [edge, tags] : edge_tags(node(lines_of(lines))))
            expected[{moved(edge.first), moved(edge.second)}] = tags;
        for (TaggedLine& line : lines)
            std::transform(line.points.begin(), line.points.end(), line.points.begin(), moved);
        CHECK(edge_tags(node(lines_of(lines))) == expected);
    }
}

TEST_CASE("every point of an arc is passed by a line of each of its tags") {
    for (const auto seed : test::seeds(120)) {
        INFO("seed " << seed);
        const auto lines = random_lines(seed);
        const auto is_passed = [&](Point point, Tag tag) {
            for (const TaggedLine& line : lines)
                if (line.one == tag || line.other == tag)
                    for (std::size_t i = 0; i + 1 < line.points.size(); ++i)
                        if (passes_through({line.points[i], line.points[i + 1]}, point))
                            return true;
            return false;
        };
        std::size_t strays = 0;
        const Arcs arcs = node(lines_of(lines));
        for (std::size_t arc = 0; arc < arcs.size(); ++arc)
            for (const Point point : arcs.points(arc))
                for (const Tag tag : arcs.tags(arc))
                    strays += is_passed(point, tag) ? 0U : 1U;
        CHECK(strays == 0);
    }
}

TEST_CASE("lines that meet in ends only stay as they are") {
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        const topology::Chains chains(test::layer_of(test::random_coverage(seed, {.jitter = 2})));
        Lines lines;
        lines.add(chains, 0);
        EdgeTags expected;
        for (const Line& line : lines.all())
            for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
                auto& tags = expected[std::minmax({lines.points()[i], lines.points()[i + 1]})];
                tags = {line.one};
                if (line.other != kNoTag)
                    tags.push_back(line.other);
                std::sort(tags.begin(), tags.end());
            }
        CHECK(edge_tags(node(lines)) == expected);
    }
}

TEST_CASE("edges of a star are noded, though a grid leaves edges with a common end to others") {
    std::vector<TaggedLine> lines;
    for (std::int32_t i = 0; i < 80; ++i)
        lines.push_back({{{100, i}, {0, 0}, {100 + i % 7 * 50, i + 1}, {100, i}},
                         Tag{static_cast<std::uint32_t>(i)}});
    const auto edges = edges_of(node(lines_of(lines)));
    CHECK(edges.size() > 500);
    CHECK(is_noded(edges));
}

} // namespace regio::arrangement
