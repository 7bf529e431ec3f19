#include "cli/exit_code.hpp"

#include <algorithm>

namespace regio::cli {

ExitCode exit_code_of(std::span<const Finding> findings) {
    const bool is_incomplete = std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
        return kind_of(f.number).severity == Severity::Error;
    });
    return is_incomplete ? ExitCode::Unresolved : ExitCode::Done;
}

} // namespace regio::cli
