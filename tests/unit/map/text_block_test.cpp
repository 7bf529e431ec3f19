// Names in lines.

#include "map/text_block.hpp"
#include "tests/support/label_world.hpp"

#include <catch2/catch.hpp>

namespace regio::map {

namespace {

using Ways = std::vector<std::vector<std::string>>;

Ways ways(std::string_view text) {
    return broken(text, scene::Face::Regular, test::even_letters());
}

/// Whether the lines, with the spaces that were at the breaks, are the text.
bool is_text(const std::vector<std::string>& lines, std::string_view text) {
    for (const std::string& line : lines) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (!text.starts_with(line))
            return false;
        text.remove_prefix(line.size());
    }
    return text.find_first_not_of(' ') == std::string_view::npos;
}

} // namespace

TEST_CASE("a text without letters has no lines") {
    CHECK(ways("").empty());
    CHECK(ways("  ").empty());
}

TEST_CASE("a single word stays in one line") {
    CHECK(ways("Gent") == Ways{{"Gent"}});
}

TEST_CASE("a name breaks behind hyphens, so that the longest line is shortest") {
    CHECK(ways("Sint-Pieters-Leeuw") ==
          Ways{{"Sint-Pieters-Leeuw"}, {"Sint-", "Pieters-Leeuw"}, {"Sint-", "Pieters-", "Leeuw"}});
    CHECK(ways("Heist-op-den-Berg") ==
          Ways{{"Heist-op-den-Berg"}, {"Heist-op-", "den-Berg"}, {"Heist-", "op-den-", "Berg"}});
}

TEST_CASE("a name breaks at spaces, which go") {
    CHECK(ways("De Haan") == Ways{{"De Haan"}, {"De", "Haan"}});
    CHECK(ways(" De  Haan ") == Ways{{"De  Haan"}, {"De", "Haan"}});
}

TEST_CASE("a hyphen at the beginning stays with its word") {
    CHECK(ways("-berg") == Ways{{"-berg"}});
}

TEST_CASE("lines are the text that was broken") {
    for (const std::string_view text :
         {"Sint-Pieters-Leeuw", "La Louvière", "a-b c-d e", "Saint-Georges-sur-Meuse", "- -", "--",
          "Een naam van zestig letters die nergens in een gemeente zou passen"})
        for (const auto& lines : ways(text)) {
            INFO(text);
            CHECK(is_text(lines, text));
        }
}

TEST_CASE("a block is as wide as its longest line, in the size it has") {
    const auto blocks =
        text_blocks({.text = "De Haan", .area = {}, .sizes_pt = {10, 5}}, test::even_letters());
    REQUIRE(blocks.size() == 4);
    const double em_mm = 10 * scene::kMillimetresPerPoint;
    CHECK(blocks[0].width_mm == Approx(3.5 * em_mm));
    CHECK(blocks[1].width_mm == Approx(2 * em_mm));
    CHECK(blocks[2].width_mm == Approx(blocks[0].width_mm / 2));
    CHECK(blocks[3].height_mm == Approx(blocks[1].height_mm / 2));
}

TEST_CASE("baselines lie in the box, the last above the descenders") {
    const auto blocks =
        text_blocks({.text = "De Haan", .area = {}, .sizes_pt = {10}}, test::even_letters());
    const auto lines = lines_of(blocks[1], {20, 30});
    const auto box = blocks[1].box_around({20, 30});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].baseline.x == 20);
    CHECK(lines[0].baseline.y > box.top);
    CHECK(lines[1].baseline.y == Approx(box.bottom - 0.2 * 10 * scene::kMillimetresPerPoint));
}

} // namespace regio::map
