#include "map/cover.hpp"

#include "map/schematic_mark.hpp"
#include "map/symbols.hpp"
#include "map/text_flow.hpp"

#include <algorithm>
#include <utility>

namespace regio::map {

using scene::Group;
using scene::PaperBox;

namespace {

/// Sets the cover from above to below.
class CoverPainter {
public:
    CoverPainter(const Cover& cover, const Sheet& sheet, const Theme& theme,
                 const scene::Fonts& fonts)
        : cover_(cover), sheet_(sheet), theme_(theme),
          fonts_(fonts), body_{sheet.frame.left + kBand + kAir, sheet.frame.top, sheet.panel.right,
                               sheet.footer.bottom} {}

    scene::Scene paint() {
        scene_.width_mm = sheet_.page.width();
        scene_.height_mm = sheet_.page.height();
        scene_.language = cover_.language;
        scene_.title = cover_.title;
        scene_.description = cover_.subtitle;
        scene_.paper = theme_.paper;
        paint_band();
        paint_title();
        paint_counts();
        paint_foot();
        if (cover_.is_schematic)
            draw_schematic_mark(group("schematic"), body_, cover_.language, theme_, fonts_);
        return std::move(scene_);
    }

private:
    Group& group(std::string id) { return scene_.groups.emplace_back(Group{.id = std::move(id)}); }

    /// Grows with the paper: a poster is read from further away.
    [[nodiscard]] double scaled(double size_pt) const {
        constexpr double kA4 = 210;
        return size_pt * std::clamp(sheet_.page.height() / kA4, 0.75, 3.0);
    }

    void paint_band() {
        const PaperBox band{sheet_.frame.left, sheet_.frame.top, sheet_.frame.left + kBand,
                            sheet_.footer.bottom};
        group("band").items.emplace_back(filled({ring_of(band)}, theme_.area.stroke.colour));
    }

    void paint_title() {
        constexpr double kTop = 0.2; // of the height
        constexpr std::size_t kMostLines = 3;
        Group& words = group("title");
        const TextStyle title{
            .face = scene::Face::Semibold, .size_pt = scaled(30), .colour = theme_.ink};
        const TextStyle subtitle{.size_pt = scaled(13), .colour = theme_.quiet_ink};
        top_ = write_lines(words, wrapped(cover_.title, body_.width(), title, fonts_, kMostLines),
                           body_.left, body_.top + kTop * body_.height(), title, fonts_);
        top_ = write_lines(words,
                           wrapped(cover_.subtitle, body_.width(), subtitle, fonts_, kMostLines),
                           body_.left, top_ + 2, subtitle, fonts_);
    }

    void paint_counts() {
        const TextStyle head{
            .face = scene::Face::Semibold, .size_pt = scaled(11), .colour = theme_.ink};
        const TextStyle line{.size_pt = scaled(11), .colour = theme_.ink};
        const double step = 1.25 * line_height_mm(line);
        const double caps = fonts_.cap_height_mm(line.face, line.size_pt);
        double numbers = 0;
        for (const auto& count : cover_.counts)
            numbers = std::max(numbers, fonts_.width_mm(count.count, line.face, line.size_pt));
        Group& table = group("counts");
        top_ += step;
        write_lines(table, wrapped(cover_.total, body_.width(), head, fonts_, 1), body_.left, top_,
                    head, fonts_);
        for (const auto& count : cover_.counts) {
            top_ += step;
            const double sign = caps * 1.1;
            table.items.emplace_back(
                sign_path(count.sign, {body_.left + sign / 2, top_ + caps / 2}, sign, theme_));
            const double number_end = body_.left + 2 * sign + numbers;
            table.items.emplace_back(scene::Text{.baseline = {number_end, top_ + caps},
                                                 .content = count.count,
                                                 .size_pt = line.size_pt,
                                                 .colour = line.colour,
                                                 .anchor = scene::Anchor::End});
            write_lines(table, {count.text}, number_end + sign, top_, line, fonts_);
        }
    }

    /// From the foot upwards.
    void paint_foot() {
        Group& foot = group("sources");
        const TextStyle style{.size_pt = theme_.text_size_pt, .colour = theme_.quiet_ink};
        std::vector<std::string> lines;
        for (const auto& line : cover_.lines)
            for (auto& piece : wrapped(line, body_.width(), style, fonts_))
                lines.push_back(std::move(piece));
        const double height = line_height_mm(style) * static_cast<double>(lines.size());
        write_lines(foot, lines, body_.left, std::max(top_, body_.bottom - height), style, fonts_);
    }

    static constexpr double kBand = 4;
    static constexpr double kAir = 8;

    const Cover& cover_;
    const Sheet& sheet_;
    const Theme& theme_;
    const scene::Fonts& fonts_;
    PaperBox body_;
    double top_ = 0;
    scene::Scene scene_;
};

} // namespace

scene::Scene draw_cover(const Cover& cover, const Sheet& sheet, const Theme& theme,
                        const scene::Fonts& fonts) {
    return CoverPainter(cover, sheet, theme, fonts).paint();
}

} // namespace regio::map
