#pragma once

#include "base/finding.hpp"

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

} // namespace regio::cli
