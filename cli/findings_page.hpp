#pragma once

#include "base/finding.hpp"

#include <string>

namespace regio::cli {

/// What regio-findings(7), which travels inside the program, says of one kind of finding: plain
/// text in lines as the page has them, examples indented. Empty where it has no entry.
[[nodiscard]] std::string page_of(const FindingKind& kind);

} // namespace regio::cli
