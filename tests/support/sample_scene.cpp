#include "tests/support/sample_scene.hpp"

namespace regio::test {

namespace {

using namespace scene;

constexpr Colour kInk = rgb(0x222222);
constexpr Colour kBlue = rgb(0x0072b2);
constexpr Colour kWhite = rgb(0xffffff);

Group areas() {
    Group group{.id = "areas", .title = "Areas", .items = {}};
    for (int i = 0; i < 12; ++i) {
        const double left = 10 + 20 * (i % 6);
        const double top = 12 + 22 * (i / 6);
        group.items.emplace_back(
            Path{.lines = {box_line({left, top, left + 18, top + 20}),
                           box_line({left + 5, top + 12, left + 13, top + 16})},
                 .fill = i % 2 == 0 ? rgb(0xcfe3f2) : rgb(0xffe8b0),
                 .stroke = Stroke{.colour = rgb(0x777777), .width_mm = 0.2},
                 .id = "area " + std::to_string(11001 + i),
                 .title = "Area & <" + std::to_string(i) + ">"});
    }
    return group;
}

Group lines() {
    Path hatch{.stroke = Stroke{.colour = kBlue, .width_mm = 0.25, .cap = Stroke::Cap::Butt}};
    for (double x = 10; x < 60; x += 1.7)
        hatch.lines.push_back({.points = {{x, 75}, {x + 12, 60}}});
    Path dashed{.stroke = Stroke{.colour = rgb(0xd55e00), .width_mm = 0.7, .dashes_mm = {3, 1.5}}};
    dashed.lines.push_back(
        {.points = {{75, 60}, {125, 62}, {120, 76}, {80, 74}}, .ends = Subpath::Ends::Closed});
    return {.id = "lines", .title = {}, .items = {hatch, dashed}};
}

Group names() {
    Group group{.id = "names", .title = "Names", .items = {}};
    const auto write = [&](Text text) { group.items.emplace_back(std::move(text)); };
    write({.baseline = {10, 8},
           .content = "Politiezones & regio's",
           .face = Face::Semibold,
           .size_pt = 14,
           .colour = kInk});
    write({.baseline = {130, 8},
           .content = "1 januari 2025",
           .face = Face::Italic,
           .size_pt = 9,
           .colour = kInk,
           .anchor = Anchor::End});
    write({.baseline = {39, 22},
           .content = "Sint-Pieters-Leeuw",
           .size_pt = 8,
           .colour = kInk,
           .anchor = Anchor::Middle,
           .halo = Text::Halo{.colour = kWhite, .width_mm = 0.6}});
    write({.baseline = {90, 44},
           .content = "Büllingen, Çà-et-là",
           .size_pt = 8,
           .colour = kInk,
           .anchor = Anchor::Middle,
           .halo = Text::Halo{.colour = kWhite, .width_mm = 0.6}});
    write({.baseline = {100, 69},
           .content = "Officieel: AVE",
           .face = Face::Italic,
           .size_pt = 10,
           .colour = kBlue,
           .anchor = Anchor::Middle});
    return group;
}

} // namespace

scene::Fonts house_fonts() {
    const std::filesystem::path folder = REGIO_SOURCE_DIR "/styles/fonts";
    return scene::Fonts(
        Fonts::Files{{folder / "SourceSans3-Regular.ttf", folder / "SourceSans3-Semibold.ttf",
                      folder / "SourceSans3-It.ttf"}});
}

scene::Subpath box_line(const PaperBox& box) {
    return {.points = {{box.left, box.top},
                       {box.right, box.top},
                       {box.right, box.bottom},
                       {box.left, box.bottom}},
            .ends = Subpath::Ends::Closed};
}

scene::Scene sample_scene() {
    return {.width_mm = 140,
            .height_mm = 80,
            .language = Language::Dutch,
            .title = "Politiezones & <regio's>",
            .description = "Twaalf vlakken, een arcering en \"namen\".",
            .groups = {areas(), lines(), names()}};
}

} // namespace regio::test
