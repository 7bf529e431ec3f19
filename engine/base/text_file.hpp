#pragma once

#include <string>

namespace regio {

/// The whole text of a file in UTF-8, without byte order mark; "-" is standard input. Windows-1252
/// is recoded. Throws InputError, naming `file`, when it cannot be read, is empty, is UTF-16, holds
/// NUL bytes, or is neither UTF-8 nor Windows-1252.
[[nodiscard]] std::string read_text_file(const std::string& file);

} // namespace regio
