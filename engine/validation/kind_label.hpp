#pragma once

#include "base/finding.hpp"

#include <string_view>

namespace regio::validation {

/// A word or two for a kind of defect, in tables and legends: "overlap", "gat", "dubbele code".
[[nodiscard]] std::string_view kind_label(FindingNumber number, Language language);

/// Whether a validation looks for defects of this kind.
[[nodiscard]] bool is_validated(FindingNumber number);

} // namespace regio::validation
