#include "scene/svg_fonts.hpp"

#include "base/utf8.hpp"
#include "scene/base64.hpp"
#include "scene/font_subset.hpp"
#include "scene/printable.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace regio::scene {

namespace {

using Characters = std::map<Face, std::set<char32_t>>;

Characters characters_of(const Scene& scene) {
    Characters used;
    for (const auto& group : scene.groups)
        for (const auto& item : group.items)
            if (const auto* text = std::get_if<Text>(&item)) {
                const std::string content = printable(text->content);
                for (std::string_view rest = content; !rest.empty();)
                    used[text->face].insert(next_code_point(rest));
            }
    return used;
}

std::string font_rule(const Fonts& fonts, Face face, const std::set<char32_t>& characters) {
    const std::u32string all(characters.begin(), characters.end());
    return fmt::format("@font-face{{font-family:'{}';font-weight:{};font-style:{};"
                       "src:url(data:font/ttf;base64,{}) format('truetype')}}",
                       fonts.family(), face == Face::Semibold ? 600 : 400,
                       face == Face::Italic ? "italic" : "normal",
                       base64(font_subset(fonts.face(face), all)));
}

} // namespace

std::string svg_font_family(const Fonts& fonts) {
    return fmt::format(
        "'{}','Source Sans Pro',Arial,'Liberation Sans','Noto Sans','DejaVu Sans',sans-serif",
        fonts.family());
}

std::string svg_font_rules(const Scene& scene, const Fonts& fonts) {
    std::string rules;
    for (const auto& [face, characters] : characters_of(scene))
        rules += font_rule(fonts, face, characters);
    return rules;
}

} // namespace regio::scene
