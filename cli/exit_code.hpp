#pragma once

#include "base/finding.hpp"
#include "nesting/verdict.hpp"

#include <cstdint>
#include <span>

namespace regio::cli {

/// What the program answers to the shell. Unresolved wins over FoundWhatFails.
enum class ExitCode : int {
    Done = 0,
    CouldNot = 1,       ///< InputError.
    WrongUse = 2,       ///< UsageError.
    FoundWhatFails = 3, ///< What --fail-on names was found.
    Unresolved = 4,     ///< A partnership could not be judged, or something is left out.
};

/// Unresolved when a finding is an error: an answer could not be given for something. Else Done.
[[nodiscard]] ExitCode exit_code_of(std::span<const Finding> findings);

/// Whether a verdict on a drawing that another tolerance would change counts as an answer.
enum class Strictness : std::uint8_t { TakeFragile, RefuseFragile };

/// Unresolved when one of the partnerships is, or is fragile where that is refused. Else Done.
[[nodiscard]] ExitCode exit_code_of(std::span<const nesting::Assessment* const> assessments,
                                    Strictness strictness);

} // namespace regio::cli
