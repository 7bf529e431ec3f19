#include "scene/svg_path.hpp"

#include <catch2/catch.hpp>

#include <locale>

namespace regio::scene {

namespace {

constexpr auto kOpen = Subpath::Ends::Open;
constexpr auto kClosed = Subpath::Ends::Closed;

std::string data_of(PaperLine points, Subpath::Ends ends = kOpen) {
    return svg_path_data({{.points = std::move(points), .ends = ends}});
}

} // namespace

TEST_CASE("a length has no more characters than it takes") {
    CHECK(svg_length(0) == "0");
    CHECK(svg_length(-0.0001) == "0");
    CHECK(svg_length(12) == "12");
    CHECK(svg_length(12.5) == "12.5");
    CHECK(svg_length(-0.25) == "-.25");
    CHECK(svg_length(0.005) == ".005");
    CHECK(svg_length(1.0206) == "1.021");
    CHECK(svg_length(100.1) == "100.1");
}

TEST_CASE("a path is written in steps") {
    CHECK(data_of({{1, 2}, {3, 5}, {4, 4}}) == "M1 2l2 3 1-1");
    CHECK(data_of({{1, 2}, {3, 2}, {3, 4}}, kClosed) == "M1 2h2v2z");
}

TEST_CASE("steps do not drift") {
    PaperLine points;
    for (int i = 0; i <= 10'000; ++i)
        points.push_back({i * 0.0014, 0});
    std::string data = data_of(points);
    double end = 0;
    REQUIRE(data.starts_with("M0 0h"));
    data = data.substr(5);
    for (std::size_t at = 0; at < data.size();) {
        std::size_t used = 0;
        end += std::stod(data.substr(at, 12), &used);
        at += used;
    }
    CHECK(end == Approx(14).margin(1e-6));
}

TEST_CASE("points that round to one are written once") {
    CHECK(data_of({{1, 1}, {1.0001, 1}, {2, 1}, {2, 1}}) == "M1 1h1");
}

TEST_CASE("a line that rounds to a point stays a dot") {
    CHECK(data_of({{1, 1}, {1.0001, 1}}) == "M1 1l0 0");
}

TEST_CASE("a line of fewer than two points is nothing") {
    CHECK(svg_path_data({}).empty());
    CHECK(data_of({}).empty());
    CHECK(data_of({{1, 1}}, kClosed).empty());
}

TEST_CASE("each line of a path begins at a place of its own") {
    CHECK(svg_path_data({{.points = {{0, 0}, {1, 1}}, .ends = kOpen},
                         {.points = {{5, 5}, {6, 6}}, .ends = kClosed}}) == "M0 0l1 1M5 5l1 1z");
}

} // namespace regio::scene
