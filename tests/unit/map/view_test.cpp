#include "map/sheet.hpp"
#include "map/view.hpp"
#include "tests/support/geometry.hpp"
#include "tests/support/map_world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

namespace regio::map {

namespace {

using kernel::Extent;
using scene::PaperBox;

constexpr PaperBox kFrame{10, 10, 210, 110}; // 200 by 100 mm

/// What fills the frame to this share of its width at 1:scale.
Extent wide(double share, double scale) {
    return {.min_x = 0, .min_y = 0, .max_x = share * 0.2 * scale, .max_y = 1};
}

Extent high(double share, double scale) {
    return {.min_x = 0, .min_y = 0, .max_x = 1, .max_y = share * 0.1 * scale};
}

} // namespace

TEST_CASE("the scales of the list are round and go from fine to coarse") {
    CHECK(std::is_sorted(scale_list().begin(), scale_list().end()));
    CHECK(scale_list().front() == 50'000);
    CHECK(scale_list().back() == 500'000);
    for (const int scale : scale_list())
        CHECK(scale % 25'000 == 0);
}

TEST_CASE("an extent fills a frame as far as it does in its fuller direction") {
    CHECK(fill_of(wide(0.6, 100'000), kFrame, 100'000) == Approx(0.6));
    CHECK(fill_of(high(0.6, 100'000), kFrame, 100'000) == Approx(0.6));
    CHECK(fill_of(high(0.6, 100'000), kFrame, 200'000) == Approx(0.3));
}

TEST_CASE("the finest scale is taken at which the area fills three quarters at most") {
    constexpr double kHair = 1e-9;
    for (std::size_t i = 0; i + 1 < scale_list().size(); ++i) {
        const int scale = scale_list()[i];
        CHECK(fitting_scale(wide(kFullest - kHair, scale), kFrame) == scale);
        CHECK(fitting_scale(wide(kFullest + kHair, scale), kFrame) == scale_list()[i + 1]);
        CHECK(fitting_scale(high(kFullest - kHair, scale), kFrame) == scale);
        CHECK(fitting_scale(high(kFullest + kHair, scale), kFrame) == scale_list()[i + 1]);
    }
}

TEST_CASE("a point is drawn at the finest scale") {
    CHECK(fitting_scale({.min_x = 3, .min_y = 4, .max_x = 3, .max_y = 4}, kFrame) == 50'000);
}

TEST_CASE("at the coarsest scale an area may fill nine tenths, and no more") {
    constexpr double kHair = 1e-9;
    CHECK(fitting_scale(wide(kFullestAtCoarsest - kHair, 500'000), kFrame) == 500'000);
    CHECK(fitting_scale(wide(kFullestAtCoarsest + kHair, 500'000), kFrame) == std::nullopt);
}

TEST_CASE("a kilometre is a kilometre of the scale on the sheet, east right and north up") {
    for (const int scale : scale_list()) {
        const View view({150'000, 200'000}, scale, kFrame);
        const auto here = view.paper({160'000, 210'000});
        const auto east = view.paper({161'000, 210'000});
        const auto north = view.paper({160'000, 211'000});
        CHECK(east.x - here.x == Approx(1e6 / scale));
        CHECK(east.y == here.y);
        CHECK(here.y - north.y == Approx(1e6 / scale));
        CHECK(north.x == here.x);
        CHECK(view.metres(1e6 / scale) == Approx(1000));
    }
}

TEST_CASE("the centre comes in the middle of the frame, the corners of the extent in its corners") {
    const View view({150'000, 200'000}, 75'000, kFrame);
    CHECK(view.paper({150'000, 200'000}) == kFrame.centre());
    const Extent extent = view.extent();
    const auto top_left = view.paper({extent.min_x, extent.max_y});
    const auto bottom_right = view.paper({extent.max_x, extent.min_y});
    CHECK(top_left.x == Approx(kFrame.left));
    CHECK(top_left.y == Approx(kFrame.top));
    CHECK(bottom_right.x == Approx(kFrame.right));
    CHECK(bottom_right.y == Approx(kFrame.bottom));
}

TEST_CASE("polygons are seen with their holes, cut at the frame, and not at all outside it") {
    const View view({0, 0}, 1000, {0, 0, 100, 100}); // a unit is a millimetre
    const auto seen = view.seen(
        test::kUnits, test::polygons_of("MULTIPOLYGON(((-10 -10, 20 -10, 20 20, -10 20), "
                                        "(0 0, 5 0, 5 5, 0 5)), ((60 0, 70 0, 70 9, 60 9)), "
                                        "((40 0, 70 0, 70 9, 40 9)))"));
    REQUIRE(seen.size() == 3);
    const auto right = [](const scene::PaperLine& ring) {
        return std::max_element(ring.begin(), ring.end(),
                                [](const auto& a, const auto& b) { return a.x < b.x; })
            ->x;
    };
    std::vector<double> ends{right(seen[0]), right(seen[1]), right(seen[2])};
    std::sort(ends.begin(), ends.end());
    CHECK(ends == std::vector<double>{55, 70, 100});
}

TEST_CASE("a paper size is found by its name in upper or lower case") {
    REQUIRE(find_paper("a4"));
    CHECK(find_paper("a4")->name == "A4");
    CHECK(find_paper("A0")->width_mm == 1189);
    CHECK_FALSE(find_paper("A9"));
    CHECK_FALSE(find_paper("B4"));
    CHECK_FALSE(find_paper(""));
}

TEST_CASE("on every paper frame, panel and footer lie on the page, apart, 8 mm from its edges") {
    for (const PaperSize& paper : paper_sizes()) {
        INFO(paper.name);
        const Sheet sheet = lay_out(paper, test::print_theme().page);
        CHECK(sheet.page == PaperBox{0, 0, paper.width_mm, paper.height_mm});
        for (const PaperBox& box : {sheet.frame, sheet.panel, sheet.footer}) {
            CHECK(contains(grown(sheet.page, -8), box));
            CHECK(box.width() > 0);
            CHECK(box.height() > 0);
        }
        CHECK_FALSE(overlap(sheet.frame, sheet.panel));
        CHECK_FALSE(overlap(sheet.frame, sheet.footer));
        CHECK_FALSE(overlap(sheet.panel, sheet.footer));
        CHECK(sheet.frame.top == sheet.panel.top);
        CHECK(sheet.frame.bottom == sheet.panel.bottom);
    }
}

} // namespace regio::map
