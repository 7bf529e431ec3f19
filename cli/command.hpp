#pragma once

#include "cli/exit_code.hpp"

#include <string_view>

namespace CLI {
class App;
}

namespace regio::cli {

/// One command of the program: setup() declares its arguments, run() does the work.
class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;

    /// One sentence for the list of commands.
    [[nodiscard]] virtual std::string_view summary() const = 0;

    virtual void setup(CLI::App& app) = 0;

    /// Throws Error. Precondition: the arguments declared in setup() have been parsed.
    virtual ExitCode run() = 0;
};

} // namespace regio::cli
