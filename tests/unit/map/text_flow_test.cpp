#include "map/text_flow.hpp"
#include "map/words.hpp"
#include "tests/support/random_layers.hpp"
#include "tests/support/sample_scene.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace regio::map {

namespace {

using Lines = std::vector<std::string>;

const scene::Fonts& fonts() {
    static const scene::Fonts kFonts = test::house_fonts();
    return kFonts;
}

double width_of(const std::string& text, const TextStyle& style = {}) {
    return fonts().width_mm(text, style.face, style.size_pt);
}

Lines wrap(std::string_view text, double width_mm) {
    return wrapped(text, width_mm, {}, fonts());
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

std::string together(const Lines& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line;
    return text;
}

/// Words of all lengths with hyphens, letters of several bytes and rows of spaces.
std::string random_text(std::uint32_t seed) {
    constexpr std::array kPieces = {"a", "ge", "meen", "te", "-",  "é",
                                    "ë", "Wm", " ",    " ",  "  ", "·"};
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += kPieces[piece(random)];
    return text;
}

} // namespace

TEST_CASE("nothing to write gives no lines") {
    CHECK(wrap("", 50).empty());
    CHECK(wrap("   ", 50).empty());
}

TEST_CASE("a text that fits is one line, one that is wider breaks at a space") {
    const std::string text = "Werkingsgebied van IVIO";
    const double width = width_of(text);
    CHECK(wrap(text, width + 0.001) == Lines{text});
    CHECK(wrap(text, width - 0.001) == Lines{"Werkingsgebied van", "IVIO"});
}

TEST_CASE("a space that does not break keeps its words on one line") {
    CHECK(wrap("op 31\u00a0december\u00a02024", width_of("31\u00a0december\u00a02024") + 0.1) ==
          Lines{"op", "31\u00a0december\u00a02024"});
}

TEST_CASE("a word that is too wide breaks behind a hyphen, one without where it must") {
    CHECK(wrap("Scherpenheuvel-Zichem", width_of("Scherpenheuvel-Zi")) ==
          Lines{"Scherpenheuvel-", "Zichem"});
    CHECK(wrap("Scherpenheuvel", width_of("Scherp") + 0.01) == Lines{"Scherp", "enheu", "vel"});
}

TEST_CASE("a column narrower than a letter has a letter a line") {
    CHECK(wrap("België", 0.1) == Lines{"B", "e", "l", "g", "i", "ë"});
}

TEST_CASE("lines of random texts fit, and hold all characters but the spaces broken at") {
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        const std::string text = random_text(seed);
        const double width = 4 + seed % 60;
        const Lines lines = wrap(text, width);
        CHECK(without_spaces(together(lines)) == without_spaces(text));
        for (const auto& line : lines) {
            CHECK(width_of(line) <= width);
            CHECK(line.front() != ' ');
            CHECK(line.back() != ' ');
        }
    }
}

TEST_CASE("no line would have room for the next word") {
    for (const auto seed : test::seeds(100)) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        std::uniform_int_distribution<std::size_t> letters(1, 9);
        std::string text;
        for (int i = 0; i < 40; ++i)
            text += std::string(letters(random), 'e') + ' ';
        const double width = 20 + seed % 40;
        const Lines lines = wrap(text, width);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            CHECK(width_of(lines[i] + " " + lines[i + 1].substr(0, lines[i + 1].find(' '))) >
                  width);
    }
}

TEST_CASE("a text of more lines than there is room for ends in an ellipsis that fits") {
    for (const auto seed : test::seeds(60)) {
        INFO("seed " << seed);
        const std::string text = random_text(seed);
        const double width = 10 + seed % 30;
        const Lines all = wrap(text, width);
        for (const std::size_t most :
             {std::size_t{1}, std::size_t{2}, all.size(), all.size() + 1}) {
            const Lines some = wrapped(text, width, {}, fonts(), most);
            if (all.size() <= most) {
                CHECK(some == all);
                continue;
            }
            REQUIRE(some.size() == most);
            CHECK(some.back().ends_with("…"));
            CHECK(width_of(some.back()) <= width);
            const std::string kept = some.back().substr(0, some.back().size() - 3);
            CHECK(all[most - 1].starts_with(kept));
        }
    }
}

TEST_CASE("lines are written from the top down, capitals reaching up to it") {
    scene::Group group;
    const TextStyle style{.size_pt = 10};
    const double below = write_lines(group, {"EEN", "TWEE"}, 3, 20, style, fonts());
    REQUIRE(group.items.size() == 2);
    const auto& first = std::get<scene::Text>(group.items[0]);
    const auto& second = std::get<scene::Text>(group.items[1]);
    CHECK(first.baseline.x == 3);
    CHECK(first.baseline.y == Approx(20 + fonts().cap_height_mm(style.face, 10)));
    CHECK(second.baseline.y - first.baseline.y == Approx(line_height_mm(style)));
    CHECK(below == Approx(20 + 2 * line_height_mm(style)));
}

TEST_CASE("a scale is written in groups of three digits") {
    CHECK(scale_text(50'000) == "1:50\u00a0000");
    CHECK(scale_text(100'000) == "1:100\u00a0000");
    CHECK(scale_text(1'000'000) == "1:1\u00a0000\u00a0000");
    CHECK(scale_text(500) == "1:500");
}

TEST_CASE("a number has as many decimals as it needs, behind the sign of the language") {
    CHECK(short_number(2.5, Language::Dutch) == "2,5");
    CHECK(short_number(1.25, Language::Dutch) == "1,25");
    CHECK(short_number(2.5, Language::English) == "2.5");
    CHECK(short_number(10, Language::Dutch) == "10");
    CHECK(short_number(0.5, Language::Dutch) == "0,5");
}

} // namespace regio::map
