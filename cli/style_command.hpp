#pragma once

#include "cli/command.hpp"

#include <string>

namespace regio::cli {

/// regio style: which styles there are, and whether one of one's own can be read.
class StyleCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "style"; }
    [[nodiscard]] std::string_view summary() const override {
        return "What maps look like: the themes there are, and whether a style can be read";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] ExitCode check() const;

    CLI::App* check_ = nullptr; ///< Given or not; a part of the command line.
    std::string style_;         ///< To be checked.
};

} // namespace regio::cli
