#include "cli/exit_code.hpp"

#include <algorithm>

namespace regio::cli {

ExitCode exit_code_of(std::span<const Finding> findings) {
    const bool is_incomplete = std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
        return kind_of(f.number).severity == Severity::Error;
    });
    return is_incomplete ? ExitCode::Unresolved : ExitCode::Done;
}

ExitCode exit_code_of(std::span<const nesting::Assessment* const> assessments,
                      Strictness strictness) {
    const auto is_open = [&](const nesting::Assessment* assessment) {
        const auto& drawing = assessment->drawing;
        const bool is_fragile = drawing && drawing->shape && drawing->shape->is_fragile;
        return assessment->verdict.relation == nesting::Relation::Unresolved ||
               (is_fragile && strictness == Strictness::RefuseFragile);
    };
    return std::any_of(assessments.begin(), assessments.end(), is_open) ? ExitCode::Unresolved
                                                                        : ExitCode::Done;
}

} // namespace regio::cli
