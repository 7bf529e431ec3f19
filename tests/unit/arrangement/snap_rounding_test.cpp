#include "arrangement/faces.hpp"
#include "arrangement/snap_rounding.hpp"
#include "kernel/beside.hpp"
#include "tests/support/random_layers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace regio::arrangement {

namespace {

using kernel::Point;
using kernel::Ring;
using kernel::Segment;

std::vector<TaggedSegment> segments_of(const std::vector<Ring>& rings) {
    std::vector<TaggedSegment> segments;
    for (std::uint32_t ring = 0; ring < rings.size(); ++ring)
        for (std::size_t i = 0; i < rings[ring].size(); ++i)
            segments.push_back({kernel::edge(rings[ring], i), Tag{ring}});
    return segments;
}

/// Three random rings, small and crowded or wide apart.
std::vector<Ring> rings_of(std::uint32_t seed) {
    const int size = seed % 4 == 0 ? 1 << 30 : 3 + static_cast<int>(seed % 20);
    std::vector<Ring> rings;
    for (std::uint32_t i = 0; i < 3; ++i)
        rings.push_back(test::random_ring(3 * seed + i, 3 + static_cast<int>(seed % 9), size));
    return rings;
}

/// Edges with their tags, to compare.
using EdgeTags = std::map<std::pair<Point, Point>, std::vector<Tag>>;
EdgeTags edge_tags(const NodedEdges& noded) {
    EdgeTags result;
    for (std::size_t i = 0; i < noded.edges().size(); ++i) {
        const auto tags = noded.tags_of(i);
        result[{noded.edges()[i].a, noded.edges()[i].b}] = {tags.begin(), tags.end()};
    }
    return result;
}

bool share_ends_at_most(const Segment& one, const Segment& other) {
    const auto contact = kernel::contact(one, other);
    const bool is_joined =
        one.a == other.a || one.a == other.b || one.b == other.a || one.b == other.b;
    return contact == kernel::Contact::None || (contact == kernel::Contact::Touch && is_joined);
}

/// The tags of the edges that a ray crosses an odd number of times, from a little to the left of
/// the middle of a segment.
Label label_by_ray(const Segment& segment, const NodedEdges& noded) {
    const kernel::Beside point(segment);
    std::set<Tag> odd;
    for (std::size_t i = 0; i < noded.edges().size(); ++i)
        if (point.is_passed_by(noded.edges()[i]))
            for (const Tag tag : noded.tags_of(i))
                if (!odd.erase(tag))
                    odd.insert(tag);
    return {odd.begin(), odd.end()};
}

} // namespace

TEST_CASE("two segments that cross become four edges that end in the rounded crossing") {
    const auto noded = snap_round(
        std::vector<TaggedSegment>{{{{0, 0}, {5, 5}}, Tag{0}}, {{{0, 5}, {5, 0}}, Tag{1}}});
    CHECK(edge_tags(noded) == EdgeTags{{{{0, 0}, {3, 3}}, {Tag{0}}},
                                       {{{3, 3}, {5, 5}}, {Tag{0}}},
                                       {{{0, 5}, {3, 3}}, {Tag{1}}},
                                       {{{3, 3}, {5, 0}}, {Tag{1}}}});
}

TEST_CASE("a segment goes through the end of another that it passes closely") {
    const auto noded = snap_round(
        std::vector<TaggedSegment>{{{{0, 0}, {9, 1}}, Tag{0}}, {{{4, 0}, {4, -5}}, Tag{1}}});
    CHECK(edge_tags(noded) == EdgeTags{{{{0, 0}, {4, 0}}, {Tag{0}}},
                                       {{{4, 0}, {9, 1}}, {Tag{0}}},
                                       {{{4, -5}, {4, 0}}, {Tag{1}}}});
}

TEST_CASE("segments that run over each other share the edges, and to and fro is nothing") {
    const auto noded = snap_round(std::vector<TaggedSegment>{
        {{{0, 0}, {6, 0}}, Tag{0}}, {{{4, 0}, {2, 0}}, Tag{1}}, {{{6, 0}, {4, 0}}, Tag{0}}});
    CHECK(edge_tags(noded) ==
          EdgeTags{{{{0, 0}, {2, 0}}, {Tag{0}}}, {{{2, 0}, {4, 0}}, {Tag{0}, Tag{1}}}});
}

TEST_CASE("no segments are no edges") {
    CHECK(snap_round({}).edges().empty());
}

TEST_CASE("edges of random rings share ends at most, and every ring passes a point evenly") {
    for (const auto seed : test::seeds(300)) {
        INFO("seed " << seed);
        const auto noded = snap_round(segments_of(rings_of(seed)));
        const auto edges = noded.edges();
        std::map<std::pair<Point, Tag>, int> degree;
        bool is_noded = true;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            for (std::size_t j = i + 1; j < edges.size(); ++j)
                is_noded = is_noded && share_ends_at_most(edges[i], edges[j]);
            for (const Tag tag : noded.tags_of(i)) {
                ++degree[{edges[i].a, tag}];
                ++degree[{edges[i].b, tag}];
            }
        }
        CHECK(is_noded);
        CHECK(std::all_of(degree.begin(), degree.end(),
                          [](const auto& entry) { return entry.second % 2 == 0; }));
    }
}

TEST_CASE("no order and no direction of segments changes the edges, and they move with the rings") {
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        auto segments = segments_of(rings_of(seed));
        const EdgeTags expected = edge_tags(snap_round(segments));
        std::rotate(segments.begin(), segments.begin() + 4, segments.end());
        std::reverse(segments.begin() + 3, segments.end());
        for (auto& [segment, tag] : segments)
            std::swap(segment.a, segment.b);
        CHECK(edge_tags(snap_round(segments)) == expected);

        const auto moved = [](Point p) { return Point{p.x - 1001, p.y - 17}; };
        EdgeTags elsewhere;
        for (const auto& [edge, tags] : expected)
            elsewhere[{moved(edge.first), moved(edge.second)}] = tags;
        for (auto& [segment, tag] : segments)
            segment = {moved(segment.a), moved(segment.b)};
        CHECK(edge_tags(snap_round(segments)) == elsewhere);
    }
}

TEST_CASE("edges have three faces around two squares of which one lies in the other") {
    const auto noded = snap_round(
        segments_of({{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {{2, 2}, {4, 2}, {4, 4}, {2, 4}}}));
    const HalfEdges half_edges(noded.edges());
    const Faces faces(half_edges);
    CHECK(faces.size() == 3);
    auto labels = labels_of(noded, faces);
    CHECK(labels[index(kOutside)].empty());
    std::sort(labels.begin(), labels.end());
    CHECK(labels == std::vector<Label>{{}, {Tag{0}}, {Tag{0}, Tag{1}}});
}

TEST_CASE("no edges have one face, which is outside") {
    const NodedEdges none;
    const HalfEdges half_edges(none.edges());
    const Faces faces(half_edges);
    CHECK(faces.size() == 1);
    CHECK(faces.around(kOutside).empty());
    CHECK(labels_of(none, faces) == std::vector<Label>{{}});
}

TEST_CASE(
    "left of every edge lie the lines that a ray from its middle crosses an odd number of times") {
    for (const auto seed : test::seeds(150)) {
        INFO("seed " << seed);
        const auto noded = snap_round(segments_of(rings_of(seed)));
        const HalfEdges half_edges(noded.edges());
        const Faces faces(half_edges);
        const auto labels = labels_of(noded, faces);
        std::size_t wrong = 0;
        for (std::uint32_t i = 0; i < half_edges.size(); ++i) {
            const HalfEdgeId at{i};
            wrong += labels[index(faces.left_of(at))] == label_by_ray(half_edges.segment(at), noded)
                         ? 0U
                         : 1U;
        }
        CHECK(wrong == 0);
    }
}

} // namespace regio::arrangement
