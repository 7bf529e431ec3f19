#pragma once

#include "cli/command.hpp"
#include "cli/csv_arguments.hpp"
#include "cli/general_arguments.hpp"
#include "cli/lattice_arguments.hpp"
#include "cli/overlap_side_arguments.hpp"
#include "cli/report_arguments.hpp"
#include "cli/thread_argument.hpp"
#include "report/overlap_report.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace regio::cli {

/// regio overlap: what the areas of two layers share.
class OverlapCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "overlap"; }
    [[nodiscard]] std::string_view summary() const override {
        return "What the areas of two layers share, in m² and as shares";
    }
    void setup(CLI::App& app) override;
    ExitCode run() override;

private:
    [[nodiscard]] report::OverlapLimits limits() const;
    [[nodiscard]] std::vector<std::string> files() const;
    [[nodiscard]] report::OverlapReport measure(const project::OverlapLayers& layers,
                                                const report::OverlapLimits& limits) const;
    void write(const report::OverlapReport& report, const std::string& format,
               io::OutputFile& output) const;

    std::array<OverlapSideArguments, 2> sides_;
    GeneralArguments general_;
    LatticeArguments lattice_;
    std::string min_share_;
    std::string min_area_;
    ThreadArgument threads_;
    bool certify_ = false;
    bool fids_ = false;
    CsvArguments csv_;
    ReportArguments report_;
};

} // namespace regio::cli
