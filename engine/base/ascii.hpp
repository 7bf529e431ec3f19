#pragma once

#include <string>

namespace regio {

/// `text` with a to z for A to Z; all else stays, whatever the locale.
[[nodiscard]] std::string in_lower_case(std::string text);

} // namespace regio
