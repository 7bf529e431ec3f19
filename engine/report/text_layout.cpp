#include "report/text_layout.hpp"

#include "base/contract.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

namespace regio::report {

namespace {

std::string padded(const std::string& text, const TextColumn& column) {
    const std::string cell = fitted(text, column.width);
    const std::string blanks(column.width - display_width(cell), ' ');
    return column.align == Align::Left ? cell + blanks : blanks + cell;
}

} // namespace

std::string table_line(std::span<const TextColumn> columns, std::span<const std::string> cells) {
    REGIO_EXPECTS(columns.size() == cells.size());
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            line += "  ";
        line += padded(cells[i], columns[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

std::string table_heading(std::span<const TextColumn> columns) {
    std::vector<std::string> headings;
    std::vector<std::string> dashes;
    for (const auto& column : columns) {
        headings.emplace_back(column.heading);
        dashes.emplace_back(column.width, '-');
    }
    return table_line(columns, headings) + table_line(columns, dashes);
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string result;
    std::size_t used = 0;
    bool at_start = true;
    while (!text.empty()) {
        const auto blank = text.find_first_of(" \n");
        const std::string_view word = text.substr(0, blank);
        const std::size_t size = display_width(word);
        if (!at_start && used + 1 + size > width) {
            result += '\n' + std::string(indent, ' ');
            used = indent;
        } else if (!at_start) {
            result += ' ';
            ++used;
        }
        at_start = false;
        result += word;
        used += size;
        text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    }
    return result + '\n';
}

std::string names_in_width(std::span<const std::string> names, std::size_t width) {
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    if (display_width(all) <= width || names.size() < 2)
        return all;
    for (std::size_t shown = names.size() - 1; shown >= 1; --shown) {
        const std::string text =
            fmt::format("{} +{}", fmt::join(names.first(shown), ", "), names.size() - shown);
        if (display_width(text) <= width)
            return text;
    }
    const std::string rest = fmt::format(" +{}", names.size() - 1);
    return width > rest.size() + 1 ? fitted(names.front(), width - rest.size()) + rest : all;
}

} // namespace regio::report
