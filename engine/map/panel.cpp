#include "map/panel.hpp"

#include "map/text_flow.hpp"

#include <algorithm>
#include <cmath>

namespace regio::map {

using scene::Group;
using scene::PaperBox;

namespace {

constexpr double kGap = 2.4;
constexpr double kLegendGap = 3;

/// Writes paragraphs downwards.
class Column {
public:
    Column(Group& group, const PaperBox& box, const scene::Fonts& fonts)
        : group_(group), box_(box), fonts_(fonts), top_(box.top) {}

    [[nodiscard]] double top() const noexcept { return top_; }

    void write(const std::string& text, const TextStyle& style, std::size_t most, double gap) {
        if (text.empty())
            return;
        top_ = write_lines(group_, wrapped(text, box_.width(), style, fonts_, most), box_.left,
                           top_, style, fonts_) +
               gap;
    }

    /// As much of the paragraphs as there is room for; those that do not stand whole come back.
    std::vector<std::string> write_all(const std::vector<std::string>& paragraphs,
                                       const TextStyle& style, double bottom) {
        constexpr double kParagraphGap = 0.7;
        for (auto at = paragraphs.begin(); at != paragraphs.end(); ++at) {
            const double room = bottom - top_;
            const auto lines =
                static_cast<std::size_t>(std::max(0.0, std::floor(room / line_height_mm(style))));
            if (lines == 0)
                return {at, paragraphs.end()};
            const auto whole = wrapped(*at, box_.width(), style, fonts_);
            // A paragraph that is the last to fit says that more would follow.
            const bool is_last = whole.size() + 1 > lines && at + 1 != paragraphs.end();
            write(is_last && whole.size() <= lines ? *at + " …" : *at, style, lines, kParagraphGap);
            if (is_last || whole.size() > lines)
                return {whole.size() > lines ? at : at + 1, paragraphs.end()};
        }
        return {};
    }

private:
    Group& group_;
    const PaperBox& box_;
    const scene::Fonts& fonts_;
    double top_;
};

} // namespace

std::vector<std::string> draw_panel(Group& words, Group& legend, const PanelText& text,
                                    const std::vector<LegendEntry>& entries, const PaperBox& panel,
                                    double bottom, const Theme& theme, const scene::Fonts& fonts) {
    constexpr std::size_t kTitleLines = 4;
    constexpr std::size_t kVerdictLines = 4;
    const TextStyle body{.size_pt = theme.text_size_pt, .colour = theme.ink};
    const double legend_height = legend_height_mm(entries, panel.width(), theme, fonts);
    const double legend_top = bottom - legend_height;
    Column column(words, panel, fonts);
    column.write(
        text.title,
        {.face = scene::Face::Semibold, .size_pt = theme.title_size_pt, .colour = theme.ink},
        kTitleLines, 1);
    column.write(text.subtitle, {.size_pt = theme.subtitle_size_pt, .colour = theme.quiet_ink},
                 kTitleLines, kGap);
    column.write(
        text.verdict,
        {.face = scene::Face::Semibold, .size_pt = theme.subtitle_size_pt, .colour = theme.ink},
        kVerdictLines, 1);
    auto dropped = column.write_all(text.facts, body, legend_top - kLegendGap);
    const double top = std::min(column.top() + kLegendGap, std::max(legend_top, column.top()));
    draw_legend(legend, entries, panel.left, top, panel.width(), theme, fonts);
    return dropped;
}

void draw_footer(Group& group, const std::string& text, const PaperBox& footer, const Theme& theme,
                 const scene::Fonts& fonts) {
    constexpr double kAir = 1.8;
    const TextStyle style{.size_pt = theme.small_size_pt, .colour = theme.quiet_ink};
    write_lines(group, wrapped(text, footer.width(), style, fonts, 2), footer.left,
                footer.top + kAir, style, fonts);
}

} // namespace regio::map
