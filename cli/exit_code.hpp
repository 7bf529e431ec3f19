#pragma once

namespace regio::cli {

/// What the program answers to the shell. Unresolved wins over FoundWhatFails.
enum class ExitCode : int {
    Done = 0,
    CouldNot = 1,       ///< InputError.
    WrongUse = 2,       ///< UsageError.
    FoundWhatFails = 3, ///< What --fail-on names was found.
    Unresolved = 4,     ///< A partnership could not be judged.
};

} // namespace regio::cli
