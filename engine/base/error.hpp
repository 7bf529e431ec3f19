#pragma once

#include <stdexcept>
#include <string>

namespace regio {

/// The run cannot go on. `what()` says what is wrong and where ("FILE: …"); `hint()` says what to
/// do, and may be empty. Thrown anywhere, caught once, at the top of the command line.
class Error : public std::runtime_error {
public:
    Error(const std::string& what, std::string hint)
        : std::runtime_error(what), hint_(std::move(hint)) {}

    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

private:
    std::string hint_;
};

/// A file or a value in it makes the work impossible (exit code 1).
class InputError final : public Error {
public:
    using Error::Error;
};

/// The command was used wrongly (exit code 2).
class UsageError final : public Error {
public:
    using Error::Error;
};

} // namespace regio
