#include "cli/messages.hpp"

#include <cstdio>

namespace regio::cli {

void print_line(std::string_view text) noexcept {
    for (const char c : text)
        static_cast<void>(std::fputc(c >= 0 && c < ' ' ? ' ' : c, stderr));
    static_cast<void>(std::fputc('\n', stderr));
}

} // namespace regio::cli
