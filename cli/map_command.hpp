#pragma once

#include "cli/command.hpp"
#include "cli/project_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "cli/sheet_arguments.hpp"

#include <string>

namespace regio::cli {

/// regio map: a sheet with the working area of one partnership.
class MapCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "map"; }
    [[nodiscard]] std::string_view summary() const override {
        return "A sheet with the map of one working area, as PNG, PDF or SVG";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    void refuse_audit_as_output() const;

    ProjectArguments project_;
    ReportArguments report_;
    SheetArguments sheet_;
    std::string audit_;
};

} // namespace regio::cli
