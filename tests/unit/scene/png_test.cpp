#include "base/error.hpp"
#include "scene/render.hpp"
#include "tests/support/picture.hpp"
#include "tests/support/sample_scene.hpp"

#include <catch2/catch.hpp>

#include <thread>

namespace regio::scene {

namespace {

using test::box_line;
using test::house_fonts;
using test::Picture;
using test::Pixel;

constexpr double kTenPixelsAMillimetre = 254;
constexpr Pixel kWhite = {255, 255, 255};
constexpr Pixel kRed = {255, 0, 0};
constexpr Colour kRedInk = rgb(0xff0000);

/// A sheet of 20 by 10 mm with these things on it.
Scene small_sheet(std::vector<std::variant<Path, Text>> items) {
    return {.width_mm = 20, .height_mm = 10, .groups = {{.id = "g", .items = std::move(items)}}};
}

Picture picture_of(const Scene& scene, double dpi = kTenPixelsAMillimetre) {
    return test::read_png(to_png(scene, house_fonts(), dpi));
}

Picture picture_of(const Path& path) {
    return picture_of(small_sheet({path}));
}

std::size_t count(const Picture& picture, const Pixel& colour) {
    return static_cast<std::size_t>(
        std::count(picture.pixels.begin(), picture.pixels.end(), colour));
}

/// The columns from the first to behind the last with a pixel that is not white.
std::pair<std::size_t, std::size_t> inked_columns(const Picture& picture) {
    std::pair<std::size_t, std::size_t> columns = {picture.width, 0};
    for (std::size_t y = 0; y < picture.height; ++y)
        for (std::size_t x = 0; x < picture.width; ++x)
            if (picture.at(x, y) != kWhite)
                columns = {std::min(columns.first, x), std::max(columns.second, x + 1)};
    return columns;
}

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(0, 4))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

/// The data of a chunk of a PNG file.
std::string_view chunk(std::string_view png, std::string_view name) {
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t size = big_endian(png.substr(at));
        if (png.substr(at + 4, 4) == name)
            return png.substr(at + 8, size);
        at += 12 + size;
    }
    return {};
}

} // namespace

TEST_CASE("a picture has the size of the paper in the resolution asked for, and says so") {
    const std::string png = to_png({.width_mm = 297, .height_mm = 210}, house_fonts(), 150);
    const Picture picture = test::read_png(png);
    CHECK(picture.width == 1754);
    CHECK(picture.height == 1240);
    const std::string_view physical = chunk(png, "pHYs");
    REQUIRE(physical.size() == 9);
    CHECK(big_endian(physical) == 5906);
    CHECK(big_endian(physical.substr(4)) == 5906);
    CHECK(physical[8] == 1);
}

TEST_CASE("a picture has the title in it and no time") {
    const std::string png = to_png({.title = "Zoë"}, house_fonts(), 30);
    CHECK(chunk(png, "iTXt").find("Zoë") != std::string_view::npos);
    CHECK(chunk(png, "tIME").empty());
    CHECK(chunk(to_png({}, house_fonts(), 30), "iTXt").empty());
}

TEST_CASE("an empty scene is its paper") {
    const Picture picture = picture_of(Scene{.width_mm = 2, .height_mm = 1, .paper = kRedInk});
    CHECK(picture.pixels == std::vector<Pixel>(20 * 10, kRed));
}

TEST_CASE("a page smaller than a pixel is a pixel") {
    CHECK(picture_of(Scene{.width_mm = 0.01, .height_mm = 0.01}).pixels.size() == 1);
}

TEST_CASE("a box on the edges of pixels fills them, and no other") {
    const Picture picture = picture_of({.lines = {box_line({2, 3, 7, 5})}, .fill = kRedInk});
    for (std::size_t y = 0; y < picture.height; ++y)
        for (std::size_t x = 0; x < picture.width; ++x) {
            const bool is_inside = x >= 20 && x < 70 && y >= 30 && y < 50;
            REQUIRE(picture.at(x, y) == (is_inside ? kRed : kWhite));
        }
}

TEST_CASE("a ring in a ring is a hole, whichever way it runs") {
    Subpath hole = box_line({4, 4, 6, 6});
    const Path path{.lines = {box_line({2, 2, 8, 8}), hole}, .fill = kRedInk};
    CHECK(count(picture_of(path), kRed) == 60 * 60 - 20 * 20);
    std::reverse(hole.points.begin(), hole.points.end());
    const Path other{.lines = {box_line({2, 2, 8, 8}), hole}, .fill = kRedInk};
    CHECK(count(picture_of(other), kRed) == 60 * 60 - 20 * 20);
}

TEST_CASE("dashes are as long as they say") {
    const Path path{
        .lines = {{.points = {{1, 5}, {19, 5}}}},
        .stroke = Stroke{
            .colour = kRedInk, .width_mm = 1, .dashes_mm = {2, 1}, .cap = Stroke::Cap::Butt}};
    const Picture picture = picture_of(path);
    for (std::size_t x = 0; x < picture.width; ++x) {
        const bool is_on = x >= 10 && x < 190 && (x - 10) % 30 < 20;
        REQUIRE(picture.at(x, 50) == (is_on ? kRed : kWhite));
    }
    CHECK(count(picture, kRed) == 6 * 20 * 10);
}

TEST_CASE("what comes later lies above") {
    const Path below{.lines = {box_line({2, 2, 8, 8})}, .fill = rgb(0x0000ff)};
    const Path above{.lines = {box_line({2, 2, 8, 8})}, .fill = kRedInk};
    CHECK(count(picture_of(small_sheet({below, above})), kRed) == 60 * 60);
}

TEST_CASE("what has no extent is not drawn") {
    const Stroke line{.colour = kRedInk, .width_mm = 1};
    const Scene scene = small_sheet({Path{}, Path{.lines = {{}}, .fill = kRedInk, .stroke = line},
                                     Path{.lines = {{.points = {{5, 5}}}}, .stroke = line},
                                     Path{.lines = {box_line({2, 2, 8, 8})},
                                          .stroke = Stroke{.colour = kRedInk, .width_mm = 0}},
                                     Text{.baseline = {5, 5}, .content = ""},
                                     Text{.baseline = {5, 5}, .content = "x", .size_pt = 0}});
    CHECK(count(picture_of(scene), kWhite) == 200 * 100);
}

TEST_CASE("a text begins, is centred and ends at its point") {
    const Fonts fonts = house_fonts();
    const double half = fonts.width_mm("HHH", Face::Regular, 10) / 2;
    const auto columns_of = [](Anchor anchor) {
        return inked_columns(picture_of(small_sheet(
            {Text{.baseline = {10, 7}, .content = "HHH", .size_pt = 10, .anchor = anchor}})));
    };
    const auto start = columns_of(Anchor::Start);
    const auto middle = columns_of(Anchor::Middle);
    const auto end = columns_of(Anchor::End);
    CHECK(start.first >= 100);
    CHECK(end.second <= 100);
    CHECK(static_cast<double>(start.first - middle.first) == Approx(half * 10).margin(1.1));
    CHECK(static_cast<double>(middle.first - end.first) == Approx(half * 10).margin(1.1));
}

TEST_CASE("a text stands on its baseline, as high as the font says") {
    const Picture picture = picture_of(small_sheet(
        {Text{.baseline = {5, 8}, .content = "H", .face = Face::Semibold, .size_pt = 20}}));
    const double cap = house_fonts().cap_height_mm(Face::Semibold, 20);
    std::size_t top = picture.height;
    std::size_t bottom = 0;
    for (std::size_t y = 0; y < picture.height; ++y)
        for (std::size_t x = 0; x < picture.width; ++x)
            if (picture.at(x, y) != kWhite) {
                top = std::min(top, y);
                bottom = std::max(bottom, y + 1);
            }
    CHECK(bottom == 80);
    CHECK(static_cast<double>(bottom - top) == Approx(cap * 10).margin(1.1));
}

TEST_CASE("a halo lies around letters and leaves them as they are") {
    Text text{.baseline = {5, 8}, .content = "Heg", .size_pt = 16};
    const Picture plain = picture_of(small_sheet({text}));
    text.halo = Text::Halo{.colour = kRedInk, .width_mm = 0.8};
    const Picture haloed = picture_of(small_sheet({text}));
    CHECK(count(haloed, kRed) > 500);
    for (std::size_t i = 0; i < plain.pixels.size(); ++i)
        if (plain.pixels[i] == Pixel{0, 0, 0})
            REQUIRE(haloed.pixels[i] == Pixel{0, 0, 0});
    CHECK(inked_columns(plain).first - inked_columns(haloed).first == 4);
}

TEST_CASE("characters that the font lacks, control characters and broken bytes are drawn somehow") {
    const Picture picture = picture_of(small_sheet({Text{.baseline = {1, 4}, .content = "東\n"},
                                                    Text{.baseline = {1, 8}, .content = "\xff"}}));
    CHECK(count(picture, kWhite) < picture.pixels.size());
}

TEST_CASE("the same scene gives the same picture, in several threads as well") {
    const Scene scene = test::sample_scene();
    const Fonts fonts = house_fonts();
    const std::string once = to_png(scene, house_fonts(), 96);
    std::array<std::string, 4> pictures;
    std::vector<std::thread> threads;
    for (auto& picture : pictures)
        threads.emplace_back([&] { picture = to_png(scene, fonts, 96); });
    for (auto& thread : threads)
        thread.join();
    for (const auto& picture : pictures)
        CHECK((picture == once));
}

TEST_CASE("a picture that is too large is refused with its size") {
    CHECK_THROWS_WITH(to_png({}, house_fonts(), 2400),
                      Catch::Contains("28063 by 19843 pixels is too large"));
    CHECK_THROWS_AS(to_png({.width_mm = 10'000, .height_mm = 1}, house_fonts(), 100), InputError);
}

} // namespace regio::scene
