#include "cli/messages.hpp"

#include <cstdio>
#include <string>

namespace regio::cli {

void print_line(std::string_view text) {
    std::string line(text);
    for (char& c : line)
        if (c >= 0 && c < ' ')
            c = ' ';
    line += '\n';
    static_cast<void>(std::fwrite(line.data(), 1, line.size(), stderr));
}

} // namespace regio::cli
