#include "map/scale_bar.hpp"
#include "map/view.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/sample_scene.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace regio::map {

namespace {

constexpr std::array kLengths = {5.0, 10.0, 23.0, 42.0, 100.0, 250.0};

/// Between 1 and 10, with its power of ten gone.
double leading(double value) {
    return value / std::pow(10, std::floor(std::log10(value) + 1e-12));
}

bool is_round(double value) {
    const std::array steps = {1.0, 2.0, 5.0};
    return std::any_of(steps.begin(), steps.end(),
                       [&](double step) { return std::abs(leading(value) - step) < 1e-9; });
}

double next_round(double value) {
    const double first = leading(value);
    return value * (first < 1.5 || first > 4.5 ? 2 : 2.5);
}

std::vector<std::string> texts_of(const ScaleBar& bar, int scale, Language language) {
    scene::Group group;
    draw_scale_bar(group, bar, scale, 5, 7, language, test::print_theme(), test::house_fonts());
    std::vector<std::string> texts;
    for (const auto& item : group.items)
        if (const auto* text = std::get_if<scene::Text>(&item))
            texts.push_back(text->content);
    return texts;
}

} // namespace

TEST_CASE("a scale bar is as long on the sheet as its figure says, to a billionth") {
    for (const int scale : scale_list())
        for (const double most : kLengths) {
            const ScaleBar bar = fitting_scale_bar(scale, most);
            CHECK(std::abs(bar.mm * scale / 1000 / bar.metres - 1) < 1e-9);
        }
}

TEST_CASE("a scale bar has a round length, the longest that is no longer than asked") {
    for (const int scale : scale_list())
        for (const double most : kLengths) {
            INFO("1:" << scale << ", " << most << " mm");
            const ScaleBar bar = fitting_scale_bar(scale, most);
            CHECK(is_round(bar.metres));
            CHECK(bar.mm <= most);
            CHECK(next_round(bar.metres) * 1000 / scale > most);
        }
}

TEST_CASE("a scale bar of just the length asked for is taken") {
    CHECK(fitting_scale_bar(100'000, 50).metres == 5000);
    CHECK(fitting_scale_bar(100'000, 49.999).metres == 2000);
    CHECK(fitting_scale_bar(100'000, 19.999).metres == 1000);
}

TEST_CASE("figures have a decimal comma in Dutch and a point in English") {
    const ScaleBar bar = fitting_scale_bar(50'000, 39);
    using Texts = std::vector<std::string>;
    CHECK(texts_of(bar, 50'000, Language::Dutch) ==
          Texts{"0", "0,5", "1", "km", "Schaal 1:50\u00a0000"});
    CHECK(texts_of(bar, 50'000, Language::English) ==
          Texts{"0", "0.5", "1", "km", "Scale 1:50\u00a0000"});
    CHECK(texts_of(fitting_scale_bar(300'000, 42), 300'000, Language::Dutch) ==
          Texts{"0", "5", "10", "km", "Schaal 1:300\u00a0000"});
}

TEST_CASE("the fields drawn are together as long as the bar, and the dark ones half of it") {
    const ScaleBar bar = fitting_scale_bar(150'000, 42);
    scene::Group group;
    draw_scale_bar(group, bar, 150'000, 5, 7, Language::Dutch, test::print_theme(),
                   test::house_fonts());
    std::vector<double> filled_mm;
    for (const auto& item : group.items) {
        const auto* path = std::get_if<scene::Path>(&item);
        if (path == nullptr || !path->fill)
            continue;
        double width = 0;
        for (const auto& line : path->lines) {
            const auto [least, greatest] =
                std::minmax_element(line.points.begin(), line.points.end(),
                                    [](const auto& a, const auto& b) { return a.x < b.x; });
            width += greatest->x - least->x;
            CHECK(least->x >= 5 - 1e-9);
        }
        filled_mm.push_back(width);
    }
    REQUIRE(filled_mm.size() == 2);
    CHECK(filled_mm[0] == Approx(bar.mm));
    CHECK(filled_mm[1] == Approx(bar.mm / 2));
}

TEST_CASE("a north arrow points up, in a box of 6 by 9 mm") {
    scene::Group group;
    draw_north_arrow(group, 20, 30, test::print_theme());
    scene::PaperPoint tip{0, 1000};
    for (const auto& item : group.items)
        if (const auto* path = std::get_if<scene::Path>(&item))
            for (const auto& line : path->lines)
                for (const auto& point : line.points) {
                    CHECK(contains(scene::PaperBox{20, 30, 26, 39}, point));
                    if (point.y < tip.y)
                        tip = point;
                }
    CHECK(tip.x == 23);
}

} // namespace regio::map
