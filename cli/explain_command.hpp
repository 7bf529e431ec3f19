#pragma once

#include "cli/command.hpp"
#include "cli/project_arguments.hpp"
#include "cli/report_arguments.hpp"

namespace regio::cli {

/// regio explain: one verdict in words, with the near miss.
class ExplainCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "explain"; }
    [[nodiscard]] std::string_view summary() const override {
        return "One verdict in words, with the smallest change that mends it";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    ProjectArguments project_;
    ReportArguments report_;
    bool strict_ = false;
};

} // namespace regio::cli
