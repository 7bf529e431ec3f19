#include "scene/font_subset.hpp"
#include "scene/render.hpp"
#include "tests/support/sample_scene.hpp"

#include <catch2/catch.hpp>
#include <hb.h>
#include <pugixml.hpp>

#include <algorithm>
#include <set>

namespace regio::scene {

namespace {

using test::house_fonts;

const DocumentFacts kFacts{.maker = "regio -- test"};

std::string svg_text(const Scene& scene) {
    return to_svg(scene, house_fonts(), kFacts);
}

pugi::xml_document parsed(const std::string& text) {
    pugi::xml_document document;
    const auto result = document.load_buffer(text.data(), text.size(), pugi::parse_full);
    INFO(result.description());
    REQUIRE(result);
    return document;
}

pugi::xml_document svg_of(const Scene& scene) {
    return parsed(svg_text(scene));
}

Scene sheet_with(std::vector<std::variant<Path, Text>> items) {
    return {.groups = {{.id = "g", .items = std::move(items)}}};
}

std::vector<std::string> values(const pugi::xml_document& document, const char* xpath) {
    std::vector<std::string> all;
    for (const auto& node : document.select_nodes(xpath))
        all.emplace_back(node.attribute() ? node.attribute().value() : node.node().child_value());
    return all;
}

std::string value(const pugi::xml_document& document, const char* xpath) {
    const auto all = values(document, xpath);
    return all.size() == 1 ? all.front() : std::to_string(all.size()) + " of " + xpath;
}

/// The characters that a font file has glyphs for.
std::set<char32_t> characters_of(const std::string& bytes) {
    const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HbFace face(hb_face_create(blob.get(), 0));
    hb_set_t* set = hb_set_create();
    hb_face_collect_unicodes(face.get(), set);
    std::set<char32_t> characters;
    for (char32_t character = 0; character < 0x20000; ++character)
        if (hb_set_has(set, character) != 0)
            characters.insert(character);
    hb_set_destroy(set);
    return characters;
}

} // namespace

TEST_CASE("an SVG says what it is, in its language") {
    const auto svg = svg_of(test::sample_scene());
    CHECK(value(svg, "/svg/title") == "Politiezones & <regio's>");
    CHECK(value(svg, "/svg/desc") == "Twaalf vlakken, een arcering en \"namen\".");
    CHECK(value(svg, "/svg/@xml:lang") == "nl");
    CHECK(value(svg, "/svg/@lang") == "nl");
    CHECK(value(svg, "/svg/@role") == "img");
    CHECK(value(svg, "/svg/@aria-labelledby") == "sheet-title sheet-desc");
    CHECK(value(svg, "/svg/title/@id") == "sheet-title");
    CHECK(value(svg, "/svg/@width") == "140mm");
    CHECK(value(svg, "/svg/@viewBox") == "0 0 140 80");
}

TEST_CASE("no id is there twice, and all are names") {
    Scene scene = test::sample_scene();
    scene.groups.push_back({.id = "sheet-title", .items = {}});
    scene.groups.push_back({.id = "areas", .items = {}});
    const auto ids = values(svg_of(scene), "//@id");
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    CHECK(std::count(ids.begin(), ids.end(), "area-11001") == 1);
    CHECK(std::count(ids.begin(), ids.end(), "areas-2") == 1);
    CHECK(std::count(ids.begin(), ids.end(), "sheet-title-2") == 1);
}

TEST_CASE("what has a meaning in XML is escaped") {
    const Scene scene = sheet_with({Text{.content = "a<b>&\"c\"'d' ]]>"}});
    CHECK(value(svg_of(scene), "//text") == "a<b>&\"c\"'d' ]]>");
    CHECK(svg_text(scene).find("a&lt;b") != std::string::npos);
}

TEST_CASE("a control character does not break the file") {
    CHECK(value(svg_of(sheet_with({Text{.content = "a\x01\n\xff"}})), "//text") ==
          "a\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("a text is text, with its place, size, cut and anchor") {
    const auto svg = svg_of(sheet_with({Text{.baseline = {12.5, 20},
                                             .content = "Voeren",
                                             .face = Face::Semibold,
                                             .size_pt = 72,
                                             .colour = rgb(0x102030),
                                             .anchor = Anchor::Middle}}));
    CHECK(value(svg, "//text") == "Voeren");
    CHECK(value(svg, "//text/@x") == "12.5");
    CHECK(value(svg, "//text/@font-size") == "25.4");
    CHECK(value(svg, "//text/@font-weight") == "600");
    CHECK(value(svg, "//text/@text-anchor") == "middle");
    CHECK(value(svg, "//text/@fill") == "#102030");
    CHECK(values(svg, "//text/@font-style").empty());
}

TEST_CASE("a halo is a second text below, that is not read aloud") {
    const auto svg = svg_of(
        sheet_with({Text{.content = "Voeren", .halo = Text::Halo{.colour = rgb(0xffffff)}}}));
    REQUIRE(values(svg, "//text").size() == 2);
    CHECK(value(svg, "//text[1]/@aria-hidden") == "true");
    CHECK(value(svg, "//text[1]/@stroke-width") == ".6");
    CHECK(value(svg, "//text[1]/@fill") == "none");
    CHECK(values(svg, "//text[2]/@stroke").empty());
}

TEST_CASE("spaces that XML would drop are kept") {
    const auto svg = svg_of(sheet_with({Text{.content = "a  b"}, Text{.content = "a b"}}));
    CHECK(value(svg, "//text/@xml:space") == "preserve");
    CHECK(values(svg, "//text").front() == "a  b");
}

TEST_CASE("the rules for fonts are one for each face in use") {
    const auto rules = [](const Scene& scene) {
        const std::string text = svg_text(scene);
        std::size_t count = 0;
        for (auto at = text.find("@font-face"); at != std::string::npos;
             at = text.find("@font-face", at + 1))
            ++count;
        return count;
    };
    CHECK(rules(test::sample_scene()) == 3);
    CHECK(rules(sheet_with({Text{.content = "a"}, Text{.content = "b"}})) == 1);
    CHECK(rules({}) == 0);
}

TEST_CASE("an embedded font has the characters in use and no other") {
    const Fonts fonts = house_fonts();
    const std::string subset = font_subset(fonts.face(Face::Regular), U"Voer\u00eb\u6771");
    CHECK(characters_of(subset) == std::set<char32_t>{U'V', U'o', U'e', U'r', U'\u00eb'});
    CHECK(subset.size() < 10'000);
}

TEST_CASE("a font that is cut down gives texts the width of the whole one") {
    const Fonts fonts = house_fonts();
    const std::string text = "AVER Tofino, fi";
    const std::string bytes =
        font_subset(fonts.face(Face::Regular), std::u32string(text.begin(), text.end()));
    const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HbFace face(hb_face_create(blob.get(), 0));
    const HbFont font(hb_font_create(face.get()));
    const HbBuffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(font.get(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const auto* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    double width = 0;
    for (unsigned i = 0; i < count; ++i)
        width += positions[i].x_advance;
    CHECK(width / hb_face_get_upem(face.get()) * 10 * kMillimetresPerPoint ==
          Approx(fonts.width_mm(text, Face::Regular, 10)));
}

TEST_CASE("an SVG uses nothing that simple viewers lack") {
    const std::string text = svg_text(test::sample_scene());
    for (const char* feature :
         {"clip", "gradient", "paint-order", " style=", " class=", " transform=", "<use", "<defs"})
        CHECK(text.find(feature) == std::string::npos);
}

TEST_CASE("the same scene gives the same SVG") {
    CHECK((svg_text(test::sample_scene()) == svg_text(test::sample_scene())));
}

TEST_CASE("an SVG of nothing is its paper") {
    const auto svg = svg_of({});
    CHECK(value(svg, "//rect/@fill") == "#ffffff");
    CHECK(values(svg, "//path").empty());
    CHECK(values(svg, "/svg/@aria-labelledby").empty());
}

TEST_CASE("what has no extent is not in an SVG") {
    const auto svg = svg_of(sheet_with({Path{}, Path{.lines = {{.points = {{1, 1}}}}}, Text{},
                                        Text{.content = "x", .size_pt = 0}}));
    CHECK(values(svg, "//path").empty());
    CHECK(values(svg, "//text").empty());
}

} // namespace regio::scene
