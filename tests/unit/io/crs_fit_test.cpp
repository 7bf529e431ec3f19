// Whether a projected system serves the place that a layer lies in.

#include "io/crs_fit.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>

namespace regio::io {

namespace {

using kernel::Extent;

Extent extent(double min_x, double min_y, double max_x, double max_y) {
    return {.min_x = min_x, .min_y = min_y, .max_x = max_x, .max_y = max_y};
}

CrsFit fit(const std::string& code, const Extent& area) {
    return fits_of(Crs::parse(code, "a.gpkg"), std::array{area}).front();
}

// Flanders, in the coordinates of several systems.
const Extent kLambert72 = extent(21'991, 153'059, 258'879, 244'027);
const Extent kLambert2008 = extent(521'991, 653'063, 758'879, 744'031);
const Extent kEurope = extent(3'799'000, 3'063'000, 4'032'000, 3'170'000);
const Extent kWebMercator = extent(282'000, 6'567'000, 658'000, 6'713'000);

} // namespace

TEST_CASE("the systems of Belgium and that of Europe serve Flanders", "[crs]") {
    CHECK(fit("EPSG:31370", kLambert72).is_good());
    CHECK(fit("EPSG:3812", kLambert2008).is_good());
    CHECK(fit("EPSG:3035", kEurope).is_good());
}

TEST_CASE("a system that counts longitudes from Paris, in grads, serves France", "[crs]") {
    CHECK(fit("EPSG:27572", extent(500'000, 2'300'000, 700'000, 2'500'000)).is_good());
    CHECK_FALSE(
        fit("EPSG:27572", extent(-3'000'000, 2'300'000, -2'900'000, 2'500'000)).is_in_area_of_use);
}

TEST_CASE("a system of equal areas has a scale of one", "[crs]") {
    CHECK(fit("EPSG:3035", kEurope).areal_scale == Approx(1).epsilon(1e-6));
}

TEST_CASE("Web Mercator makes areas in Flanders two and a half times too large", "[crs]") {
    const CrsFit mercator = fit("EPSG:3857", kWebMercator);
    CHECK(mercator.is_in_area_of_use);
    CHECK(mercator.areal_scale == Approx(2.53).epsilon(0.01));
    CHECK_FALSE(mercator.is_good());
}

TEST_CASE("degrees that are taken for metres lie where the system does not serve", "[crs]") {
    const CrsFit degrees = fit("EPSG:31370", extent(3, 50, 4, 51));
    CHECK_FALSE(degrees.is_in_area_of_use);
    CHECK_FALSE(degrees.is_good());
}

TEST_CASE("a system of another part of the world does not serve Flanders", "[crs]") {
    const CrsFit pacific = fit("EPSG:32610", extent(3'960'000, 12'830'000, 4'090'000, 13'000'000));
    CHECK_FALSE(pacific.is_in_area_of_use);
    CHECK_FALSE(pacific.is_good());
}

TEST_CASE("coordinates far from all that a system serves are not in its area of use", "[crs]") {
    CHECK_FALSE(fit("EPSG:31370", kLambert2008).is_good());
    CHECK_FALSE(fit("EPSG:3812", kLambert72).is_good());
}

TEST_CASE("each of several places is judged by itself", "[crs]") {
    const auto fits = fits_of(Crs::parse("EPSG:31370", "a.gpkg"),
                              std::array{kLambert72, extent(3, 50, 4, 51), kLambert72});
    REQUIRE(fits.size() == 3);
    CHECK(fits[0].is_good());
    CHECK_FALSE(fits[1].is_good());
    CHECK(fits[2].areal_scale == fits[0].areal_scale);
}

TEST_CASE("nothing is served by every system", "[crs]") {
    CHECK(fit("EPSG:31370", kernel::Extent()).is_good());
}

TEST_CASE("a place is judged by itself when it is a point", "[crs]") {
    CHECK(fit("EPSG:31370", extent(150'000, 200'000, 150'000, 200'000)).is_good());
}

TEST_CASE("coordinates that are no place on earth are served by nothing", "[crs]") {
    CHECK_FALSE(fit("EPSG:31370", extent(1e30, 1e30, 1e30, 1e30)).is_good());
    CHECK_FALSE(fit("EPSG:3035", extent(-1e300, -1e300, 1e300, -1e300)).is_good());
}

TEST_CASE("a fit is good within a hundredth and within the area of use", "[crs]") {
    CHECK(CrsFit{}.is_good());
    CHECK(CrsFit{.areal_scale = 1.009}.is_good());
    CHECK_FALSE(CrsFit{.areal_scale = 1.011}.is_good());
    CHECK_FALSE(CrsFit{.areal_scale = 0.989}.is_good());
    CHECK_FALSE(CrsFit{.is_in_area_of_use = false}.is_good());
}

} // namespace regio::io
