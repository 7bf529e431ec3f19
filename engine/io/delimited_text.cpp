#include "io/delimited_text.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace regio::io {

namespace {

/// How many separators stand outside quotes in each of the first rows.
std::vector<std::size_t> separators_per_row(std::string_view text, char separator) {
    constexpr std::size_t kRows = 20;
    std::vector<std::size_t> counts;
    bool quoted = false;
    bool just_closed = false; // a quote right behind is a doubled one
    bool at_start = true;
    bool filled = false;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size() && counts.size() < kRows; ++i) {
        const char c = text[i];
        const bool opens = !quoted && c == '"' && (at_start || just_closed);
        just_closed = quoted && c == '"';
        if (quoted || opens) {
            quoted = opens || c != '"';
        } else if (c == '\n') {
            if (filled)
                counts.push_back(count);
            count = 0;
            filled = false;
            at_start = true;
            continue;
        }
        at_start = !quoted && c == separator;
        count += at_start ? 1 : 0;
        filled = filled || (c != '\r' && c != ' ');
    }
    if (filled && counts.size() < kRows)
        counts.push_back(count);
    return counts;
}

} // namespace

char detect_separator(std::string_view text) {
    char best = ',';
    std::pair<double, std::size_t> most = {0.0, 0}; // share of rows that agree, cells they have
    for (const char separator : {',', ';', '\t', '|'}) {
        const auto counts = separators_per_row(text, separator);
        if (counts.empty())
            continue;
        std::vector<std::size_t> sorted = counts;
        std::sort(sorted.begin(), sorted.end());
        const std::size_t usual = sorted[sorted.size() / 2];
        const auto agreeing = std::count(counts.begin(), counts.end(), usual);
        const std::pair suits = {static_cast<double>(agreeing) / static_cast<double>(counts.size()),
                                 usual};
        // Title rows may be shorter, so most rows must agree, not all.
        if (usual > 0 && suits.first > 0.5 && suits > most) {
            most = suits;
            best = separator;
        }
    }
    return best;
}

DelimitedText::DelimitedText(std::string_view text, std::string file)
    : text_(text), file_(std::move(file)), separator_(detect_separator(text)) {}

bool DelimitedText::next(std::vector<std::string>& cells) {
    while (at_ < text_.size()) {
        ++row_;
        std::size_t used = 0;
        bool filled = false;
        do {
            if (used == cells.size())
                cells.emplace_back();
            read_cell(cells[used]);
            filled = filled || !cells[used].empty();
            ++used;
        } while (!end_of_row());
        if (!filled)
            continue;
        cells.resize(used);
        return true;
    }
    return false;
}

void DelimitedText::read_cell(std::string& cell) {
    cell.clear();
    if (at_ < text_.size() && text_[at_] == '"') {
        read_quoted_cell(cell);
        return;
    }
    const std::array<char, 3> ends = {separator_, '\n', '\r'};
    const auto end = std::min(text_.find_first_of(std::string_view(ends.data(), ends.size()), at_),
                              text_.size());
    cell.assign(text_.substr(at_, end - at_));
    at_ = end;
}

void DelimitedText::read_quoted_cell(std::string& cell) {
    const std::size_t opened = line_;
    ++at_;
    while (true) {
        const auto quote = text_.find('"', at_);
        if (quote == std::string_view::npos)
            throw_at(opened, "a quote is opened and never closed",
                     "close the quote, or double it where it is part of the text");
        const std::string_view part = text_.substr(at_, quote - at_);
        line_ += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
        cell += part;
        at_ = quote + 1;
        if (at_ == text_.size() || text_[at_] != '"')
            break;
        cell += '"';
        ++at_;
    }
    if (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
        throw_at(line_, "text follows a closing quote",
                 "double the quotes that are part of the text");
}

/// Passes over the separator or the line end behind a cell; true when the row has ended.
bool DelimitedText::end_of_row() {
    if (at_ == text_.size())
        return true;
    if (text_[at_] == separator_) {
        ++at_;
        return false;
    }
    if (text_[at_] == '\r')
        ++at_;
    if (at_ < text_.size() && text_[at_] == '\n')
        ++at_;
    ++line_;
    return true;
}

void DelimitedText::throw_at(std::size_t line, const char* what, const char* hint) const {
    throw InputError(fmt::format("{}: line {}: {}", file_, line, what), hint);
}

} // namespace regio::io
