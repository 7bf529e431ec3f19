#include "io/ogr_curves.hpp"
#include "io/ogr_geometry.hpp"

#include <catch2/catch.hpp>

#include <cmath>

namespace regio::io {

namespace {

/// A circle around (radius, 0) as straight lines.
std::vector<kernel::Position> circle(double radius, double tolerance) {
    const OgrGeometry curve(OGR_G_CreateGeometry(wkbCircularString));
    for (const double x : {0.0, 2 * radius, 0.0})
        OGR_G_AddPoint_2D(curve.get(), x, 0);
    std::vector<kernel::Position> positions;
    append_linearised(curve.get(), tolerance, positions);
    return positions;
}

} // namespace

TEST_CASE("an arc becomes lines that lie no further from it than the tolerance") {
    constexpr double kRadius = 1000;
    const auto positions = circle(kRadius, 0.01);
    REQUIRE(positions.size() > 100);
    CHECK(positions.front() == positions.back());
    for (std::size_t i = 0; i + 1 < positions.size(); ++i) {
        const double x = (positions[i].x + positions[i + 1].x) / 2;
        const double y = (positions[i].y + positions[i + 1].y) / 2;
        REQUIRE(kRadius - std::hypot(x - kRadius, y) <= 0.01);
    }
}

TEST_CASE("a circle that no map holds becomes a bounded number of lines") {
    CHECK(circle(1e14, 0.01).size() <= kMostLinesOfCircle + 1);
}

} // namespace regio::io
