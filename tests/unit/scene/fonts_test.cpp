#include "base/error.hpp"
#include "scene/fonts.hpp"
#include "tests/support/sample_scene.hpp"
#include "tests/support/scratch.hpp"

#include <catch2/catch.hpp>

#include <array>

namespace regio::scene {

namespace {

using test::house_fonts;
using test::Scratch;

constexpr std::array kFaces = {Face::Regular, Face::Semibold, Face::Italic};
const std::filesystem::path kFolder = REGIO_SOURCE_DIR "/styles/fonts";

std::string refusal_of(const Fonts::Files& files) {
    try {
        const Fonts fonts(files);
    } catch (const InputError& error) {
        CHECK_THAT(error.hint(), Catch::Contains("styles/fonts"));
        return error.what();
    }
    return "";
}

Fonts::Files files_with(const std::filesystem::path& semibold) {
    return {{kFolder / "SourceSans3-Regular.ttf", semibold, kFolder / "SourceSans3-It.ttf"}};
}

/// The font with one letter of its names changed: two bytes each, as Windows has them.
std::string with_other_family(std::string bytes) {
    const std::string name("S\0a\0n\0s\0 \0003", 11);
    std::size_t changes = 0;
    for (auto at = bytes.find(name); at != std::string::npos; at = bytes.find(name, at + 1)) {
        bytes[at] = 'Z';
        ++changes;
    }
    REQUIRE(changes > 0);
    return bytes;
}

} // namespace

TEST_CASE("the family is what all faces share") {
    CHECK(house_fonts().family() == "Source Sans 3");
}

TEST_CASE("a width is the sum of widths where no letters are kerned") {
    const Fonts fonts = house_fonts();
    for (const Face face : kFaces) {
        const double n = fonts.width_mm("n", face, 10);
        CHECK(n > 1);
        CHECK(fonts.width_mm("nnnn", face, 10) == Approx(4 * n));
        CHECK(fonts.width_mm("", face, 10) == 0);
    }
}

TEST_CASE("a width grows with the size of the font") {
    const Fonts fonts = house_fonts();
    CHECK(fonts.width_mm("Oostende", Face::Regular, 20) ==
          Approx(2 * fonts.width_mm("Oostende", Face::Regular, 10)));
}

TEST_CASE("kerned letters stand closer than each by itself") {
    const Fonts fonts = house_fonts();
    CHECK(fonts.width_mm("AV", Face::Regular, 10) <
          fonts.width_mm("A", Face::Regular, 10) + fonts.width_mm("V", Face::Regular, 10));
}

TEST_CASE("a width does not depend on the language of the environment") {
    const double before = house_fonts().width_mm("ijsje fi", Face::Italic, 10);
    ::setenv("LC_ALL", "tr_TR.UTF-8", 1);
    const double after = house_fonts().width_mm("ijsje fi", Face::Italic, 10);
    ::unsetenv("LC_ALL");
    CHECK(before == after);
}

TEST_CASE("glyphs stand one behind the other and know their bytes") {
    const Fonts fonts = house_fonts();
    const auto glyphs = fonts.shape("Zoë!", Face::Regular);
    REQUIRE(glyphs.size() == 4);
    CHECK(glyphs[0].x == 0);
    CHECK(glyphs[3].cluster == 4);
    for (std::size_t i = 1; i < glyphs.size(); ++i) {
        CHECK(glyphs[i - 1].x < glyphs[i].x);
        CHECK(glyphs[i - 1].cluster < glyphs[i].cluster);
    }
}

TEST_CASE("capitals rise and tails hang by part of the font size") {
    const Fonts fonts = house_fonts();
    for (const Face face : kFaces) {
        const double em = 10 * kMillimetresPerPoint;
        CHECK(fonts.cap_height_mm(face, 10) == Approx(0.66 * em).epsilon(0.05));
        CHECK(fonts.descent_mm(face, 10) > 0.18 * em);
        CHECK(fonts.descent_mm(face, 10) < 0.30 * em);
    }
}

TEST_CASE("characters without a glyph are named once, in order") {
    const Fonts fonts = house_fonts();
    CHECK(fonts.missing("Çà-et-là", Face::Regular).empty());
    CHECK(fonts.missing("東京東 a 京", Face::Regular) == U"東京");
}

TEST_CASE("any bytes can be shaped and measured") {
    const Fonts fonts = house_fonts();
    CHECK(fonts.width_mm("\xff\xfe", Face::Regular, 10) >= 0);
    CHECK(fonts.shape("\xff", Face::Regular).size() == 1);
    CHECK(fonts.missing("\xff\xe6", Face::Regular) == fonts.missing("\uFFFD", Face::Regular));
}

TEST_CASE("a font that is not there is refused by its path") {
    CHECK_THAT(refusal_of(files_with("/nowhere/font.ttf")),
               Catch::Contains("/nowhere/font.ttf") && Catch::Contains("No such file"));
}

TEST_CASE("a folder is no font") {
    CHECK_THAT(refusal_of(files_with(kFolder)), Catch::Contains("Is a directory"));
}

TEST_CASE("what is no font is refused by its path") {
    const Scratch scratch;
    scratch.write("page.ttf", "<html>");
    scratch.write("empty.ttf", "");
    CHECK_THAT(refusal_of(files_with(scratch.path("page.ttf"))), Catch::Contains("is not a"));
    CHECK_THAT(refusal_of(files_with(scratch.path("empty.ttf"))), Catch::Contains("is not a"));
}

TEST_CASE("a font that is cut short is refused") {
    const Scratch scratch;
    const Fonts fonts = house_fonts();
    scratch.write("short.ttf", fonts.bytes(Face::Regular).substr(0, 5000));
    CHECK_THAT(refusal_of(files_with(scratch.path("short.ttf"))), Catch::Contains("short.ttf"));
}

TEST_CASE("faces of two families are refused") {
    const Scratch scratch;
    scratch.write("other.ttf", with_other_family(std::string(house_fonts().bytes(Face::Semibold))));
    CHECK_THAT(refusal_of(files_with(scratch.path("other.ttf"))),
               Catch::Contains("family") && Catch::Contains("Source Sans 3"));
}

} // namespace regio::scene
