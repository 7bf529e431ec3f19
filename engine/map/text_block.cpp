#include "map/text_block.hpp"

#include "base/contract.hpp"

#include <algorithm>
#include <limits>

namespace regio::map {

using scene::Face;
using scene::kMillimetresPerPoint;
using scene::PaperBox;
using scene::PaperPoint;

namespace {

/// From baseline to baseline, in parts of the size: as tight as letters without accents allow,
/// because lines of one name should be seen as one.
constexpr double kLinePitch = 1.06;

/// How far b, d and l rise above the baseline, in capital letters: 712 to 660 in Source Sans.
constexpr double kAscenderPerCapital = 1.08;

/// What is never broken.
struct Piece {
    std::string_view text;
    bool has_space_behind = false;
};

/// The parts of a text between which it may be broken.
std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_last = i + 1 == text.size();
        if (text[i] == ' ') {
            if (i > from)
                pieces.push_back({text.substr(from, i - from), true});
            else if (!pieces.empty())
                pieces.back().has_space_behind = true;
            from = i + 1;
        } else if (is_last || (text[i] == '-' && i > from)) {
            pieces.push_back({text.substr(from, i + 1 - from), false});
            from = i + 1;
        }
    }
    return pieces;
}

/// The text from the first piece to the last, both included.
std::string_view span_of(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
    const char* const begin = pieces[first].text.data();
    const char* const end = pieces[last].text.data() + pieces[last].text.size();
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// Breaks pieces into lines so that the longest is as short as can be.
class Breaker {
public:
    Breaker(const std::vector<Piece>& pieces, Face face, const TextMeasure& measure)
        : pieces_(pieces), ends_(pieces.size() + 1) {
        const double space = measure.width(" ", face);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            widths_.push_back(measure.width(pieces[i].text, face));
            ends_[i + 1] = ends_[i] + widths_[i] + (pieces[i].has_space_behind ? space : 0);
        }
    }

    /// Precondition: there are as many pieces as lines.
    std::vector<std::string> lines(std::size_t count) {
        std::vector<std::size_t> firsts(count);
        best_width_ = std::numeric_limits<double>::infinity();
        try_lines(firsts, 1, 0);
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < count; ++i)
            lines.emplace_back(
                span_of(pieces_, best_[i], (i + 1 < count ? best_[i + 1] : pieces_.size()) - 1));
        return lines;
    }

private:
    double width(std::size_t first, std::size_t last) const {
        return ends_[last] - ends_[first] + widths_[last];
    }

    /// Tries all pieces with which line `line` can begin, those before it being settled.
    void try_lines(std::vector<std::size_t>& firsts, std::size_t line, double widest) {
        const std::size_t from = firsts[line - 1];
        if (line == firsts.size()) {
            const double longest = std::max(widest, width(from, pieces_.size() - 1));
            if (longest < best_width_) {
                best_width_ = longest;
                best_ = firsts;
            }
            return;
        }
        for (std::size_t i = from + 1; i < pieces_.size(); ++i) {
            const double longest = std::max(widest, width(from, i - 1));
            if (longest >= best_width_)
                return;
            firsts[line] = i;
            try_lines(firsts, line + 1, longest);
        }
    }

    const std::vector<Piece>& pieces_;
    std::vector<double> widths_;
    std::vector<double> ends_; ///< Where each piece begins in the text; one more at the end.
    std::vector<std::size_t> best_;
    double best_width_ = 0;
};

} // namespace

PaperBox TextBlock::box_around(PaperPoint centre) const {
    return {centre.x - width_mm / 2, centre.y - height_mm / 2, centre.x + width_mm / 2,
            centre.y + height_mm / 2};
}

std::vector<std::vector<std::string>> broken(std::string_view text, Face face,
                                             const TextMeasure& measure, std::size_t most_lines) {
    const std::vector<Piece> pieces = pieces_of(text);
    Breaker breaker(pieces, face, measure);
    std::vector<std::vector<std::string>> ways;
    for (std::size_t count = 1; count <= std::min(most_lines, pieces.size()); ++count)
        ways.push_back(breaker.lines(count));
    return ways;
}

std::vector<TextBlock> text_blocks(const LabelRequest& request, const TextMeasure& measure) {
    struct Way {
        std::vector<std::string> lines;
        double width = 0;
    };
    std::vector<Way> ways;
    for (auto& lines : broken(request.text, request.face, measure)) {
        double width = 0;
        for (const std::string& line : lines)
            width = std::max(width, measure.width(line, request.face));
        ways.push_back({std::move(lines), width});
    }
    const double ascent = kAscenderPerCapital * measure.cap_height(request.face);
    const double descent = measure.descent(request.face);
    std::vector<TextBlock> blocks;
    for (const double size_pt : request.sizes_pt) {
        REGIO_EXPECTS(size_pt > 0);
        for (const auto& [lines, width] : ways) {
            const double em_mm = size_pt * kMillimetresPerPoint;
            const double pitches = kLinePitch * static_cast<double>(lines.size() - 1);
            blocks.push_back({lines, size_pt, width * em_mm, (ascent + pitches + descent) * em_mm,
                              ascent * em_mm, kLinePitch * em_mm});
        }
    }
    return blocks;
}

std::vector<PlacedLabel::Line> lines_of(const TextBlock& block, PaperPoint centre) {
    std::vector<PlacedLabel::Line> lines;
    double baseline = block.box_around(centre).top + block.first_baseline_mm;
    for (const std::string& text : block.lines) {
        lines.push_back({{centre.x, baseline}, text});
        baseline += block.line_pitch_mm;
    }
    return lines;
}

} // namespace regio::map
