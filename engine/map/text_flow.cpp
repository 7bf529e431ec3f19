#include "map/text_flow.hpp"

#include "base/contract.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace regio::map {

namespace {

constexpr double kLeading = 1.2;

/// Fills lines with words.
class Wrapper {
public:
    Wrapper(double width_mm, const TextStyle& style, const scene::Fonts& fonts)
        : width_mm_(width_mm), style_(style), fonts_(fonts) {}

    std::vector<std::string> wrap(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(' '), text.size());
            if (end > 0)
                add(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        if (!line_.empty())
            lines_.push_back(std::move(line_));
        return std::move(lines_);
    }

private:
    [[nodiscard]] bool fits(std::string_view text) const {
        return fonts_.width_mm(text, style_.face, style_.size_pt) <= width_mm_;
    }

    void add(std::string_view word) {
        std::string longer = line_;
        if (!longer.empty())
            longer += ' ';
        longer += word;
        if (fits(longer)) {
            line_ = std::move(longer);
            return;
        }
        if (!line_.empty())
            lines_.push_back(std::move(line_));
        line_.clear();
        while (!fits(word))
            lines_.emplace_back(take_piece(word));
        line_ = word;
    }

    /// The longest beginning of a word that fits and ends in a hyphen, else the longest that fits;
    /// one character at least.
    [[nodiscard]] std::string_view take_piece(std::string_view& word) const {
        std::size_t fitting = 0;
        std::size_t hyphen = 0;
        for (std::string_view rest = word; !rest.empty();) {
            const char32_t character = next_code_point(rest);
            const std::size_t end = word.size() - rest.size();
            if (fitting > 0 && !fits(word.substr(0, end)))
                break;
            fitting = end;
            if (character == U'-')
                hyphen = end;
        }
        const std::string_view piece = word.substr(0, hyphen > 0 ? hyphen : fitting);
        word.remove_prefix(piece.size());
        return piece;
    }

    double width_mm_;
    const TextStyle& style_;
    const scene::Fonts& fonts_;
    std::vector<std::string> lines_;
    std::string line_;
};

/// The longest beginning of a line that fits with an ellipsis behind it.
std::string with_ellipsis(const std::string& line, double width_mm, const TextStyle& style,
                          const scene::Fonts& fonts) {
    constexpr std::string_view kEllipsis = "…";
    std::string kept;
    for (std::string_view rest = line; !rest.empty();) {
        static_cast<void>(next_code_point(rest));
        std::string longer(line, 0, line.size() - rest.size());
        if (fonts.width_mm(longer + std::string(kEllipsis), style.face, style.size_pt) > width_mm)
            break;
        kept = std::move(longer);
    }
    return kept + std::string(kEllipsis);
}

} // namespace

double line_height_mm(const TextStyle& style) {
    return kLeading * style.size_pt * scene::kMillimetresPerPoint;
}

std::vector<std::string> wrapped(std::string_view text, double width_mm, const TextStyle& style,
                                 const scene::Fonts& fonts) {
    return Wrapper(width_mm, style, fonts).wrap(text);
}

std::vector<std::string> wrapped(std::string_view text, double width_mm, const TextStyle& style,
                                 const scene::Fonts& fonts, std::size_t most) {
    REGIO_EXPECTS(most > 0);
    auto lines = wrapped(text, width_mm, style, fonts);
    if (lines.size() > most) {
        lines.resize(most);
        lines.back() = with_ellipsis(lines.back(), width_mm, style, fonts);
    }
    return lines;
}

double write_lines(scene::Group& group, const std::vector<std::string>& lines, double left,
                   double top, const TextStyle& style, const scene::Fonts& fonts) {
    double baseline = top + fonts.cap_height_mm(style.face, style.size_pt);
    for (const auto& line : lines) {
        group.items.emplace_back(scene::Text{.baseline = {left, baseline},
                                             .content = line,
                                             .face = style.face,
                                             .size_pt = style.size_pt,
                                             .colour = style.colour});
        baseline += line_height_mm(style);
    }
    return baseline - fonts.cap_height_mm(style.face, style.size_pt);
}

} // namespace regio::map
