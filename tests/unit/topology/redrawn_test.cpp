#include "coverage/outline.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/random_layers.hpp"
#include "topology/chains.hpp"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

namespace regio::topology {

namespace {

using kernel::Point;
using kernel::RingView;

void as_it_is(RingView line, std::vector<Point>& points) {
    points.insert(points.end(), line.begin(), line.end());
}

/// With a bend in the middle of each edge.
void with_bends(RingView line, std::vector<Point>& points) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point middle{(line[i].x + line[i + 1].x) / 2, (line[i].y + line[i + 1].y) / 2};
        points.insert(points.end(), {line[i], {middle.x + 1, middle.y - 1}});
    }
    points.push_back(line.back());
}

std::vector<Point> points_of(const Chains& chains, std::size_t place) {
    const auto points = chains.points(chains.all()[place]);
    return {points.begin(), points.end()};
}

/// Whether a piece of work breaks a contract, which ends the process that does it.
template <typename Work>
bool breaks_contract(const Work& work) {
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        close(STDERR_FILENO);
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

} // namespace

TEST_CASE("chains redrawn with their own points are the same") {
    for (const auto seed : test::seeds(20)) {
        INFO("seed " << seed);
        const auto layer = test::layer_of(test::random_coverage(seed));
        const Chains chains(layer);
        const Chains same = chains.redrawn(as_it_is);
        REQUIRE(same.all().size() == chains.all().size());
        CHECK(same.edge_count() == chains.edge_count());
        CHECK(same.lattice() == chains.lattice());
        for (std::size_t i = 0; i < chains.all().size(); ++i)
            CHECK(points_of(same, i) == points_of(chains, i));
    }
}

TEST_CASE("redrawn chains keep their sides and features, and have the new points") {
    const auto layer = test::layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                      "b: POLYGON((10 0, 20 0, 20 10, 10 10))");
    const Chains chains(layer);
    const Chains redrawn = chains.redrawn(with_bends);
    REQUIRE(redrawn.all().size() == 3);
    CHECK(redrawn.feature_count() == 2);
    CHECK(redrawn.part_count() == 2);
    for (std::size_t i = 0; i < 3; ++i) {
        const Chain& chain = chains.all()[i];
        const Chain& other = redrawn.all()[i];
        CHECK(other.left == chain.left);
        CHECK(other.right == chain.right);
        CHECK(redrawn.feature_of(other.left) == chains.feature_of(chain.left));
        const auto own = points_of(chains, i);
        std::vector<Point> expected;
        with_bends(own, expected);
        CHECK(points_of(redrawn, i) == expected);
    }
}

TEST_CASE("neighbours of redrawn chains share their border point by point") {
    const auto layer = test::layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                      "b: POLYGON((10 0, 20 0, 20 10, 10 10))");
    const Chains redrawn = Chains(layer).redrawn(with_bends);
    const coverage::Outliner outliner(redrawn);
    const std::vector<layer::FeatureId> both{layer::FeatureId{0}, layer::FeatureId{1}};
    const auto whole = moments(outliner.outline(both)).twice_area;
    const auto a = moments(outliner.outline({&both[0], 1})).twice_area;
    const auto b = moments(outliner.outline({&both[1], 1})).twice_area;
    CHECK(a + b == whole);
    CHECK(outliner.outline(both).size() == 1);
}

TEST_CASE("a line that is redrawn without its ends, or as a point, breaks the contract") {
    const auto layer = test::layer_of("a: POLYGON((0 0, 10 0, 10 10, 0 10))\n"
                                      "b: POLYGON((10 0, 20 0, 20 10, 10 10))");
    const Chains chains(layer);
    const auto redraw = [&](const Chains::Redraw& with) {
        return breaks_contract([&] { static_cast<void>(chains.redrawn(with)); });
    };
    CHECK_FALSE(redraw(as_it_is));
    CHECK(redraw([](RingView line, auto& points) { points.push_back(line.front()); }));
    CHECK(redraw([](RingView line, auto& points) {
        points.insert(points.end(), {line.front(), Point{99, 99}});
    }));
    CHECK(redraw([](RingView line, auto& points) {
        points.insert(points.end(), {Point{99, 99}, line.back()});
    }));
    CHECK(redraw([](RingView, auto&) {}));
}

} // namespace regio::topology
