#pragma once

#include "base/language.hpp"
#include "report/coverage_info.hpp"

#include <string>

namespace regio::report {

/// How well the features of a layer fit together, in labelled lines.
[[nodiscard]] std::string coverage_text(const CoverageInfo& coverage, Language language);

} // namespace regio::report
