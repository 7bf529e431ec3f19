#include "map/schematic_mark.hpp"

#include "map/symbols.hpp"
#include "map/text_flow.hpp"
#include "map/words.hpp"

#include <string>

namespace regio::map {

scene::PaperBox draw_schematic_mark(scene::Group& group, const scene::PaperBox& frame,
                                    Language language, const Theme& theme,
                                    const scene::Fonts& fonts) {
    const TextStyle style{
        .face = scene::Face::Semibold, .size_pt = theme.subtitle_size_pt, .colour = theme.ink};
    const std::string text(schematic_mark(language));
    const double width = fonts.width_mm(text, style.face, style.size_pt);
    const double height = fonts.cap_height_mm(style.face, style.size_pt);
    constexpr double kAir = 2;
    const scene::PaperBox box{frame.left, frame.top, frame.left + width + 2 * kAir,
                              frame.top + height + 2 * kAir};
    group.items.emplace_back(filled({ring_of(box)}, theme.paper));
    group.items.emplace_back(stroked({ring_of(box)}, theme.frame, scene::Subpath::Ends::Closed));
    write_lines(group, {text}, box.left + kAir, box.top + kAir, style, fonts);
    return box;
}

} // namespace regio::map
