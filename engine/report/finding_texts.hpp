#pragma once

#include "base/finding.hpp"

#include <span>
#include <string>
#include <vector>

namespace regio::report {

/// What a finding says, and where it comes from.
struct FindingText {
    FindingNumber number{};
    std::string text;
    SourceRef source;
};

/// The messages of findings about one partnership, in their order. Members that lie in no region
/// (R311) are named together by the first of their findings, so that they are not a line each.
[[nodiscard]] std::vector<FindingText> finding_texts(std::span<const Finding> findings,
                                                     Language language);

} // namespace regio::report
