#pragma once

#include "base/language.hpp"

#include <string>

namespace regio::cli {

/// What --lang says; Dutch when it is empty. Throws UsageError for a language there is not.
[[nodiscard]] Language language_argument(const std::string& text);

} // namespace regio::cli
