// The themes that travel with the program, as their files have them.

#include "map/style.hpp"
#include "tests/support/map_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace regio::map {

namespace {

using scene::Colour;
using scene::contrast;

constexpr double kText = 4.5; ///< Success criterion 1.4.3 of WCAG 2.1.
constexpr double kLine = 3;   ///< Success criterion 1.4.11.
constexpr double kApart = 5;  ///< In CIE L*a*b*: twice what is just seen.

/// Runs the checks on each theme.
template <class Check>
void for_each_theme(const Check& check) {
    const auto names = theme_names(test::kThemes);
    REQUIRE(names == std::vector<std::string>{"greyscale", "high-contrast", "print", "web"});
    for (const auto& name : names) {
        INFO("theme " << name);
        check(read_theme(std::string(test::kThemes) + "/" + name, test::kThemes));
    }
}

/// All that names are written on and lines are drawn over.
std::vector<Colour> grounds(const Theme& theme) {
    return {theme.paper,         theme.land,        theme.member.fill,
            theme.outsider.fill, theme.former.fill, theme.former_outsider.fill,
            theme.excess.fill,   theme.abroad.fill, theme.wallonia.fill,
            theme.brussels.fill, theme.sea.fill};
}

// How colours look to readers who lack one kind of cone, in linear sRGB: Machado, Oliveira and
// Fernandes (2009), at full severity. The first is for those who lack none.
using Matrix = std::array<std::array<double, 3>, 3>;
constexpr std::array<Matrix, 3> kEyes = {Matrix{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
                                         Matrix{{{0.152286, 1.052583, -0.204868},
                                                 {0.114503, 0.786281, 0.099216},
                                                 {-0.003882, -0.048116, 1.051998}}}, // protanopia
                                         Matrix{{{0.367322, 0.860646, -0.227968},
                                                 {0.280085, 0.672501, 0.047413},
                                                 {-0.011820, 0.042940, 0.968881}}}}; // deuteranopia

double linear(double channel) {
    const double value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// CIE L*, a* and b* (1976) for a white of D65, as these eyes see the colour.
std::array<double, 3> lab(Colour colour, const Matrix& eyes) {
    constexpr Matrix kXyz = {{{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
                              {0.2126729, 0.7151522, 0.0721750},
                              {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}}};
    const auto times = [](const Matrix& matrix, const std::array<double, 3>& value) {
        std::array<double, 3> product{};
        for (std::size_t i = 0; i < product.size(); ++i)
            for (std::size_t j = 0; j < value.size(); ++j)
                product[i] += matrix[i][j] * value[j];
        return product;
    };
    auto seen = times(eyes, {linear(colour.red), linear(colour.green), linear(colour.blue)});
    for (double& channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    auto xyz = times(kXyz, seen);
    for (double& value : xyz)
        value = value > 0.008856 ? std::cbrt(value) : 7.787 * value + 16.0 / 116;
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double lightness(Colour colour) {
    return lab(colour, kEyes[0])[0];
}

double difference(Colour one, Colour other, const Matrix& eyes) {
    const auto a = lab(one, eyes);
    const auto b = lab(other, eyes);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// The directions of lines, each from 0 to 180 degrees.
std::vector<double> directions(const HatchedFill& fill) {
    std::vector<double> angles;
    for (const Hatch& hatch : fill.hatches)
        angles.push_back(std::fmod(hatch.angle_degrees + 360, 180));
    std::sort(angles.begin(), angles.end());
    return angles;
}

std::vector<Colour> plain_areas(const Theme& theme) {
    return {theme.land, theme.sea.fill, theme.abroad.fill, theme.wallonia.fill,
            theme.brussels.fill};
}

bool is_grey(Colour colour) {
    return colour.red == colour.green && colour.green == colour.blue;
}

} // namespace

TEST_CASE("lightness is that of CIE 1976") {
    CHECK(lightness(scene::rgb(0xffffff)) == Approx(100).margin(0.01));
    CHECK(lightness(scene::rgb(0x000000)) == Approx(0).margin(0.01));
    CHECK(lightness(scene::rgb(0x777777)) == Approx(50.03).margin(0.05));
}

TEST_CASE("texts can be read on every ground of every theme") {
    for_each_theme([](const Theme& theme) {
        for (const Colour ground : grounds(theme)) {
            INFO(to_hex(ground));
            CHECK(contrast(theme.ink, ground) >= kText);
            CHECK(contrast(theme.quiet_ink, ground) >= kText);
        }
        CHECK(contrast(theme.sea_ink, theme.sea.fill) >= kText);
    });
}

TEST_CASE("borders of areas, regions and municipalities can be seen on every ground") {
    for_each_theme([](const Theme& theme) {
        for (const Colour ground : grounds(theme)) {
            INFO(to_hex(ground));
            CHECK(contrast(theme.area.stroke.colour, ground) >= kLine);
            CHECK(contrast(theme.region.stroke.colour, ground) >= kLine);
            CHECK(contrast(theme.municipality.colour, ground) >= kLine);
            CHECK(contrast(theme.leader.stroke.colour, ground) >= kLine);
        }
        for (const LineSymbol& line : {theme.area, theme.region, theme.leader})
            CHECK(contrast(line.stroke.colour, line.casing.value().colour) >= kLine);
        CHECK(contrast(theme.frame.colour, theme.paper) >= kLine);
        CHECK(contrast(theme.inset_frame, theme.abroad.fill) >= kLine);
    });
}

TEST_CASE("where the outline of the area runs along a border of regions both can be seen") {
    for_each_theme([](const Theme& theme) {
        CHECK(contrast(theme.region.stroke.colour, theme.area.stroke.colour) >= kLine);
    });
}

// Members are told from other municipalities by the outline of the area; those that lie outside
// their region are told from them by their hatch.
TEST_CASE("the hatch of members outside the main region can be seen on its fill") {
    for_each_theme([](const Theme& theme) {
        for (const HatchedFill& fill : {theme.outsider, theme.former_outsider, theme.excess}) {
            REQUIRE_FALSE(fill.hatches.empty());
            for (const Hatch& hatch : fill.hatches)
                CHECK(contrast(hatch.colour, fill.fill) >= kLine);
        }
    });
}

TEST_CASE("the edge of excess can be seen on its fill, and beside its lines") {
    for_each_theme([](const Theme& theme) {
        CHECK(contrast(theme.excess_edge.colour, theme.excess.fill) >= kLine);
        CHECK(contrast(theme.excess_edge.colour, theme.land) >= kLine);
        // Its sides run along the outline and the border of a region, which cover half of it.
        CHECK(theme.least_excess_mm >
              (theme.area.stroke.width_mm + theme.region.stroke.width_mm) / 2 +
                  theme.excess_edge.width_mm);
    });
}

TEST_CASE("classes of members differ in the direction of their lines or in how dark these are") {
    constexpr double kDarker = 15; // of L*
    for_each_theme([](const Theme& theme) {
        const std::array fills{theme.member, theme.outsider, theme.former, theme.former_outsider,
                               theme.excess};
        for (std::size_t i = 0; i < fills.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                CAPTURE(i, j);
                CHECK((directions(fills[i]) != directions(fills[j]) ||
                       std::abs(lightness(fills[i].hatches.front().colour) -
                                lightness(fills[j].hatches.front().colour)) >= kDarker));
            }
    });
}

TEST_CASE("what lies around is told apart by eyes of all kinds") {
    for_each_theme([](const Theme& theme) {
        const auto areas = plain_areas(theme);
        for (std::size_t i = 0; i < areas.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                for (const Matrix& eyes : kEyes) {
                    INFO(to_hex(areas[i]) << " " << to_hex(areas[j]));
                    CHECK(difference(areas[i], areas[j], eyes) >= kApart);
                }
    });
}

TEST_CASE("the theme without colour has greys only, and tells all areas by lightness") {
    const Theme theme = read_theme(std::string(test::kThemes) + "/greyscale", test::kThemes);
    for (const Colour ground : grounds(theme))
        CHECK(is_grey(ground));
    for (const HatchedFill& fill :
         {theme.member, theme.outsider, theme.former, theme.former_outsider, theme.excess})
        for (const Hatch& hatch : fill.hatches)
            CHECK(is_grey(hatch.colour));
    for (const LineSymbol& line : {theme.area, theme.region, theme.leader}) {
        CHECK(is_grey(line.stroke.colour));
        CHECK(is_grey(line.casing.value().colour));
    }
    for (const AreaSymbol& area : {theme.sea, theme.abroad, theme.wallonia, theme.brussels})
        CHECK(is_grey(area.border.colour));
    for (const Colour colour :
         {theme.ink, theme.quiet_ink, theme.sea_ink, theme.inset_frame, theme.municipality.colour,
          theme.frame.colour, theme.excess_edge.colour})
        CHECK(is_grey(colour));
    const auto areas = plain_areas(theme);
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            CHECK(std::abs(lightness(areas[i]) - lightness(areas[j])) >= kApart);
}

TEST_CASE("the theme for low vision has texts of the enhanced contrast of WCAG 2.1") {
    constexpr double kEnhanced = 7; // success criterion 1.4.6
    const Theme theme = read_theme(std::string(test::kThemes) + "/high-contrast", test::kThemes);
    for (const Colour ground : grounds(theme))
        for (const Colour ink : {theme.ink, theme.quiet_ink})
            CHECK(contrast(ink, ground) >= kEnhanced);
    CHECK(contrast(theme.sea_ink, theme.sea.fill) >= kEnhanced);
}

TEST_CASE("the widths of municipal, regional and outer borders go up in steps") {
    for_each_theme([](const Theme& theme) {
        CHECK(theme.municipality.width_mm * 2 <= theme.region.stroke.width_mm);
        CHECK(theme.region.stroke.width_mm * 1.3 <= theme.area.stroke.width_mm);
    });
}

TEST_CASE("what is drawn lies within a fifth of a millimetre of the border it stands for") {
    for_each_theme([](const Theme& theme) { CHECK(theme.tolerance_mm < 0.2); });
}

} // namespace regio::map
