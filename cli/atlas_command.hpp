#pragma once

#include "cli/atlas_book.hpp"
#include "cli/command.hpp"
#include "cli/project_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "cli/sheet_arguments.hpp"
#include "cli/thread_argument.hpp"

#include <string>

namespace regio::cli {

/// regio atlas: a map of each selected working area, as one PDF or as files in a folder.
class AtlasCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "atlas"; }
    [[nodiscard]] std::string_view summary() const override {
        return "A map of each working area, as one PDF or as files in a folder";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] bool is_folder() const;
    [[nodiscard]] std::string format() const;
    [[nodiscard]] std::string options() const;
    [[nodiscard]] AtlasOutcome make(const AtlasSource& source) const;
    [[nodiscard]] ExitCode tell(const report::CheckReport& report, const AtlasPlan& plan,
                                const AtlasOutcome& outcome) const;

    ProjectArguments project_;
    ReportArguments report_;
    SheetArguments sheet_;
    ThreadArgument threads_;
    const CLI::App* app_ = nullptr; ///< What it parsed says what was asked for.
};

} // namespace regio::cli
