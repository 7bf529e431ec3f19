#pragma once

#include <string_view>

namespace regio::cli {

/// One line on stderr. Control characters in texts from the data become blanks, so that they
/// neither break the line nor colour the terminal. A stderr that cannot be written to is no error.
void print_line(std::string_view text);

} // namespace regio::cli
