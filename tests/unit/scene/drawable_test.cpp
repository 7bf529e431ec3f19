#include "scene/drawable.hpp"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <limits>

namespace regio::scene {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Whether the check stops the program; in a process of its own.
bool is_mistake(const Scene& scene) {
    const ::pid_t child = ::fork();
    if (child == 0) {
        static_cast<void>(std::freopen("/dev/null", "w", stderr));
        std::signal(SIGABRT, SIG_DFL); // Catch would report it.
        expect_drawable(scene);
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

bool is_mistake(std::variant<Path, Text> item) {
    return is_mistake(Scene{.groups = {{.items = {std::move(item)}}}});
}

Path line_to(PaperPoint end) {
    return {.lines = {{.points = {{0, 0}, end}}}};
}

Path stroked(Stroke stroke) {
    return {.stroke = std::move(stroke)};
}

} // namespace

TEST_CASE("an empty scene can be drawn, and so can empty things on it") {
    CHECK_FALSE(is_mistake(Scene{}));
    CHECK_FALSE(is_mistake(Path{.lines = {{}}, .stroke = Stroke{}}));
    CHECK_FALSE(is_mistake(Text{}));
}

TEST_CASE("a place that is no number or out of bounds is a mistake of ours") {
    CHECK(is_mistake(line_to({kNan, 0})));
    CHECK(is_mistake(line_to({0, -kInfinity})));
    CHECK(is_mistake(line_to({0, 1.01 * kFurthestMm})));
    CHECK_FALSE(is_mistake(line_to({kFurthestMm, -kFurthestMm})));
    CHECK(is_mistake(Text{.baseline = {0, kNan}}));
}

TEST_CASE("a size that is no number or negative is a mistake of ours") {
    CHECK(is_mistake(Text{.size_pt = kNan}));
    CHECK(is_mistake(Text{.size_pt = -1}));
    CHECK(is_mistake(Text{.halo = Text::Halo{.width_mm = kNan}}));
    CHECK(is_mistake(stroked({.width_mm = -0.1})));
    CHECK_FALSE(is_mistake(stroked({.width_mm = 0})));
}

TEST_CASE("dashes of no length at all are a mistake of ours") {
    CHECK(is_mistake(stroked({.dashes_mm = {0, 0}})));
    CHECK(is_mistake(stroked({.dashes_mm = {1, kNan}})));
    CHECK_FALSE(is_mistake(stroked({.dashes_mm = {0, 1}})));
}

TEST_CASE("a page without an area is a mistake of ours") {
    CHECK(is_mistake(Scene{.width_mm = 0}));
    CHECK(is_mistake(Scene{.height_mm = kNan}));
}

} // namespace regio::scene
