#pragma once

#include "cli/command.hpp"
#include "cli/csv_arguments.hpp"
#include "cli/project_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "io/layer_format.hpp"
#include "io/output_file.hpp"
#include "project/project.hpp"
#include "report/check_report.hpp"

#include <optional>
#include <string>

namespace regio::cli {

/// regio check: verdicts for all partnerships that are selected.
class CheckCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "check"; }
    [[nodiscard]] std::string_view summary() const override {
        return "Verdicts for all partnerships";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    /// Nothing when the answer is no layer.
    [[nodiscard]] std::optional<io::LayerFormat> layer_format() const;
    void write_layers(const project::Project& project, io::LayerFormat format,
                      report::CheckReport& report) const;
    void write_report(const report::CheckReport& report, io::OutputFile& output) const;

    ProjectArguments project_;
    ReportArguments report_;
    bool long_ = false;
    CsvArguments csv_;
    std::string fail_on_ = "crosses";
    bool strict_ = false;
};

} // namespace regio::cli
