#pragma once

#include "cli/command.hpp"

#include <string>

namespace regio::cli {

/// regio help: the program, a command, or a finding by its number or name.
class HelpCommand final : public Command {
public:
    explicit HelpCommand(const CLI::App& program) : program_(program) {}

    [[nodiscard]] std::string_view name() const override { return "help"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Explain a command, or a finding such as R301";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] std::string text() const;

    const CLI::App& program_;
    std::string topic_;
};

} // namespace regio::cli
