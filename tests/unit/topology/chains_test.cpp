#include "kernel/predicates.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/chains.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Point;
using kernel::Ring;
using layer::kNoPart;
using layer::Layer;
using layer::PartId;
using test::layer_of;

using Line = std::vector<Point>;

Line line_of(const Chains& chains, const Chain& chain) {
    const auto points = chains.points(chain);
    return {points.begin(), points.end()};
}

/// A line in the one form that neither direction nor, when it is closed, its start changes.
Line any_start(Line line) {
    if (line.size() < 3 || line.front() != line.back())
        return line;
    line.pop_back();
    Line least = line;
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::rotate(line.begin(), line.begin() + 1, line.end());
        least = std::min(least, line);
    }
    least.push_back(least.front());
    return least;
}

/// "a|b LINESTRING(…)" of every chain: codes left and right, the lesser code on the left.
std::multiset<std::string> descriptions(const Layer& layer) {
    const Chains chains(layer);
    std::multiset<std::string> result;
    for (const Chain& chain : chains.all()) {
        std::string left = layer[chains.feature_of(chain.left)].code;
        std::string right =
            chain.right == kNoPart ? "" : layer[chains.feature_of(chain.right)].code;
        Line line = line_of(chains, chain);
        Line back(line.rbegin(), line.rend());
        if (!right.empty() &&
            (right < left || (right == left && any_start(back) < any_start(line)))) {
            std::swap(left, right);
            std::swap(line, back);
        }
        result.insert(left + '|' + right + ' ' + test::to_wkt(any_start(line)));
    }
    return result;
}

test::EdgeCounts edges_of_rings(const Layer& layer) {
    test::EdgeCounts counts;
    for (std::size_t i = 0; i < layer.ring_count(); ++i)
        test::count_edges(layer.ring(layer::RingId(i)), counts);
    return counts;
}

/// The edges that the chains give to the parts beside them.
test::EdgeCounts edges_of_chains(const Chains& chains) {
    test::EdgeCounts counts;
    for (const Chain& chain : chains.all()) {
        const auto points = chains.points(chain);
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            ++counts[{points[i], points[i + 1]}];
            if (chain.right != kNoPart)
                ++counts[{points[i + 1], points[i]}];
        }
    }
    return counts;
}

std::vector<kernel::Wide> areas_from_chains(const Chains& chains) {
    std::vector<kernel::Wide> areas(chains.part_count());
    for (const Chain& chain : chains.all()) {
        const auto points = chains.points(chain);
        kernel::Wide sum = 0;
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            sum += cross(points[i], points[i + 1]);
        areas[index(chain.left)] += sum;
        if (chain.right != kNoPart)
            areas[index(chain.right)] -= sum;
    }
    return areas;
}

void check_laws(const Layer& layer) {
    const Chains chains(layer);
    CHECK(edges_of_chains(chains) == edges_of_rings(layer));
    const auto areas = areas_from_chains(chains);
    REQUIRE(areas.size() == layer.parts().size());
    for (std::size_t i = 0; i < areas.size(); ++i)
        CHECK(areas[i] == moments(layer, layer[PartId(i)]).twice_area);
    for (const Chain& chain : chains.all())
        CHECK(chain.count >= 2);
}

/// Counts of edges, whichever way they run.
int most_often_stored(const Chains& chains) {
    std::map<std::pair<Point, Point>, int> counts;
    int most = 0;
    for (const Chain& chain : chains.all()) {
        const auto points = chains.points(chain);
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            most = std::max(most, ++counts[std::minmax(points[i], points[i + 1])]);
    }
    return most;
}

} // namespace

TEST_CASE("a layer without features has no chains") {
    const Chains chains(layer_of(""));
    CHECK(chains.all().empty());
    CHECK(chains.edge_count() == 0);
    CHECK(chains.feature_count() == 0);
    CHECK(Chains(layer_of("a: POLYGON EMPTY")).feature_count() == 1);
}

TEST_CASE("a ring alone is one closed chain that begins at its least point") {
    CHECK(descriptions(layer_of("a: POLYGON((5 0, 9 0, 0 9))")) ==
          std::multiset<std::string>{"a| LINESTRING(0 9, 5 0, 9 0, 0 9)"});
    const Chains chains(layer_of("a: POLYGON((5 0, 9 0, 0 9))"));
    CHECK(line_of(chains, chains.all()[0]) == Line{{0, 9}, {5, 0}, {9, 0}, {0, 9}});
}

TEST_CASE("an island in a hole is one closed chain that begins at its least point") {
    const char* const text = "a: POLYGON((0 0, 9 0, 9 9, 0 9), (6 3, 3 4, 6 6))\n"
                             "b: POLYGON((6 6, 3 4, 6 3))";
    const Chains chains(layer_of(text));
    REQUIRE(chains.all().size() == 2);
    CHECK(line_of(chains, chains.all()[1]).front() == Point{3, 4});
    CHECK(descriptions(layer_of(text)) ==
          std::multiset<std::string>{"a| LINESTRING(0 0, 9 0, 9 9, 0 9, 0 0)",
                                     "a|b LINESTRING(3 4, 6 6, 6 3, 3 4)"});
}

TEST_CASE("two neighbours have one border between them and one each around") {
    CHECK(descriptions(layer_of("a: POLYGON((0 0, 5 0, 5 3, 5 9, 0 9))\n"
                                "b: POLYGON((5 0, 9 0, 9 9, 5 9, 5 3))")) ==
          std::multiset<std::string>{"a| LINESTRING(5 9, 0 9, 0 0, 5 0)",
                                     "a|b LINESTRING(5 0, 5 3, 5 9)",
                                     "b| LINESTRING(5 0, 9 0, 9 9, 5 9)"});
}

TEST_CASE("features that touch in a point keep whole chains") {
    CHECK(
        descriptions(layer_of("a: POLYGON((0 0, 5 0, 5 5, 0 5))\nb: POLYGON((5 5, 9 5, 9 9, 5 9))"))
            .size() == 2);
}

TEST_CASE("a border without the same vertices on both sides is two one-sided chains") {
    for (const auto& line : descriptions(layer_of("a: POLYGON((0 0, 5 0, 5 9, 0 9))\n"
                                                  "b: POLYGON((5 0, 9 0, 9 9, 5 9, 5 3))")))
        CHECK(line.find("| ") != std::string::npos);
}

TEST_CASE("a hole that is the whole of its shell is a chain with the part on both sides") {
    CHECK(descriptions(layer_of("a: POLYGON((0 0, 9 0, 0 9), (0 0, 9 0, 0 9))")) ==
          std::multiset<std::string>{"a|a LINESTRING(0 0, 0 9, 9 0, 0 0)"});
}

TEST_CASE("a spike is a chain with its part on both sides") {
    const Layer layer = layer_of("a: POLYGON((0 0, 9 0, 9 9, 9 12, 12 12, 9 12, 9 9, 0 9))");
    CHECK(descriptions(layer) ==
          std::multiset<std::string>{"a| LINESTRING(0 0, 9 0, 9 9, 0 9, 0 0)",
                                     "a|a LINESTRING(9 9, 9 12, 12 12)"});
    check_laws(layer);
}

TEST_CASE("a part twice is two one-sided chains, and nothing is dropped") {
    const char* const square = "a: POLYGON((0 0, 5 0, 5 5, 0 5))\n";
    const Layer layer = layer_of(std::string(square) + square);
    CHECK(descriptions(layer).size() == 2);
    check_laws(layer);
}

TEST_CASE("a chain goes on across the first vertices of both rings") {
    // The shared border 5 0 - 5 9 holds the start of b; a starts on it too.
    CHECK(descriptions(layer_of("a: POLYGON((5 3, 5 6, 5 9, 0 9, 0 0, 5 0))\n"
                                "b: POLYGON((5 6, 5 3, 5 0, 9 0, 9 9, 5 9))")) ==
          std::multiset<std::string>{"a| LINESTRING(5 9, 0 9, 0 0, 5 0)",
                                     "a|b LINESTRING(5 0, 5 3, 5 6, 5 9)",
                                     "b| LINESTRING(5 0, 9 0, 9 9, 5 9)"});
}

TEST_CASE("walked on both sides, chains give the edges of the rings and the areas of the parts") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        check_laws(layer_of(test::random_coverage(seed)));
        check_laws(layer_of(test::random_coverage(seed, {.features = 2, .unused_percent = 0})));
        check_laws(layer_of(test::random_rubbish(seed)));
        check_laws(layer_of(test::random_rubbish(seed, {.features = 9, .size = 2})));
    }
}

TEST_CASE("in a layer without overlaps no edge is stored twice") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        const Chains chains(layer_of(test::random_coverage(seed, {.jitter = 2})));
        CHECK(most_often_stored(chains) <= 1);
    }
}

TEST_CASE("chains of a coverage depend on no order, no start vertex and no direction") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        const auto shapes = test::random_coverage(seed, {.features = 3, .jitter = 2});
        CHECK(descriptions(layer_of(shapes)) ==
              descriptions(layer_of(test::shuffled(shapes, seed))));
    }
}

TEST_CASE("chains are maximal: where two meet end to end a side changes or a ring turns away") {
    for (const auto seed : test::seeds(50)) {
        INFO("seed " << seed);
        const Chains chains(layer_of(test::random_coverage(seed, {.jitter = 2})));
        std::map<Point, std::vector<const Chain*>> starts;
        std::map<Point, int> ends;
        for (const Chain& chain : chains.all()) {
            starts[chains.points(chain).front()].push_back(&chain);
            ++ends[chains.points(chain).front()];
            ++ends[chains.points(chain).back()];
        }
        for (const Chain& chain : chains.all())
            for (const Chain* next : starts[chains.points(chain).back()])
                if (next != &chain && ends[chains.points(chain).back()] == 2)
                    CHECK((next->left != chain.left || next->right != chain.right));
    }
}

TEST_CASE("the number of edges and the room they take are those of the chains") {
    const Chains chains(
        layer_of("a: POLYGON((0 0, 5 0, 5 9, 0 9))\nb: POLYGON((5 0, 9 0, 9 9, 5 9))"));
    CHECK(chains.edge_count() == 7);
    CHECK(chains.memory() == 10 * sizeof(Point) + 3 * sizeof(Chain) + 2 * sizeof(layer::FeatureId));
}

} // namespace regio::topology
