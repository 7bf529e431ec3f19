#include "map/cover.hpp"
#include "map/directory.hpp"
#include "map/overview.hpp"
#include "map/style.hpp"
#include "tests/support/map_world.hpp"
#include "tests/support/sample_scene.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace regio::map {

namespace {

using Kind = DirectoryEntry::Kind;

const scene::Fonts& fonts() {
    static const scene::Fonts kFonts = test::house_fonts();
    return kFonts;
}

Sheet sheet_of(const std::string& paper) {
    return lay_out(*find_paper(paper), test::print_theme().page);
}

std::vector<scene::BookPage> drawn(const std::vector<DirectoryEntry>& entries,
                                   const std::string& paper = "A4") {
    return draw_directory({.title = "Inhoud", .book = "Atlas", .entries = entries}, 1,
                          sheet_of(paper), test::print_theme(), fonts());
}

std::vector<scene::Text> texts_of(const scene::Scene& scene) {
    std::vector<scene::Text> texts;
    for (const auto& group : scene.groups)
        for (const auto& item : group.items)
            if (const auto* text = std::get_if<scene::Text>(&item))
                texts.push_back(*text);
    return texts;
}

std::vector<scene::Text> texts_in(const scene::Scene& scene, std::string_view id) {
    scene::Scene only;
    for (const auto& group : scene.groups)
        if (group.id == id)
            only.groups.push_back(group);
    return texts_of(only);
}

/// What is set in the columns of a page, in order.
std::vector<scene::Text> entries_of(const scene::BookPage& page) {
    scene::Scene only;
    only.groups.push_back(page.scene.groups.back());
    return texts_of(only);
}

std::string set_text(const std::vector<scene::BookPage>& pages) {
    std::string text;
    for (const auto& page : pages)
        for (const auto& piece : entries_of(page))
            text += piece.content + " ";
    return text;
}

/// How far texts reach, in millimetres.
scene::PaperBox extent_of(const scene::Scene& scene) {
    scene::PaperBox box{1e9, 1e9, -1e9, -1e9};
    for (const auto& text : texts_of(scene)) {
        const double width = fonts().width_mm(text.content, text.face, text.size_pt);
        const double left = text.baseline.x - (text.anchor == scene::Anchor::End ? width : 0);
        box.left = std::min(box.left, left);
        box.right = std::max(box.right, left + width);
        box.top =
            std::min(box.top, text.baseline.y - fonts().cap_height_mm(text.face, text.size_pt));
        box.bottom = std::max(box.bottom, text.baseline.y);
    }
    return box;
}

bool keeps_margins(const scene::Scene& scene) {
    constexpr double kMargin = 8;
    return contains(
        scene::PaperBox{kMargin, kMargin, scene.width_mm - kMargin, scene.height_mm - kMargin},
        extent_of(scene));
}

/// Groups of 30 under headings, one with a very long name.
std::vector<DirectoryEntry> many_entries(std::size_t count) {
    std::vector<DirectoryEntry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 30 == 0)
            entries.push_back({.kind = Kind::Heading, .text = fmt::format("Regio {}", i / 30)});
        const std::string name = i == 7 ? "Opdrachthoudende vereniging voor het beheer van de "
                                          "afvalstoffen en het leefmilieu in het arrondissement"
                                        : fmt::format("Naam {}", i);
        entries.push_back({.text = name,
                           .note = i % 2 == 0 ? "overschrijdt" : "binnen",
                           .sign = i % 2 == 0 ? Sign::Cross : Sign::Disc,
                           .pages = {i + 10}});
    }
    return entries;
}

} // namespace

TEST_CASE("a directory holds all of each entry in order, on as many pages as it needs") {
    for (const char* paper : {"A5", "A4", "A3"}) {
        const auto pages = drawn(many_entries(400), paper);
        CHECK(pages.size() > 1);
        const std::string text = set_text(pages);
        std::size_t at = 0;
        for (std::size_t i = 0; i < 400; ++i) {
            if (i == 7)
                continue;
            const std::string name =
                fmt::format("Naam {} {} {} ", i, i % 2 == 0 ? "overschrijdt" : "binnen", i + 11);
            INFO(name);
            at = text.find(name, at);
            REQUIRE(at != std::string::npos);
        }
        for (const char* word : {"Opdrachthoudende", "leefmilieu", "arrondissement"})
            CHECK(text.find(word) != std::string::npos);
    }
}

TEST_CASE("nothing of a directory lies in the margins, and texts do not run into each other") {
    for (const auto& page : drawn(many_entries(200), "A5")) {
        CHECK(keeps_margins(page.scene));
        auto texts = entries_of(page);
        for (std::size_t i = 1; i < texts.size(); ++i) {
            const auto& before = texts[i - 1];
            if (before.baseline.y == texts[i].baseline.y && before.baseline.x < texts[i].baseline.x)
                CHECK(before.baseline.x +
                          fonts().width_mm(before.content, before.face, before.size_pt) <
                      texts[i].baseline.x);
        }
    }
}

TEST_CASE("a heading is never the last of a column") {
    std::vector<DirectoryEntry> entries;
    for (std::size_t i = 0; i < 200; ++i) {
        entries.push_back({.kind = Kind::Heading, .text = fmt::format("H{}", i)});
        for (std::size_t j = 0; j < i % 4 + 1; ++j)
            entries.push_back({.text = "lijn", .pages = {i}});
    }
    for (const auto& page : drawn(entries)) {
        const auto texts = entries_of(page);
        REQUIRE_FALSE(texts.empty());
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (texts[i].content.starts_with("H")) {
                REQUIRE(i + 1 < texts.size());
                CHECK(texts[i + 1].baseline.x == texts[i].baseline.x);
                CHECK(texts[i + 1].baseline.y > texts[i].baseline.y);
            }
    }
}

TEST_CASE("every line and every number of a page leads there") {
    const auto contents = drawn({{.text = "Een", .pages = {4}}, {.text = "Zonder"}});
    REQUIRE(contents.front().links.size() == 1);
    CHECK(contents.front().links.front().page == 4);
    std::vector<std::size_t> wanted;
    for (std::size_t page = 3; page < 120; page += 2)
        wanted.push_back(page);
    const auto index = drawn({{.kind = Kind::Listing, .text = "Aalst", .pages = wanted}});
    std::vector<std::size_t> found;
    for (const auto& link : index.front().links) {
        found.push_back(link.page);
        CHECK(contains(sheet_of("A4").page, link.box));
    }
    CHECK(found == wanted);
    CHECK(set_text(index).starts_with("Aalst 4, 6, 8, "));
}

TEST_CASE("how many pages a directory has does not depend on where its lines lead") {
    auto entries = many_entries(300);
    const std::size_t before = drawn(entries).size();
    for (auto& entry : entries)
        if (!entry.pages.empty())
            entry.pages = {9998};
    CHECK(drawn(entries).size() == before);
}

TEST_CASE("pages of a directory are numbered from where they stand in the book") {
    const auto pages = drawn(many_entries(400));
    REQUIRE(pages.size() > 1);
    CHECK(pages[0].label == "2");
    CHECK(pages[1].label == "3");
    CHECK(texts_of(pages[1].scene).front().content == "3");
    CHECK(drawn({}).size() == 1);
}

TEST_CASE("a cover keeps its margins on any paper, and says all that it is given") {
    const Cover cover{.title = "Atlas van werkingsgebieden",
                      .subtitle = "Vlaanderen. Toestand op 1 januari 2025",
                      .total = "3 samenwerkingsverbanden",
                      .counts = {{Sign::Disc, "valt binnen één referentieregio", "2"},
                                 {Sign::Cross, "overschrijdt een regiogrens", "1"}},
                      .lines = {"Grenzen: met een heel lange bronvermelding die niet op een regel "
                                "past en dus op de volgende verdergaat, hoe smal het blad ook is, "
                                "met licentie",
                                "Geen juridisch advies"},
                      .is_schematic = true};
    for (const auto& paper : paper_sizes()) {
        const scene::Scene scene =
            draw_cover(cover, sheet_of(std::string(paper.name)), test::print_theme(), fonts());
        CHECK(keeps_margins(scene));
        std::string all;
        for (const auto& text : texts_of(scene))
            all += text.content + " ";
        for (const char* words : {"werkingsgebieden", "1 januari 2025", "3 samenwerkingsverbanden",
                                  "valt binnen één referentieregio", "schematische grenzen",
                                  "met licentie", "Geen juridisch advies"})
            CHECK(all.find(words) != std::string::npos);
    }
}

TEST_CASE("the table and the key of an overview leave room for its scale, however many rows") {
    const test::MapWorld world({.columns = 8, .rows = 8});
    Overview overview{.ground = world.map_of("")};
    overview.ground.title = "Overzicht";
    overview.ground.subtitle = "Samenwerkingsverbanden volgens de regio met de meeste leden";
    for (const Sign sign : {Sign::Disc, Sign::Square, Sign::Diamond, Sign::Cross})
        overview.columns.push_back({sign, "valt samen met de volledige referentieregio's"});
    for (int i = 0; i < 15; ++i)
        overview.rows.push_back({fmt::format("Zuid-West-Vlaanderen {}", i), {1, 2, 3, 4}, {}});
    for (const auto& name : theme_names(test::kThemes)) {
        const Theme theme = read_theme(std::string(test::kThemes) + "/" + name, test::kThemes);
        for (const auto& paper : paper_sizes()) {
            INFO(name << " " << paper.name);
            const auto page = draw_overview(overview, lay_out(paper, theme.page), theme, fonts());
            double scale_top = paper.height_mm;
            for (const auto& text : texts_in(page.scene, "scale"))
                scale_top = std::min(scale_top, text.baseline.y - 3);
            for (const char* group : {"table", "key"})
                for (const auto& text : texts_in(page.scene, group)) {
                    CHECK(text.baseline.y < scale_top);
                    CHECK(text.size_pt >= 6.5);
                }
        }
    }
}

TEST_CASE("an overview that has too many regions for its paper says so") {
    const test::MapWorld world({.columns = 8, .rows = 8});
    Overview overview{.ground = world.map_of("")};
    overview.ground.title = "Overzicht";
    overview.columns = {{Sign::Disc, "valt binnen"}};
    overview.rows.assign(90, {"Regio", {1}, {}});
    CHECK_THROWS_WITH(draw_overview(overview, sheet_of("A5"), test::print_theme(), fonts()),
                      "Overzicht: its 90 regions do not fit on an A5 sheet");
}

TEST_CASE("an overview names every region, and its rows lead to their maps") {
    const test::MapWorld world({.columns = 8, .rows = 8});
    Overview overview{.ground = world.map_of("")};
    overview.ground.title = "Overzicht";
    overview.ground.subtitle = "Toestand op 1 januari 2025";
    overview.ground.is_schematic = true;
    overview.columns = {{Sign::Disc, "valt binnen één referentieregio"},
                        {Sign::Cross, "overschrijdt een regiogrens"}};
    overview.rows = {{"West", {12, 3}, 7}, {"Oost", {0, 45}, std::nullopt}};
    for (const auto& paper : paper_sizes()) {
        const Sheet sheet = sheet_of(std::string(paper.name));
        const auto page = draw_overview(overview, sheet, test::print_theme(), fonts());
        CHECK(keeps_margins(page.scene));
        const auto named = test::texts_of(page.scene, "names");
        CHECK(std::set<std::string>(named.begin(), named.end()) ==
              std::set<std::string>{"Oost", "West"});
        CHECK(test::texts_of(page.scene, "table") ==
              std::vector<std::string>{"12", "3", "West", "–", "45", "Oost"});
        REQUIRE(page.links.size() == 1);
        CHECK(page.links.front().page == 7);
        CHECK(contains(sheet.panel, page.links.front().box));
        for (const auto& line : test::lines_of(page.scene, "region-border"))
            for (const auto& point : line)
                CHECK(contains(grown(sheet.frame, 1e-9), point));
    }
}

} // namespace regio::map
