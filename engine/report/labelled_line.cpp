#include "report/labelled_line.hpp"

#include "base/utf8.hpp"
#include "report/text_layout.hpp"

namespace regio::report {

std::string labelled_line(std::string_view label, std::string_view text) {
    const std::size_t used = display_width(label);
    const std::string gap(used < kLabelWidth ? kLabelWidth - used : 1, ' ');
    // wrapped() counts the columns of its first line from zero, those of the others from the
    // indent.
    const std::string lines = wrapped(text, kTextWidth - kLabelWidth);
    std::string result = std::string(label) + gap;
    for (const char c : lines.substr(0, lines.size() - 1)) {
        result += c;
        if (c == '\n')
            result += std::string(kLabelWidth, ' ');
    }
    return result + '\n';
}

} // namespace regio::report
